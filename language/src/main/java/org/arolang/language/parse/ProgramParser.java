package org.arolang.language.parse;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Program.Import;
import org.arolang.language.tree.Statement;

/** Imports and feature sets ([SYN-301], [SYN-302], [SYN-310]). */
final class ProgramParser {

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final HeaderParser headers;
    private final Recovery recovery;

    ProgramParser(TokenCursor cursor) {
        this.cursor = cursor;
        ReferenceParser references = new ReferenceParser(cursor);
        this.expressions = new ExpressionParser(cursor, references);
        this.statements = new StatementParser(cursor, references, expressions);
        this.headers = new HeaderParser(cursor, references);
        this.recovery = new Recovery(cursor);
    }

    List<Import> imports() {
        List<Import> imports = new ArrayList<>();
        while (cursor.at("import")) {
            Token keyword = cursor.take();
            Token first = cursor.peek();
            String path = path();
            if (path.isEmpty()) {
                cursor.reportUnexpected(SyntaxMessages.IMPORT_PATH);
                recovery.skipToFeatureSet();
            } else {
                imports.add(new Import(path, cursor.spanFrom(first), cursor.spanFrom(keyword)));
            }
        }
        return List.copyOf(imports);
    }

    /** Dots, slashes, hyphens and words without white space between them; empty when none stand here. */
    private String path() {
        StringBuilder path = new StringBuilder();
        while (isPathPart(cursor.peek()) && (path.isEmpty() || cursor.previousEnd() == cursor.peek().start())) {
            path.append(cursor.take().text());
        }
        return path.toString();
    }

    private static boolean isPathPart(Token token) {
        return switch (token.kind()) {
            case DOT, SLASH, MINUS, WORD -> true;
            default -> token.kind().isNumber();
        };
    }

    List<FeatureSet> featureSets() {
        List<FeatureSet> featureSets = new ArrayList<>();
        while (!cursor.at(TokenKind.END)) {
            int depth = cursor.nesting().depth();
            try {
                featureSets.add(featureSet());
            } catch (StackOverflowError tooDeep) {
                // A thread with an uncommonly small stack.
                cursor.problems().nesting(cursor.peek().span());
                cursor.nesting().returnTo(depth);
                recovery.skipToFeatureSet();
            } catch (SyntaxError reported) {
                cursor.nesting().returnTo(depth);
                recovery.skipToFeatureSet();
            }
        }
        return List.copyOf(featureSets);
    }

    private FeatureSet featureSet() {
        statements.forgetMissingBrace();
        HeaderParser.Header header = headers.header();
        Expression guard = null;
        Span guardSpan = null;
        if (cursor.at("when") || cursor.at("where")) {
            Token keyword = cursor.take();
            guard = expressions.expression();
            guardSpan = cursor.spanFrom(keyword);
        }
        cursor.expect(TokenKind.LEFT_BRACE);
        List<Statement> body = statements.statements();
        Span closing = statements.closeBrace();
        return new FeatureSet(
                header.name(), header.activity(), header.takes(), guard, guardSpan, body, header.nameSpan(), header.activitySpan(),
                header.span(), closing, header.span().to(closing));
    }

    StatementParser statements() {
        return statements;
    }

    ExpressionParser expressions() {
        return expressions;
    }
}
