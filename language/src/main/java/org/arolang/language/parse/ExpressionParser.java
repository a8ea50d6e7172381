package org.arolang.language.parse;

import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Expression.Binary;
import org.arolang.language.tree.Expression.Operator;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Expressions: operators by precedence (chapter 01, section 6); operands are read by {@link OperandParser}. */
final class ExpressionParser {

    private static final int RELATION = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;

    private final TokenCursor cursor;
    private final ReferenceParser references;
    private final OperandParser operands;

    /** Height of the expression read last, and how many nodes a walk over it meets; see {@link Nesting}. */
    private int height;

    private long walk;
    /** The comparison that a bare alternative after {@code or}/{@code and} would repeat ([SYN-609]); null when there is none. */
    private @Nullable Comparison nearest;

    ExpressionParser(TokenCursor cursor, ReferenceParser references) {
        this.cursor = cursor;
        this.references = references;
        this.operands = new OperandParser(cursor, references, this);
    }

    /** A comparison with height and walk of its left operand. */
    private record Comparison(Binary binary, int leftHeight, long leftWalk) {}

    /** Whether {@code token} can start an expression where a bare word cannot ([SYN-411]). */
    static boolean startsExpression(Token token) {
        return switch (token.kind()) {
            case STRING, INTERPOLATED, INTEGER, FLOAT, REGEX, LESS, LEFT_BRACKET, LEFT_BRACE, LEFT_PAREN, MINUS -> true;
            case WORD -> token.is("true") || token.is("false") || token.is("not") || Words.isNull(token.word());
            default -> false;
        };
    }

    Expression expression() {
        cursor.nesting().enter(cursor.peek().span());
        Expression result = or(null);
        cursor.nesting().leave();
        return result;
    }

    /** The expression whose first operand is {@code reference}, which has been read already ([SYN-412]). */
    Expression expressionFrom(Reference reference) {
        Expression.Variable first = new Expression.Variable(reference, reference.span());
        leaf();
        return or(first);
    }

    /** An expression without comparisons and logic: the value in a where clause ([SYN-416]). */
    Expression sum() {
        cursor.nesting().enter(cursor.peek().span());
        Expression result = arithmetic(SUM, null);
        cursor.nesting().leave();
        return result;
    }

    /** A string, number, regex, boolean or null literal, which stands here. */
    Expression.Literal literal() {
        leaf();
        return operands.literal();
    }

    /** A negative number, which stands here. */
    Expression.Literal negativeNumber() {
        return operands.negativeNumber();
    }

    /** Whether an operator or postfix continues the reference just read ([SYN-412]). */
    boolean continues() {
        return arithmeticOperator() != null || atComparison() || cursor.at("or") || cursor.at("and") || operands.atPostfix();
    }

    // What the operand parser tells about what it has read.

    void leaf() {
        height = 1;
        walk = 1;
    }

    int height() {
        return height;
    }

    long walk() {
        return walk;
    }

    /** A node above the expression read last and an earlier one of the given measures (0 for none). */
    void node(int otherHeight, long otherWalk, Span span) {
        height = Math.max(height, otherHeight) + 1;
        walk = walk + otherWalk + 1;
        cursor.nesting().check(cursor.nesting().depth() + height - 1, walk, span);
    }

    private Expression or(@Nullable Expression first) {
        Expression left = and(first);
        Comparison near = nearest;
        while (cursor.at("or")) {
            Token operator = cursor.take();
            int leftHeight = height;
            long leftWalk = walk;
            Expression right = alternative(and(null), near);
            near = nearest == null ? near : nearest;
            left = binary(Operator.OR, left, right, leftHeight, leftWalk, operator);
        }
        nearest = near;
        return left;
    }

    private Expression and(@Nullable Expression first) {
        Expression left = comparison(first);
        Comparison near = nearest;
        while (cursor.at("and")) {
            Token operator = cursor.take();
            int leftHeight = height;
            long leftWalk = walk;
            Expression right = alternative(comparison(null), near);
            near = nearest == null ? near : nearest;
            left = binary(Operator.AND, left, right, leftHeight, leftWalk, operator);
        }
        nearest = near;
        return left;
    }

    private Binary binary(Operator operator, Expression left, Expression right, int leftHeight, long leftWalk, Token token) {
        node(leftHeight, leftWalk, token.span());
        Binary binary = new Binary(operator, left, right, false, left.span().to(right.span()));
        if (operator.isComparison()) {
            nearest = new Comparison(binary, leftHeight, leftWalk);
        }
        return binary;
    }

    /** A bare value after {@code or}/{@code and} repeats the comparison before it ([SYN-609] to [SYN-611]). */
    private Expression alternative(Expression value, @Nullable Comparison near) {
        if (near == null || !isBareValue(value)) {
            return value;
        }
        if (value instanceof Expression.Variable) {
            cursor.problems()
                    .warning("shorthand", SyntaxMessages.shorthand(cursor.file().text(value.span())), value.span());
        }
        node(near.leftHeight(), near.leftWalk(), value.span());
        Binary original = near.binary();
        Binary repeated = new Binary(original.operator(), original.left(), value, true, value.span());
        nearest = new Comparison(repeated, near.leftHeight(), near.leftWalk());
        return repeated;
    }

    private static boolean isBareValue(Expression value) {
        return switch (value) {
            case Expression.Group _,Expression.Not _,Expression.Exists _,Expression.Empty _,Expression.TypeTest _,Expression.Bool _ ->
                false;
            case Binary binary -> binary.operator().ordinal() > Operator.GREATER_OR_EQUAL.ordinal();
            default -> true;
        };
    }

    private Expression comparison(@Nullable Expression first) {
        Expression left = arithmetic(RELATION, first);
        while (atComparison()) {
            Token token = cursor.take();
            if (token.is("is")) {
                left = isTest(left, token);
            } else {
                int leftHeight = height;
                long leftWalk = walk;
                Expression right = arithmetic(RELATION, null);
                left = binary(comparisonOperator(token), left, right, leftHeight, leftWalk, token);
            }
        }
        if (!(left instanceof Binary last && last.operator().isComparison())) {
            nearest = null;
        }
        return left;
    }

    /** Whether an operator of level 3 stands here ([SYN-601]). */
    private boolean atComparison() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case EQUAL, EQUAL_EQUAL, NOT_EQUAL -> true;
            case WORD -> token.is("is") || token.is("contains") || token.is("matches") || token.isExactly("equals");
            default -> false;
        };
    }

    private static Operator comparisonOperator(Token token) {
        return switch (token.word()) {
            case "contains" -> Operator.CONTAINS;
            case "matches" -> Operator.MATCHES;
            default -> token.is(TokenKind.NOT_EQUAL) ? Operator.NOT_EQUAL : Operator.EQUAL;
        };
    }

    /** What follows {@code is} ([SYN-608]). */
    private Expression isTest(Expression operand, Token is) {
        boolean negated = cursor.skip("not");
        int start = operand.span().start();
        Token token = cursor.peek();
        if (token.is("empty") || token.is("defined")) {
            cursor.take();
            node(0, 0, is.span());
            Span span = cursor.spanFrom(start);
            return token.is("empty")
                    ? new Expression.Empty(operand, negated, span)
                    : new Expression.Exists(operand, negated, true, span);
        }
        if (startsExpression(token) && !token.is("not")) {
            int leftHeight = height;
            long leftWalk = walk;
            boolean constant = token.isWord();
            Expression right = constant ? operands.primary() : arithmetic(RELATION, null);
            return binary(negated ? Operator.NOT_EQUAL : Operator.EQUAL, operand, right, leftHeight, leftWalk, is);
        }
        String article = Words.ARTICLES.contains(token.word()) && cursor.peek(1).isWord() ? cursor.take().word() : null;
        Token type = cursor.peek();
        if (!isTypeName(type) && !(article != null && Words.isNull(type.word()))) {
            throw cursor.unexpected(SyntaxMessages.TYPE_NAME);
        }
        Statement.Name name = references.bareName(false);
        node(0, 0, is.span());
        return new Expression.TypeTest(operand, name.text(), article, negated, name.span(), cursor.spanFrom(start));
    }

    private static boolean isTypeName(Token token) {
        return token.isIdentifier()
                || Words.NAME_WORDS.contains(token.word()) && !Words.ARTICLES.contains(token.word()) && !token.is("when");
    }

    /** Levels 4 to 6: operators that bind at least as tightly as {@code level}. */
    private Expression arithmetic(int level, @Nullable Expression first) {
        Expression left = operands.unary(first);
        while (true) {
            Operator operator = arithmeticOperator();
            if (operator == null || level(operator) < level) {
                return left;
            }
            Token token = cursor.take();
            int leftHeight = height;
            long leftWalk = walk;
            Expression right = arithmetic(level(operator) + 1, null);
            left = binary(operator, left, right, leftHeight, leftWalk, token);
        }
    }

    private static int level(Operator operator) {
        return switch (operator) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> RELATION;
            case ADD, SUBTRACT, CONCATENATE -> SUM;
            default -> PRODUCT;
        };
    }

    private @Nullable Operator arithmeticOperator() {
        return switch (cursor.peek().kind()) {
            case LESS -> angleIsOperator() ? Operator.LESS : null;
            case GREATER -> angleIsOperator() ? Operator.GREATER : null;
            case LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case PLUS -> Operator.ADD;
            case MINUS -> Operator.SUBTRACT;
            case PLUS_PLUS -> Operator.CONCATENATE;
            case STAR -> Operator.MULTIPLY;
            case SLASH -> Operator.DIVIDE;
            case PERCENT -> Operator.REMAINDER;
            default -> null;
        };
    }

    /** Outside {@code ${...}} an angle before a plain word belongs to a reference ([SYN-607]). */
    private boolean angleIsOperator() {
        Token next = cursor.peek(1);
        return cursor.inHole() || !next.isWord() || startsExpression(next);
    }

    /** Whether an operator of level 3 or 4 stands here, which binds less tightly than {@code not} ([SYN-602]). */
    boolean atLooserOperator() {
        Operator operator = arithmeticOperator();
        return atComparison() || operator != null && level(operator) == RELATION;
    }
}
