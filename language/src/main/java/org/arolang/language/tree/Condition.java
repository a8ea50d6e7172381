package org.arolang.language.tree;

import java.util.List;
import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/** The condition of a query's {@code where} ([SYN-416]). Fields always mean the record's, never a variable. */
public sealed interface Condition extends Node {

    /** {@code a or b or c}. */
    record Or(List<Condition> alternatives, Span span) implements Condition {}

    /** {@code a and b and c}. */
    record And(List<Condition> parts, Span span) implements Condition {}

    /** {@code ( condition )}. */
    record Group(Condition inner, Span span) implements Condition {}

    /**
     * {@code field operator value}.
     *
     * @param field the dotted path
     * @param value null for {@code is empty}, {@code is defined} and their negations
     * @param upper the second bound of {@code between}, else null
     */
    record Test(String field, Span fieldSpan, Operator operator, @Nullable Expression value, @Nullable Expression upper, Span span)
            implements
                Condition {}

    /** The operators of [SYN-416]. */
    enum Operator {
        EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, CONTAINS, MATCHES, IN, NOT_IN, BETWEEN, STARTS_WITH, ENDS_WITH, EMPTY, NOT_EMPTY, DEFINED, NOT_DEFINED
    }
}
