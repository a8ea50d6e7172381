package org.arolang.language.tree;

import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/** What stands after the preposition ([SYN-410]). */
public sealed interface ActionObject extends Node {

    /** The method word of {@code via PUT the <url>}, or null. */
    @Nullable
    String method();

    /** A name, in brackets or bare: {@code the <user: name>}, {@code console}, {@code port 9123} (qualifier {@code 9123}). */
    record Noun(Reference reference, @Nullable String article, @Nullable String method, Span span) implements ActionObject {}

    /**
     * An expression; it has no name ([DEC-10]).
     *
     * @param unit the duration word directly after it, or null ([SYN-414])
     */
    record Value(Expression expression, @Nullable String unit, @Nullable String method, Span span) implements ActionObject {}
}
