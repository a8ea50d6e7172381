package org.arolang.language.parse;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Pattern;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Statement;

/** Statements and blocks (chapter 01, section 5), with the recovery of [SYN-642]. */
final class StatementParser {

    private final TokenCursor cursor;
    private final ReferenceParser references;
    private final ExpressionParser expressions;
    private final ActionParser actions;
    private final LoopParser loops;
    private final Recovery recovery;

    private boolean missingBraceReported;

    StatementParser(TokenCursor cursor, ReferenceParser references, ExpressionParser expressions) {
        this.cursor = cursor;
        this.references = references;
        this.expressions = expressions;
        this.actions = new ActionParser(cursor, references, expressions);
        this.loops = new LoopParser(cursor, references, expressions, this);
        this.recovery = new Recovery(cursor);
    }

    /** {@code { statements }}. */
    List<Statement> block() {
        Token open = cursor.expect(TokenKind.LEFT_BRACE);
        cursor.nesting().enter(open.span());
        List<Statement> body = statements();
        cursor.nesting().leave();
        closeBrace();
        return body;
    }

    /** Statements up to the brace that closes their block, or to the end. */
    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        while (!atBlockEnd()) {
            statements.add(statement());
        }
        return List.copyOf(statements);
    }

    /** Statements to the end of the text: a closing brace there closes nothing. */
    List<Statement> allStatements() {
        List<Statement> statements = new ArrayList<>();
        while (!cursor.at(TokenKind.END)) {
            if (atBlockEnd()) {
                Token token = cursor.peek();
                cursor.reportUnexpected(SyntaxMessages.ACTION_VERB);
                cursor.take();
                if (token.is(TokenKind.LEFT_PAREN)) {
                    recovery.skipToFeatureSet();
                }
                statements.add(new Statement.Error(cursor.spanFrom(token)));
            } else {
                statements.add(outermost());
            }
        }
        return List.copyOf(statements);
    }

    /** A statement outside of all blocks: the place to go on after a stack overflow, on a thread with an uncommonly small stack. */
    private Statement outermost() {
        Token first = cursor.peek();
        int depth = cursor.nesting().depth();
        try {
            return statement();
        } catch (StackOverflowError tooDeep) {
            cursor.problems().nesting(cursor.peek().span());
            cursor.nesting().returnTo(depth);
            recovery.skipToFeatureSet();
            return new Statement.Error(cursor.spanFrom(first));
        }
    }

    private boolean atBlockEnd() {
        return cursor.at(TokenKind.RIGHT_BRACE) || cursor.at(TokenKind.END) || HeaderParser.isHeader(cursor);
    }

    /** Takes the closing brace; when it is missing, that is reported once, however many blocks are open, and the tree goes without. */
    Span closeBrace() {
        if (cursor.at(TokenKind.RIGHT_BRACE)) {
            return cursor.take().span();
        }
        if (!missingBraceReported) {
            cursor.reportUnexpected(SyntaxMessages.quoted(TokenKind.RIGHT_BRACE));
            missingBraceReported = true;
        }
        return Span.at(cursor.previousEnd());
    }

    /** A new feature set begins: a missing brace in it is a new one. */
    void forgetMissingBrace() {
        missingBraceReported = false;
    }

    private Statement statement() {
        Token first = cursor.peek();
        int depth = cursor.nesting().depth();
        int brackets = cursor.openBrackets();
        int braces = cursor.openBraces();
        try {
            return parse(first);
        } catch (SyntaxError reported) {
            cursor.nesting().returnTo(depth);
            boolean block = first.is("match") || first.is("for") || first.is("parallel") || first.is("while");
            recovery.skipStatement(cursor.openBrackets() - brackets, cursor.openBraces() - braces, block);
            return new Statement.Error(cursor.spanFrom(first));
        }
    }

    private Statement parse(Token first) {
        if (first.isWord() && actions.atVerb() && !isPublishAlias(first)) {
            return pipeline(actions.action());
        }
        return switch (first.word()) {
            case "match" -> match();
            case "for", "parallel" -> loops.forLoop();
            case "while" -> loops.whileLoop();
            case "break" -> breakStatement();
            case "publish" -> publish();
            case "require" -> require();
            default -> {
                if (isPublishAlias(first)) {
                    yield publish();
                }
                yield pipeline(actions.action());
            }
        };
    }

    private boolean isPublishAlias(Token first) {
        return (first.isExactly("Export") || first.isExactly("Expose") || first.isExactly("Share")) && cursor.peek(1).is("as");
    }

    /** The stages after the first, if there are any, and the terminator ([SYN-421]). */
    private Statement pipeline(Statement.Action first) {
        if (!cursor.at(TokenKind.PIPE_GREATER)) {
            return end(first);
        }
        List<Statement.Action> stages = new ArrayList<>();
        stages.add(first);
        while (cursor.skip(TokenKind.PIPE_GREATER)) {
            stages.add(actions.action());
        }
        return end(new Statement.Pipeline(List.copyOf(stages), cursor.spanFrom(first.span().start())));
    }

    /**
     * The terminator ([SYN-402]). A statement that lacks nothing else is kept ([SYN-642]); more text in its place makes it a broken one.
     */
    private <T extends Statement> T end(T statement) {
        if (cursor.skip(TokenKind.DOT)) {
            recovery.skipDots();
            return statement;
        }
        cursor.reportUnexpected(SyntaxMessages.quoted(TokenKind.DOT));
        if (atBlockEnd() || Recovery.startsStatement(cursor.peek())) {
            return statement;
        }
        throw SyntaxError.UNWIND;
    }

    private Statement breakStatement() {
        Token first = cursor.take();
        Expression guard = cursor.skip("when") ? expressions.expression() : null;
        return end(new Statement.Break(guard, cursor.spanFrom(first)));
    }

    private Statement publish() {
        Token keyword = cursor.take();
        cursor.expect("as");
        Statement.Name external = references.angleName();
        Statement.Name internal = references.angleName();
        return end(new Statement.Publish(
                keyword.text(), external.text(), external.span(), internal.text(), internal.span(), cursor.spanFrom(keyword)));
    }

    private Statement require() {
        Token keyword = cursor.take();
        references.article();
        Statement.Name name = references.angleName();
        cursor.expect("from");
        references.article();
        Statement.Name source = references.angleName();
        return end(
                new Statement.Require(name.text(), name.span(), source.text(), source.span(), cursor.spanFrom(keyword)));
    }

    /** The keyword, or with a capital the verb of that name ([SYN-405], [SYN-424]). */
    private Statement match() {
        Token keyword = cursor.peek();
        boolean capital = keyword.startsUpperCase();
        if (capital && Words.ARTICLES.contains(cursor.peek(1).word())) {
            return pipeline(actions.action());
        }
        ActionParser.Verb verb = actions.takeVerb();
        Reference subject = references.reference();
        if (capital && !cursor.at(TokenKind.LEFT_BRACE)) {
            return pipeline(actions.actionOn(verb, subject));
        }
        Span head = cursor.spanFrom(keyword);
        cursor.expect(TokenKind.LEFT_BRACE);
        List<Statement.Case> cases = new ArrayList<>();
        while (cursor.at("case")) {
            cases.add(matchCase());
        }
        List<Statement> otherwise = null;
        if (cursor.skip("otherwise")) {
            otherwise = block();
            if (!atBlockEnd()) {
                throw cursor.unexpected(SyntaxMessages.quoted(TokenKind.RIGHT_BRACE));
            }
        } else if (!atBlockEnd()) {
            throw cursor.unexpected(SyntaxMessages.CASE);
        }
        closeBrace();
        return new Statement.Match(subject, List.copyOf(cases), otherwise, head, cursor.spanFrom(keyword));
    }

    private Statement.Case matchCase() {
        Token first = cursor.take();
        Pattern pattern = pattern();
        Expression guard = cursor.skip("where") ? expressions.expression() : null;
        List<Statement> body = block();
        return new Statement.Case(pattern, guard, body, cursor.spanFrom(first));
    }

    private Pattern pattern() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case STRING, INTEGER, FLOAT, REGEX -> literal(expressions.literal());
            case MINUS -> {
                Token next = cursor.peek(1);
                if (!next.kind().isNumber() || !token.touches(next)) {
                    throw cursor.unexpected(SyntaxMessages.PATTERN);
                }
                yield literal(expressions.negativeNumber());
            }
            case LESS -> {
                Reference reference = references.reference();
                yield new Pattern.Variable(reference, reference.span());
            }
            case WORD -> {
                if (token.isExactly("_")) {
                    yield new Pattern.Any(cursor.take().span());
                }
                if (token.is("true") || token.is("false") || Words.isNull(token.word())) {
                    yield literal(expressions.literal());
                }
                throw cursor.unexpected(SyntaxMessages.PATTERN);
            }
            default -> throw cursor.unexpected(SyntaxMessages.PATTERN);
        };
    }

    private static Pattern literal(Expression.Literal literal) {
        return new Pattern.Literal(literal, literal.span());
    }
}
