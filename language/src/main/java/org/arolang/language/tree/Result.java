package org.arolang.language.tree;

import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/** What stands after the verb ([SYN-406], [SYN-407]). */
public sealed interface Result extends Node {

    /**
     * {@code the <name: qualifier>}; {@code as Type} has become the qualifier.
     *
     * @param article as written in lower case, or null
     */
    record Noun(Reference reference, @Nullable String article, Span span) implements Result {}

    /** The sink form: {@code Log "x" to ...}. */
    record Sink(Expression expression, Span span) implements Result {}
}
