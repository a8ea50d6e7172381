package org.arolang.language.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Operands with their prefixes and postfixes ([SYN-601] levels 7 and 8, [SYN-605]). */
final class OperandParser {

    private final TokenCursor cursor;
    private final ReferenceParser references;
    private final ExpressionParser expressions;

    OperandParser(TokenCursor cursor, ReferenceParser references, ExpressionParser expressions) {
        this.cursor = cursor;
        this.references = references;
        this.expressions = expressions;
    }

    /** A prefixed operand; {@code first}, when given, has been read already. */
    Expression unary(@Nullable Expression first) {
        Token token = cursor.peek();
        if (first != null || !token.is(TokenKind.MINUS) && !token.is("not")) {
            return postfix(first == null ? primary() : first);
        }
        if (token.is(TokenKind.MINUS) && cursor.peek(1).kind().isNumber() && token.touches(cursor.peek(1))) {
            return postfix(negativeNumber());
        }
        cursor.take();
        cursor.nesting().enter(token.span());
        Expression operand = unary(null);
        cursor.nesting().leave();
        expressions.node(0, 0, token.span());
        Span span = token.span().to(operand.span());
        if (token.is(TokenKind.MINUS)) {
            return new Expression.Negate(operand, span);
        }
        if (expressions.atLooserOperator()) {
            cursor.problems().warning("not-precedence", SyntaxMessages.NOT_PRECEDENCE, token.span());
        }
        return new Expression.Not(operand, span);
    }

    /** A minus directly before digits belongs to the number ([SYN-130]). */
    Expression.Literal negativeNumber() {
        Token minus = cursor.take();
        Token number = cursor.take();
        expressions.leaf();
        Span span = minus.span().to(number.span());
        if (number.content() instanceof Token.Fraction(double value)) {
            return new Expression.FloatNumber(-value, span);
        }
        Token.Whole whole = (Token.Whole) number.content();
        if (whole.outOfRange() && whole.value() != Long.MIN_VALUE) {
            cursor.problems().stop(SyntaxMessages.invalidNumber(number.text()), number.span());
        }
        return new Expression.IntegerNumber(-whole.value(), span);
    }

    /** Whether a member access, an index or {@code exists} stands here. */
    boolean atPostfix() {
        return cursor.at(TokenKind.LEFT_BRACKET) || cursor.at("exists") || atMember();
    }

    private boolean atMember() {
        return cursor.at(TokenKind.DOT) && (cursor.inHole() || ReferenceParser.isMemberWord(cursor.peek(1)));
    }

    private Expression postfix(Expression operand) {
        Expression result = operand;
        int start = operand.span().start();
        while (atPostfix()) {
            Token mark = cursor.take();
            if (mark.is(TokenKind.DOT)) {
                if (!cursor.peek().isWord()) {
                    throw cursor.unexpected(SyntaxMessages.MEMBER_NAME);
                }
                Token name = cursor.take();
                expressions.node(0, 0, mark.span());
                result = new Expression.Member(result, name.text(), name.span(), cursor.spanFrom(start));
            } else if (mark.is(TokenKind.LEFT_BRACKET)) {
                int height = expressions.height();
                long walk = expressions.walk();
                Expression index = expressions.expression();
                cursor.expect(TokenKind.RIGHT_BRACKET);
                expressions.node(height, walk, mark.span());
                result = new Expression.Subscript(result, index, cursor.spanFrom(start));
            } else {
                expressions.node(0, 0, mark.span());
                result = new Expression.Exists(result, false, false, cursor.spanFrom(start));
            }
        }
        return result;
    }

    Expression primary() {
        Token token = cursor.peek();
        expressions.leaf();
        return switch (token.kind()) {
            case STRING, INTEGER, FLOAT, REGEX -> literal();
            case INTERPOLATED -> interpolated();
            case LESS -> {
                Reference reference = references.reference();
                yield new Expression.Variable(reference, reference.span());
            }
            case LEFT_BRACKET -> list();
            case LEFT_BRACE -> map();
            case LEFT_PAREN -> group();
            case WORD -> word();
            default -> throw cursor.unexpected(SyntaxMessages.EXPRESSION);
        };
    }

    /** A string, number, regex, boolean or null literal, which stands here. */
    Expression.Literal literal() {
        Token token = cursor.take();
        return switch (token.content()) {
            case Token.Chars(String value) -> new Expression.Text(value, token.span());
            case Token.Fraction(double value) -> new Expression.FloatNumber(value, token.span());
            case Token.Regex(String body, String flags) -> {
                checkRegex(body, token.span());
                yield new Expression.Regex(body, flags, token.span());
            }
            case Token.Whole(long value, boolean outOfRange) -> {
                if (outOfRange) {
                    cursor.problems().stop(SyntaxMessages.invalidNumber(token.text()), token.span());
                }
                yield new Expression.IntegerNumber(value, token.span());
            }
            default ->
                Words.isNull(token.word())
                        ? new Expression.Null(token.span())
                        : new Expression.Bool(token.is("true"), token.span());
        };
    }

    /** [SYN-141]. */
    private void checkRegex(String body, Span span) {
        try {
            Pattern.compile(body);
        } catch (PatternSyntaxException | StackOverflowError invalid) {
            // The JDK compiles by recursion: a body too large for that cannot run either.
            cursor.problems().error("invalid-regex", SyntaxMessages.invalidRegex(body), span);
        }
    }

    private Expression word() {
        Token token = cursor.peek();
        if (token.is("true") || token.is("false") || Words.isNull(token.word())) {
            return literal();
        }
        boolean variable = cursor.inHole() ? !Words.OPERATORS_AND_LITERALS.contains(token.word()) : token.isIdentifier();
        if (!variable) {
            throw cursor.unexpected(SyntaxMessages.EXPRESSION);
        }
        Statement.Name name = references.bareName(cursor.inHole());
        return new Expression.Variable(new Reference(name.text(), name.span(), null, false, name.span()), name.span());
    }

    private Expression group() {
        Token open = cursor.take();
        Expression inner = expressions.expression();
        cursor.expect(TokenKind.RIGHT_PAREN);
        expressions.node(0, 0, open.span());
        return new Expression.Group(inner, cursor.spanFrom(open));
    }

    private Expression list() {
        Token open = cursor.take();
        List<Expression> elements = new ArrayList<>();
        Measure measure = new Measure();
        while (!cursor.at(TokenKind.RIGHT_BRACKET)) {
            elements.add(expressions.expression());
            measure.add();
            if (!cursor.skip(TokenKind.COMMA)) {
                break;
            }
        }
        cursor.expect(TokenKind.RIGHT_BRACKET);
        measure.finish(open.span());
        return new Expression.ListLiteral(List.copyOf(elements), cursor.spanFrom(open));
    }

    private Expression map() {
        Token open = cursor.take();
        List<Expression.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Measure measure = new Measure();
        while (!cursor.at(TokenKind.RIGHT_BRACE)) {
            Expression.Entry entry = entry();
            if (!keys.add(entry.key())) {
                cursor.problems().warning("duplicate-key", SyntaxMessages.duplicateKey(entry.key()), entry.span());
            }
            entries.add(entry);
            measure.add();
            if (!cursor.skip(TokenKind.COMMA)) {
                break;
            }
        }
        cursor.expect(TokenKind.RIGHT_BRACE);
        measure.finish(open.span());
        return new Expression.MapLiteral(List.copyOf(entries), cursor.spanFrom(open));
    }

    private Expression.Entry entry() {
        String key;
        Span span;
        if (cursor.at(TokenKind.STRING)) {
            Token token = cursor.take();
            key = ((Token.Chars) token.content()).value();
            span = token.span();
        } else {
            Statement.Name name = references.mapKey();
            key = name.text();
            span = name.span();
        }
        cursor.expect(TokenKind.COLON);
        return new Expression.Entry(key, expressions.expression(), span);
    }

    private Expression interpolated() {
        Token token = cursor.take();
        List<Expression.Part> parts = new ArrayList<>();
        Measure measure = new Measure();
        for (Token.Piece piece : ((Token.Pieces) token.content()).pieces()) {
            switch (piece) {
                case Token.Piece.Chars(String value, Span span) -> parts.add(new Expression.Part.Chars(value, span));
                case Token.Piece.Hole hole -> parts.add(new Expression.Part.Hole(hole(hole, measure), hole.span()));
            }
        }
        measure.finish(token.span());
        return new Expression.Interpolated(List.copyOf(parts), token.span());
    }

    private @Nullable Expression hole(Token.Piece.Hole hole, Measure measure) {
        TokenCursor inner = new TokenCursor(hole.tokens(), cursor.problems(), cursor.nesting(), TokenCursor.END_OF_HOLE);
        if (inner.at(TokenKind.END)) {
            return null;
        }
        ExpressionParser parser = new ExpressionParser(inner, new ReferenceParser(inner));
        Expression result = parser.expression();
        if (!inner.at(TokenKind.END)) {
            throw inner.unexpected(SyntaxMessages.quoted(TokenKind.RIGHT_BRACE));
        }
        measure.add(parser.height(), parser.walk());
        return result;
    }

    /** Sums up the elements of a list, map or interpolated string. */
    private final class Measure {
        private int height;
        private long walk;

        void add() {
            add(expressions.height(), expressions.walk());
        }

        void add(int elementHeight, long elementWalk) {
            height = Math.max(height, elementHeight);
            walk += elementWalk;
        }

        void finish(Span span) {
            expressions.leaf();
            expressions.node(height, walk, span);
        }
    }
}
