package org.arolang.language.tree;

import java.util.List;
import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/** An expression ([SYN-641]). */
public sealed interface Expression extends Node {

    /** A literal value. */
    sealed interface Literal extends Expression {}

    /** A string without interpolation; {@code value} is its content. */
    record Text(String value, Span span) implements Literal {}

    record IntegerNumber(long value, Span span) implements Literal {}

    record FloatNumber(double value, Span span) implements Literal {}

    record Bool(boolean value, Span span) implements Literal {}

    record Null(Span span) implements Literal {}

    /** {@code /body/flags}; flags as written. */
    record Regex(String body, String flags, Span span) implements Literal {}

    record ListLiteral(List<Expression> elements, Span span) implements Expression {}

    record MapLiteral(List<Entry> entries, Span span) implements Expression {}

    /** {@code key: value}; the span is the key's. */
    record Entry(String key, Expression value, Span span) implements Node {}

    /** A variable or other readable name, bracketed or bare. */
    record Variable(Reference reference, Span span) implements Expression {}

    /** A binary operation; {@code shorthand} marks the comparison made of a bare alternative ([SYN-609]). */
    record Binary(Operator operator, Expression left, Expression right, boolean shorthand, Span span) implements Expression {}

    record Negate(Expression operand, Span span) implements Expression {}

    record Not(Expression operand, Span span) implements Expression {}

    /** {@code operand.name}. */
    record Member(Expression operand, String name, Span nameSpan, Span span) implements Expression {}

    /** {@code operand[index]}. */
    record Subscript(Expression operand, Expression index, Span span) implements Expression {}

    /** Parentheses; kept because they stop the shorthand. */
    record Group(Expression inner, Span span) implements Expression {}

    /** {@code operand exists}, {@code is defined} and, negated, {@code is not defined} ([SYN-625]). */
    record Exists(Expression operand, boolean negated, boolean isDefinedForm, Span span) implements Expression {}

    /** {@code operand is [not] empty} ([SYN-625]). */
    record Empty(Expression operand, boolean negated, Span span) implements Expression {}

    /** {@code operand is [not] [article] Type} ([SYN-608]). */
    record TypeTest(Expression operand, String type, @Nullable String article, boolean negated, Span typeSpan, Span span)
            implements
                Expression {}

    /** {@code "text ${expression} text"}; the parts in order. */
    record Interpolated(List<Part> parts, Span span) implements Expression {}

    /** A part of an interpolated string. */
    sealed interface Part extends Node {
        record Chars(String value, Span span) implements Part {}

        /** {@code ${expression}}; null for {@code ${}}. */
        record Hole(@Nullable Expression expression, Span span) implements Part {}
    }

    /** Binary operators with their source form. */
    enum Operator {
        OR("or"), AND("and"), EQUAL("=="), NOT_EQUAL("!="), CONTAINS("contains"), MATCHES("matches"), LESS("<"), LESS_OR_EQUAL(
                "<="), GREATER(">"), GREATER_OR_EQUAL(
                        ">="), ADD("+"), SUBTRACT("-"), CONCATENATE("++"), MULTIPLY("*"), DIVIDE("/"), REMAINDER("%");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        /** Whether the shorthand of [SYN-609] can repeat this operator. */
        public boolean isComparison() {
            return ordinal() >= EQUAL.ordinal() && ordinal() <= GREATER_OR_EQUAL.ordinal();
        }
    }
}
