package org.arolang.language.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names visible at one place ([SYN-707]). */
final class Scope {

    /** What a scope belongs to. */
    enum Kind {
        FEATURE_SET,
        /** A case or otherwise body: it starts from the state before the match and extends the scope around it. */
        BRANCH, FOR_EACH, RANGE
    }

    /** What defining a name would mean ([SYN-720], [SYN-723]). */
    enum Conflict {
        NONE, REBIND, SHADOW
    }

    private final Kind kind;
    private final @Nullable Scope parent;
    private final Map<String, Symbol> names = new LinkedHashMap<>();

    private Scope(Kind kind, @Nullable Scope parent) {
        this.kind = kind;
        this.parent = parent;
    }

    static Scope ofFeatureSet() {
        return new Scope(Kind.FEATURE_SET, null);
    }

    Scope inner(Kind innerKind) {
        return new Scope(innerKind, this);
    }

    void define(Symbol symbol) {
        names.put(symbol.name(), symbol);
    }

    @Nullable
    Symbol find(String name) {
        for (Scope at = this; at != null; at = at.parent) {
            Symbol symbol = at.names.get(name);
            if (symbol != null) {
                return symbol;
            }
        }
        return null;
    }

    /** What it would mean to define {@code name} here: names around the innermost loop are shadowed by a range loop only. */
    Conflict conflict(String name) {
        Kind loop = null;
        for (Scope at = this; at != null; at = at.parent) {
            Symbol symbol = at.names.get(name);
            if (symbol != null) {
                if (symbol.isRebindable()) {
                    return Conflict.NONE;
                }
                return loop == Kind.RANGE ? Conflict.SHADOW : Conflict.REBIND;
            }
            if (loop == null && (at.kind == Kind.FOR_EACH || at.kind == Kind.RANGE)) {
                loop = at.kind;
            }
        }
        return Conflict.NONE;
    }

    /** Takes over what the branches of a match have bound: after it, the names of all of them count as defined. */
    void adopt(List<Scope> branches) {
        for (Scope branch : branches) {
            for (Symbol symbol : branch.symbols()) {
                Symbol present = names.putIfAbsent(symbol.name(), symbol);
                if (present != null) {
                    present.merge(symbol);
                }
            }
        }
    }

    private Collection<Symbol> symbols() {
        return names.values();
    }
}
