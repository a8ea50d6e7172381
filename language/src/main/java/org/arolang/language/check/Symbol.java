package org.arolang.language.check;

import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/** A name that a feature set binds ([SYN-706]), and what is known of its value and use. Mutable while its feature set is checked. */
final class Symbol {

    private final String name;
    private final Span span;
    private boolean used;
    private boolean rebindable;
    private boolean alwaysTrue;
    private boolean fromInput;
    private @Nullable Shape shape;
    private @Nullable Symbol merged;

    /** A name defined at {@code span}, the name itself. */
    Symbol(String name, Span span) {
        this.name = name;
        this.span = span;
    }

    String name() {
        return name;
    }

    Span span() {
        return span;
    }

    void use() {
        root().used = true;
    }

    boolean isUsed() {
        return root().used;
    }

    /** Whether a later statement may bind the name without an error, because it is not certain that this one does. */
    boolean isRebindable() {
        return root().rebindable;
    }

    Symbol rebindable() {
        rebindable = true;
        return this;
    }

    /** The result of a Validate that stops the feature set unless it is true ([SYN-738]). */
    boolean isAlwaysTrue() {
        return root().alwaysTrue;
    }

    void setAlwaysTrue(boolean value) {
        root().alwaysTrue = value;
    }

    /** Whether the value comes from a request, event, packet or parameter ([IO-128]). */
    boolean isFromInput() {
        return root().fromInput;
    }

    void setFromInput(boolean value) {
        root().fromInput = value;
    }

    @Nullable
    Shape shape() {
        return root().shape;
    }

    void setShape(@Nullable Shape value) {
        root().shape = value;
    }

    /** Whether this symbol has become one with another branch's. */
    boolean isMerged() {
        return merged != null;
    }

    /** Makes {@code other}, the same name bound in another branch of a match, one with this. */
    void merge(Symbol other) {
        Symbol mine = root();
        Symbol theirs = other.root();
        if (mine == theirs) {
            return;
        }
        mine.used |= theirs.used;
        mine.rebindable &= theirs.rebindable;
        mine.alwaysTrue &= theirs.alwaysTrue;
        mine.fromInput |= theirs.fromInput;
        mine.shape = Shape.either(mine.shape, theirs.shape);
        theirs.merged = mine;
    }

    private Symbol root() {
        Symbol at = this;
        while (at.merged != null) {
            at = at.merged;
        }
        return at;
    }
}
