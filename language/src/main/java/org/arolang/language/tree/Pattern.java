package org.arolang.language.tree;

import org.arolang.language.source.Span;

/** The pattern of a {@code case} ([SYN-425]). */
public sealed interface Pattern extends Node {

    /** A string, number, boolean, null or regex literal. */
    record Literal(Expression.Literal literal, Span span) implements Pattern {}

    /** {@code <reference>}. */
    record Variable(Reference reference, Span span) implements Pattern {}

    /** {@code _}. */
    record Any(Span span) implements Pattern {}
}
