package org.arolang.language.parse;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Condition;
import org.arolang.language.tree.Condition.Operator;
import org.arolang.language.tree.Expression;
import org.jspecify.annotations.Nullable;

/** The condition of a query's {@code where} ([SYN-416]). */
final class ConditionParser {

    private final TokenCursor cursor;
    private final ReferenceParser references;
    private final ExpressionParser expressions;

    ConditionParser(TokenCursor cursor, ReferenceParser references, ExpressionParser expressions) {
        this.cursor = cursor;
        this.references = references;
        this.expressions = expressions;
    }

    Condition condition() {
        Condition first = tests();
        if (!cursor.at("or")) {
            return first;
        }
        List<Condition> alternatives = new ArrayList<>();
        alternatives.add(first);
        while (cursor.skip("or")) {
            alternatives.add(tests());
        }
        return new Condition.Or(List.copyOf(alternatives), first.span().to(alternatives.getLast().span()));
    }

    private Condition tests() {
        Condition first = test();
        if (!cursor.at("and")) {
            return first;
        }
        List<Condition> parts = new ArrayList<>();
        parts.add(first);
        while (cursor.skip("and")) {
            parts.add(test());
        }
        return new Condition.And(List.copyOf(parts), first.span().to(parts.getLast().span()));
    }

    private Condition test() {
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            Token open = cursor.take();
            cursor.nesting().enter(open.span());
            Condition inner = condition();
            cursor.nesting().leave();
            cursor.expect(TokenKind.RIGHT_PAREN);
            return new Condition.Group(inner, cursor.spanFrom(open));
        }
        ReferenceParser.Field field = references.field(SyntaxMessages.IDENTIFIER);
        Operator operator = operator();
        boolean hasValue = switch (operator) {
            case EMPTY, NOT_EMPTY, DEFINED, NOT_DEFINED -> false;
            default -> true;
        };
        Expression value = hasValue ? value() : null;
        Expression upper = null;
        if (operator == Operator.BETWEEN) {
            cursor.expect("and");
            upper = value();
        }
        return test(field, operator, value, upper);
    }

    private Condition test(
            ReferenceParser.Field field, Operator operator, @Nullable Expression value, @Nullable Expression upper) {
        Span span = cursor.spanFrom(field.span().start());
        return new Condition.Test(field.path(), field.span(), operator, value, upper, span);
    }

    private Expression value() {
        references.skipArticleBeforeReference();
        return expressions.sum();
    }

    private Operator operator() {
        Token token = cursor.peek();
        Operator symbol = switch (token.kind()) {
            case EQUAL, EQUAL_EQUAL -> Operator.EQUAL;
            case NOT_EQUAL -> Operator.NOT_EQUAL;
            case LESS -> Operator.LESS;
            case LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case GREATER -> Operator.GREATER;
            case GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case WORD -> word(token);
            default -> null;
        };
        if (symbol == null) {
            throw cursor.unexpected(SyntaxMessages.COMPARISON);
        }
        cursor.take();
        return switch (symbol) {
            case EQUAL -> token.is("is") ? is() : symbol;
            case NOT_IN -> {
                if (!cursor.skip("in")) {
                    throw cursor.unexpected(SyntaxMessages.IN_AFTER_NOT);
                }
                yield symbol;
            }
            case STARTS_WITH, ENDS_WITH -> {
                cursor.expect("with");
                yield symbol;
            }
            default -> symbol;
        };
    }

    private @Nullable Operator word(Token token) {
        boolean beforeWith = cursor.peek(1).is("with");
        return switch (token.word()) {
            case "is" -> Operator.EQUAL;
            case "contains" -> Operator.CONTAINS;
            case "matches" -> Operator.MATCHES;
            case "in" -> Operator.IN;
            case "not" -> Operator.NOT_IN;
            default -> {
                if (token.isExactly("equals")) {
                    yield Operator.EQUAL;
                }
                if (token.isExactly("between")) {
                    yield Operator.BETWEEN;
                }
                if (beforeWith && token.isExactly("starts")) {
                    yield Operator.STARTS_WITH;
                }
                yield beforeWith && token.isExactly("ends") ? Operator.ENDS_WITH : null;
            }
        };
    }

    private Operator is() {
        boolean negated = cursor.skip("not");
        if (cursor.skip("empty")) {
            return negated ? Operator.NOT_EMPTY : Operator.EMPTY;
        }
        if (cursor.skip("defined")) {
            return negated ? Operator.NOT_DEFINED : Operator.DEFINED;
        }
        return negated ? Operator.NOT_EQUAL : Operator.EQUAL;
    }
}
