package org.arolang.language.parse;

import java.util.List;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Program;
import org.arolang.language.tree.Program.Import;
import org.arolang.language.tree.Statement;

/**
 * Source text to syntax tree. Never fails: whatever is wrong is a diagnostic, and what could be read is in the tree. The time is linear in
 * the length of the text and the stack bounded ([SYN-643]). Safe for use by several threads.
 */
public final class Parser {

    /** Name of the feature set around a bare snippet; never shown ([DEC-10]). */
    public static final String SNIPPET_NAME = "_snippet_";

    /** Activity of the feature set around a bare snippet. */
    public static final String SNIPPET_ACTIVITY = "Interactive";

    private Parser() {}

    /** Parses a source file: imports and feature sets. */
    public static ParseResult parse(SourceFile file) {
        Source source = new Source(file, whole(file), TokenCursor.END_OF_FILE);
        return source.program();
    }

    /**
     * Parses statements without a header as if they stood in one ([SYN-804]). Text that begins with a parenthesis or an import, as no
     * statement does, is parsed as a file.
     */
    public static ParseResult parseSnippet(SourceFile file) {
        Source source = new Source(file, whole(file), TokenCursor.END_OF_FILE);
        if (source.startsLikeFile()) {
            return source.program();
        }
        List<Statement> body = source.parser.statements().allStatements();
        Span all = whole(file);
        Span before = Span.at(0);
        FeatureSet wrapper = new FeatureSet(
                SNIPPET_NAME, SNIPPET_ACTIVITY, null, null, null, body, before, before, before, Span.at(all.end()), all);
        return source.result(List.of(), List.of(wrapper));
    }

    /** Whether the text begins, after comments, with a feature set or an import: whether it is a file and no bare snippet. */
    public static boolean startsLikeFile(SourceFile file) {
        return new Source(file, whole(file), TokenCursor.END_OF_FILE).startsLikeFile();
    }

    /** Parses the one expression under {@code part}; positions are those of the file. */
    public static ExpressionResult parseExpression(SourceFile file, Span part) {
        Source source = new Source(file, part, TokenCursor.END_OF_BLOCK);
        Expression expression;
        try {
            expression = source.parser.expressions().expression();
            if (!source.cursor.at(TokenKind.END)) {
                source.cursor.reportUnexpected(TokenCursor.END_OF_BLOCK);
            }
        } catch (SyntaxError reported) {
            expression = new Expression.Null(part);
        }
        return new ExpressionResult(expression, source.problems.found());
    }

    /** Parses the statements under {@code part}; positions are those of the file. */
    public static StatementsResult parseStatements(SourceFile file, Span part) {
        Source source = new Source(file, part, TokenCursor.END_OF_BLOCK);
        return new StatementsResult(source.parser.statements().allStatements(), source.problems.found());
    }

    /** The tokens of a text, the last of them END, for tools that lay it out anew. */
    public static List<Token> tokens(SourceFile file) {
        return List.copyOf(new Lexer(new Problems(file), whole(file)).tokens());
    }

    private static Span whole(SourceFile file) {
        return new Span(0, file.text().length());
    }

    /** One run over one text. */
    private static final class Source {
        private final SourceFile file;
        private final Problems problems;
        private final Lexer lexer;
        private final TokenCursor cursor;
        private final ProgramParser parser;

        Source(SourceFile file, Span part, String endName) {
            this.file = file;
            this.problems = new Problems(file);
            this.lexer = new Lexer(problems, part);
            this.cursor = new TokenCursor(lexer.tokens(), problems, new Nesting(problems), endName);
            this.parser = new ProgramParser(cursor);
        }

        boolean startsLikeFile() {
            return cursor.at("import") || cursor.at(TokenKind.LEFT_PAREN);
        }

        ParseResult program() {
            List<Import> imports = parser.imports();
            return result(imports, parser.featureSets());
        }

        ParseResult result(List<Import> imports, List<FeatureSet> featureSets) {
            Program program = new Program(file, imports, featureSets, List.copyOf(lexer.comments()), whole(file));
            return new ParseResult(program, problems.found(), !problems.stopped());
        }
    }
}
