package org.arolang.language.parse;

import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Statement;

/** Loops ([SYN-428] to [SYN-432]). */
final class LoopParser {

    private final TokenCursor cursor;
    private final ReferenceParser references;
    private final ExpressionParser expressions;
    private final StatementParser statements;

    LoopParser(TokenCursor cursor, ReferenceParser references, ExpressionParser expressions, StatementParser statements) {
        this.cursor = cursor;
        this.references = references;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** {@code for each}, {@code parallel for each} or {@code for <i> from}. */
    Statement forLoop() {
        Token first = cursor.peek();
        boolean parallel = cursor.skip("parallel");
        cursor.expect("for");
        if (!parallel && cursor.at(TokenKind.LESS)) {
            return rangeLoop(first);
        }
        cursor.expect("each");
        return forEach(first, parallel);
    }

    private Statement rangeLoop(Token first) {
        Statement.Name variable = references.angleName();
        cursor.expect("from");
        Expression from = expressions.expression();
        cursor.expect("to");
        Expression to = expressions.expression();
        Span head = cursor.spanFrom(first);
        List<Statement> body = statements.block();
        return new Statement.RangeLoop(variable, from, to, body, head, cursor.spanFrom(first));
    }

    private Statement forEach(Token first, boolean parallel) {
        Statement.Name item = references.angleName();
        Statement.Name index = cursor.skip("at") ? references.angleName() : null;
        cursor.expect("in");
        Expression collection = expressions.expression();
        Integer limit = null;
        Span limitSpan = null;
        if (parallel && cursor.skip("with")) {
            cursor.expect(TokenKind.LESS);
            cursor.expect("concurrency");
            cursor.expect(TokenKind.COLON);
            Expression.IntegerNumber number = concurrency();
            cursor.expectClosingAngle();
            limit = Math.clamp(number.value(), Integer.MIN_VALUE, Integer.MAX_VALUE);
            limitSpan = number.span();
        }
        Expression filter = cursor.skip("where") ? expressions.expression() : null;
        Span head = cursor.spanFrom(first);
        List<Statement> body = statements.block();
        return new Statement.ForEach(
                item, index, collection, parallel, limit, limitSpan, filter, body, head, cursor.spanFrom(first));
    }

    private Expression.IntegerNumber concurrency() {
        Token token = cursor.peek();
        boolean negative = token.is(TokenKind.MINUS) && token.touches(cursor.peek(1)) && cursor.peek(1).is(TokenKind.INTEGER);
        if (!negative && !token.is(TokenKind.INTEGER)) {
            throw cursor.unexpected(SyntaxMessages.CONCURRENCY_INTEGER);
        }
        Expression.IntegerNumber number = (Expression.IntegerNumber) (negative ? expressions.negativeNumber() : expressions.literal());
        if (number.value() <= 0) {
            String written = cursor.file().text(number.span());
            cursor.problems().warning("concurrency", SyntaxMessages.concurrency(written), number.span());
        }
        return number;
    }

    Statement whileLoop() {
        Token first = cursor.take();
        Expression condition = expressions.expression();
        Span head = cursor.spanFrom(first);
        List<Statement> body = statements.block();
        return new Statement.While(condition, body, head, cursor.spanFrom(first));
    }
}
