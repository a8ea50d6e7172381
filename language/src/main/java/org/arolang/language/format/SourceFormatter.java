package org.arolang.language.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.arolang.language.parse.ParseResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.parse.Token;
import org.arolang.language.parse.TokenKind;
import org.arolang.language.print.TreeText;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Node;
import org.arolang.language.tree.Program;
import org.arolang.language.tree.Program.Comment;
import org.arolang.language.tree.Statement;

/**
 * Lays source text out as [TOOL-221] says. Works on the tokens, which it writes as they are, and lets the tree tell which of them make a
 * line: so nothing but white space, the case of keywords and surplus punctuation changes.
 */
public final class SourceFormatter {

    private static final int DEEPER = 4;

    private final SourceFile file;
    private final Program program;
    private final List<Token> tokens;
    private final StringBuilder out = new StringBuilder();
    private int nextComment;
    private int indent;

    private SourceFormatter(SourceFile file, Program program) {
        this.file = file;
        this.program = program;
        this.tokens = Parser.tokens(file);
    }

    /** Thrown when a layout would not mean what the source means; the source is to be left alone. */
    public static final class Unformattable extends RuntimeException {
        Unformattable(String name) {
            super("Cannot format " + name + " without changing its meaning", null, false, false);
        }
    }

    /**
     * The text in canonical layout.
     *
     * @param parsed what parsing {@code file} gave, without errors
     * @throws Unformattable when the result would differ from the source in more than its layout, or formatting it again would change it
     */
    public static String format(SourceFile file, ParseResult parsed) {
        String once = new SourceFormatter(file, parsed.program()).file();
        SourceFile formatted = new SourceFile(file.name(), once);
        ParseResult again = Parser.parse(formatted);
        boolean same = tree(again.program()).equals(tree(parsed.program()))
                && comments(again.program()).equals(comments(parsed.program()))
                && new SourceFormatter(formatted, again.program()).file().equals(once);
        if (!same) {
            throw new Unformattable(file.name());
        }
        return once;
    }

    private static List<String> tree(Program program) {
        List<String> trees = new ArrayList<>();
        program.imports().forEach(declaration -> trees.add(declaration.path()));
        program.featureSets().forEach(featureSet -> trees.add(TreeText.of(featureSet)));
        return trees;
    }

    private static List<String> comments(Program program) {
        return program.comments().stream().map(SourceFormatter::text).toList();
    }

    private static String text(Comment comment) {
        return comment.block() ? comment.text() : comment.text().stripTrailing();
    }

    private String file() {
        int end = 0;
        for (Program.Import declaration : program.imports()) {
            gap(end, declaration.span().start(), end == 0);
            line("import " + file.text(declaration.pathSpan()));
            end = trailing(declaration.span().end());
        }
        for (FeatureSet featureSet : program.featureSets()) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            gap(end, featureSet.span().start(), true);
            end = featureSet(featureSet);
        }
        if (nextComment < program.comments().size()) {
            if (!out.isEmpty() && !program.featureSets().isEmpty() && isBlankBetween(end, comment().span().start())) {
                out.append('\n');
            }
            gap(end, file.text().length(), true);
        }
        return out.toString();
    }

    private int featureSet(FeatureSet featureSet) {
        int from = featureSet.guard() == null ? featureSet.headerSpan().end() : featureSet.guard().span().end();
        int open = indexFrom(from, TokenKind.LEFT_BRACE);
        line(lines(featureSet.span().start(), tokens.get(open).start(), Set.of(), featureSet.headerSpan().end()).text(indent, " {"));
        int end = body(tokens.get(open).end(), featureSet.body(), featureSet.closingSpan().start());
        line("}");
        return trailing(Math.max(end, featureSet.closingSpan().end()));
    }

    /** The lines between two braces; gives where the closing one begins. */
    private int body(int start, List<Statement> statements, int close) {
        indent += DEEPER;
        int end = trailing(start);
        boolean first = true;
        for (Statement statement : statements) {
            gap(end, statement.span().start(), first);
            end = statement(statement);
            first = false;
        }
        gap(end, close, first);
        indent -= DEEPER;
        return close;
    }

    /** Writes a statement; gives where what it takes up in the source ends. */
    private int statement(Statement statement) {
        return switch (statement) {
            case Statement.Match match -> match(match);
            case Statement.ForEach loop -> block(loop.head(), loop.body(), loop.span());
            case Statement.RangeLoop loop -> block(loop.head(), loop.body(), loop.span());
            case Statement.While loop -> block(loop.head(), loop.body(), loop.span());
            default -> simple(statement);
        };
    }

    private int block(Span head, List<Statement> body, Span whole) {
        int open = indexFrom(head.end(), TokenKind.LEFT_BRACE);
        line(lines(head.start(), tokens.get(open).start(), Set.of()).text(indent, " {"));
        body(tokens.get(open).end(), body, whole.end() - 1);
        line("}");
        return trailing(whole.end());
    }

    private int match(Statement.Match match) {
        int open = indexFrom(match.head().end(), TokenKind.LEFT_BRACE);
        line(lines(match.head().start(), tokens.get(open).start(), Set.of()).text(indent, " {"));
        indent += DEEPER;
        int end = trailing(tokens.get(open).end());
        boolean first = true;
        for (Statement.Case branch : match.cases()) {
            gap(end, branch.span().start(), first);
            int from = branch.guard() == null ? ((Node) branch.pattern()).span().end() : branch.guard().span().end();
            end = block(new Span(branch.span().start(), from), branch.body(), branch.span());
            first = false;
        }
        if (match.otherwise() != null) {
            int word = indexFrom(end, TokenKind.WORD);
            gap(end, tokens.get(word).start(), first);
            int brace = word + 1;
            end = block(tokens.get(word).span(), match.otherwise(), new Span(tokens.get(word).start(), closeOf(brace)));
        }
        gap(end, match.span().end() - 1, false);
        indent -= DEEPER;
        line("}");
        return trailing(match.span().end());
    }

    private int simple(Statement statement) {
        int end = statement.span().end();
        int dot = indexFrom(end, TokenKind.DOT);
        int stop = tokens.get(dot).end();
        for (int i = dot + 1; tokens.get(i).kind() == TokenKind.DOT; i++) {
            stop = tokens.get(i).end();
        }
        boolean commented = nextComment < program.comments().size() && comment().span().start() < stop;
        if (commented) {
            asWritten(statement.span().start(), tokens.get(dot).end());
        } else {
            line(lines(statement.span().start(), end, clauses(statement)).text(indent, "."));
        }
        return trailing(stop);
    }

    /** A statement with comments inside is kept as it is; its further lines move with the first. */
    private void asWritten(int start, int end) {
        int shift = indent - (start - file.lineStart(file.lineOf(start)));
        String[] lines = file.text(new Span(start, end)).split("\\R", -1);
        line(lines[0].stripTrailing());
        for (int i = 1; i < lines.length; i++) {
            String content = lines[i].strip();
            int blanks = lines[i].length() - lines[i].stripLeading().length();
            out.append(content.isEmpty() ? "" : " ".repeat(Math.max(0, blanks + shift)) + content).append('\n');
        }
        while (nextComment < program.comments().size() && comment().span().start() < end) {
            nextComment++;
        }
    }

    private static Set<Integer> clauses(Statement statement) {
        Set<Integer> starts = new HashSet<>();
        List<Statement.Action> actions = switch (statement) {
            case Statement.Action action -> List.of(action);
            case Statement.Pipeline pipeline -> pipeline.stages();
            default -> List.of();
        };
        actions.forEach(action -> action.clauses().keywords().stream()
                .map(Clauses.Keyword::span)
                .forEach(span -> starts.add(span.start())));
        return starts;
    }

    /** The tokens of a part of the source as lines. A verb in angle brackets loses them, and its first letter stays. */
    private Lines lines(int start, int end, Set<Integer> clauses) {
        return lines(start, end, clauses, start);
    }

    private Lines lines(int start, int end, Set<Integer> clauses, int keywordsFrom) {
        int from = indexFrom(start);
        int to = indexFrom(end);
        List<Token> part = new ArrayList<>(tokens.subList(from, to));
        for (int i = 0; i + 2 < part.size(); i++) {
            boolean begins = i == 0 || part.get(i - 1).kind() == TokenKind.PIPE_GREATER;
            if (begins && part.get(i).kind() == TokenKind.LESS) {
                int close = i + 1;
                while (part.get(close).kind() != TokenKind.GREATER) {
                    close++;
                }
                part.remove(close);
                part.remove(i);
            }
        }
        return new Lines(file, part, clauses, keywordsFrom);
    }

    /** What stands in the source between two pieces: comments on lines of their own, and blank lines. */
    private void gap(int from, int to, boolean first) {
        int end = from;
        boolean atStart = first;
        while (nextComment < program.comments().size() && comment().span().start() < to) {
            Comment comment = comment();
            if (!atStart && isBlankBetween(end, comment.span().start())) {
                out.append('\n');
            }
            line(text(comment));
            end = comment.span().end();
            nextComment++;
            atStart = false;
        }
        boolean closes = to < file.text().length() && file.text().charAt(to) == '}';
        if (!atStart && !closes && to < file.text().length() && isBlankBetween(end, to)) {
            out.append('\n');
        }
    }

    /** Adds the comments that follow on the same source line; gives where they end. */
    private int trailing(int end) {
        int last = end;
        while (nextComment < program.comments().size() && isBehind(last, comment())) {
            out.setLength(out.length() - 1);
            out.append("  ").append(text(comment())).append('\n');
            last = comment().span().end();
            nextComment++;
        }
        return last;
    }

    /** Whether nothing but blanks stands between {@code end} and a comment on that line that nothing but the line's end follows. */
    private boolean isBehind(int end, Comment comment) {
        boolean sameLine = file.text().substring(end, Math.max(end, comment.span().start())).isBlank()
                && end > 0
                && file.lineOf(end - 1) == file.lineOf(comment.span().start());
        return sameLine && (!comment.block() || file.lineOf(comment.span().end() - 1) == file.lineOf(comment.span().start()));
    }

    private boolean isBlankBetween(int from, int to) {
        return from > 0 && file.lineOf(to) - file.lineOf(from - 1) > 1;
    }

    private Comment comment() {
        return program.comments().get(nextComment);
    }

    private void line(String text) {
        out.append(" ".repeat(indent)).append(text).append('\n');
    }

    /** The first token that begins at {@code offset} or later. */
    private int indexFrom(int offset) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int indexFrom(int offset, TokenKind kind) {
        int i = indexFrom(offset);
        while (tokens.get(i).kind() != kind && tokens.get(i).kind() != TokenKind.END) {
            i++;
        }
        return i;
    }

    /** Where the brace that closes the one at {@code open} ends. */
    private int closeOf(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            switch (tokens.get(i).kind()) {
                case LEFT_BRACE -> depth++;
                case RIGHT_BRACE -> {
                    depth--;
                    if (depth == 0) {
                        return tokens.get(i).end();
                    }
                }
                default -> {
                }
            }
        }
        return tokens.getLast().end();
    }
}
