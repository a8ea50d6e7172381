package org.arolang.language.print;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.arolang.language.tree.Condition;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Expression.Binary;
import org.arolang.language.tree.Expression.Operator;

/** Expressions and conditions as source. Parentheses that a tree lacks but its meaning needs are added. */
final class ExpressionPrinter {

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int EQUALITY = 3;
    private static final int RELATION = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int PREFIX = 7;
    private static final int POSTFIX = 8;

    private static final ExpressionPrinter SOURCE = new ExpressionPrinter(new Spelling(false));
    private static final ExpressionPrinter HOLE = new ExpressionPrinter(new Spelling(true));

    private final Spelling spelling;

    private ExpressionPrinter(Spelling spelling) {
        this.spelling = spelling;
    }

    /** For source text outside of strings. */
    static ExpressionPrinter source() {
        return SOURCE;
    }

    String print(Expression expression) {
        return print(expression, OR);
    }

    /** The expression, in parentheses when it binds less tightly than {@code level} ([SYN-601]). */
    private String print(Expression expression, int level) {
        String text = bare(expression);
        return level(expression) < level ? "(" + text + ")" : text;
    }

    private static int level(Expression expression) {
        return switch (expression) {
            case Binary binary when binary.shorthand() -> level(binary.right());
            case Binary binary -> level(binary.operator());
            case Expression.TypeTest _,Expression.Empty _ -> EQUALITY;
            case Expression.Exists exists -> exists.isDefinedForm() ? EQUALITY : POSTFIX;
            case Expression.Negate _,Expression.Not _ -> PREFIX;
            default -> POSTFIX;
        };
    }

    private static int level(Operator operator) {
        return switch (operator) {
            case OR -> OR;
            case AND -> AND;
            case EQUAL, NOT_EQUAL, CONTAINS, MATCHES -> EQUALITY;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> RELATION;
            case ADD, SUBTRACT, CONCATENATE -> SUM;
            case MULTIPLY, DIVIDE, REMAINDER -> PRODUCT;
        };
    }

    private String bare(Expression expression) {
        return switch (expression) {
            case Expression.Text text -> spelling.string(text.value());
            case Expression.IntegerNumber number -> Long.toString(number.value());
            case Expression.FloatNumber number -> Double.toString(number.value());
            case Expression.Bool bool -> Boolean.toString(bool.value());
            case Expression.Null _ -> "null";
            case Expression.Regex regex -> "/" + regex.body() + "/" + regex.flags();
            case Expression.ListLiteral list ->
                list.elements().stream().map(this::print).collect(Collectors.joining(", ", "[", "]"));
            case Expression.MapLiteral map when map.entries().isEmpty() -> "{}";
            case Expression.MapLiteral map ->
                map.entries().stream()
                        .map(entry -> spelling.key(entry.key()) + ": " + print(entry.value()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
            case Expression.Variable variable -> spelling.reference(variable.reference());
            case Binary binary when binary.shorthand() -> bare(binary.right());
            case Binary binary -> binary(binary);
            case Expression.Negate negate -> negate(negate);
            case Expression.Not not -> "not " + print(not.operand(), PREFIX);
            case Expression.Member member -> print(member.operand(), POSTFIX) + "." + member.name();
            case Expression.Subscript subscript -> print(subscript.operand(), POSTFIX) + "[" + print(subscript.index()) + "]";
            case Expression.Group group -> "(" + print(group.inner()) + ")";
            case Expression.Exists exists when !exists.isDefinedForm() -> print(exists.operand(), POSTFIX) + " exists";
            case Expression.Exists exists -> print(exists.operand(), EQUALITY) + is(exists.negated()) + "defined";
            case Expression.Empty empty -> print(empty.operand(), EQUALITY) + is(empty.negated()) + "empty";
            case Expression.TypeTest test ->
                print(test.operand(), EQUALITY) + is(test.negated()) + (test.article() == null ? "" : test.article() + " ") + test.type();
            case Expression.Interpolated string -> interpolated(string);
        };
    }

    private static String is(boolean negated) {
        return negated ? " is not " : " is ";
    }

    /** A chain such as {@code a + b - c} by a loop: chains are the deepest trees. */
    private String binary(Binary binary) {
        int level = level(binary.operator());
        Deque<Binary> chain = new ArrayDeque<>();
        Expression first = binary;
        while (first instanceof Binary link && !link.shorthand() && level(link.operator()) == level) {
            chain.push(link);
            first = link.left();
        }
        StringBuilder text = new StringBuilder(print(first, level));
        for (Binary link : chain) {
            text.append(' ').append(link.operator().symbol()).append(' ').append(print(link.right(), level + 1));
        }
        return text.toString();
    }

    /** A blank keeps the minus from becoming part of a number. */
    private String negate(Expression.Negate negate) {
        String operand = print(negate.operand(), PREFIX);
        return (Character.isDigit(operand.charAt(0)) ? "- " : "-") + operand;
    }

    private String interpolated(Expression.Interpolated string) {
        StringBuilder text = new StringBuilder("\"");
        for (Expression.Part part : string.parts()) {
            switch (part) {
                case Expression.Part.Chars chars -> text.append(Spelling.chars(chars.value()));
                case Expression.Part.Hole hole ->
                    text.append("${").append(hole.expression() == null ? "" : HOLE.print(hole.expression())).append('}');
            }
        }
        return text.append('"').toString();
    }

    String print(Condition condition) {
        return switch (condition) {
            case Condition.Or or -> or.alternatives().stream().map(this::print).collect(Collectors.joining(" or "));
            case Condition.And and -> and.parts().stream().map(this::part).collect(Collectors.joining(" and "));
            case Condition.Group group -> "(" + print(group.inner()) + ")";
            case Condition.Test test -> test(test);
        };
    }

    private String part(Condition condition) {
        return condition instanceof Condition.Or ? "(" + print(condition) + ")" : print(condition);
    }

    private String test(Condition.Test test) {
        String text = spelling.field(test.field()) + " " + operator(test.operator());
        if (test.value() != null) {
            text += " " + print(test.value(), SUM);
        }
        return test.upper() == null ? text : text + " and " + print(test.upper(), SUM);
    }

    private static String operator(Condition.Operator operator) {
        return switch (operator) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
            case CONTAINS -> "contains";
            case MATCHES -> "matches";
            case IN -> "in";
            case NOT_IN -> "not in";
            case BETWEEN -> "between";
            case STARTS_WITH -> "starts with";
            case ENDS_WITH -> "ends with";
            case EMPTY -> "is empty";
            case NOT_EMPTY -> "is not empty";
            case DEFINED -> "is defined";
            case NOT_DEFINED -> "is not defined";
        };
    }
}
