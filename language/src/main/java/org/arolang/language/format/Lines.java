package org.arolang.language.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.arolang.language.parse.Token;
import org.arolang.language.parse.TokenKind;
import org.arolang.language.source.SourceFile;

/** The lines of one statement or head: one, or several where the source had them or the width asks for them ([TOOL-221], rule 7). */
final class Lines {

    private static final int WIDTH = 100;
    private static final int DEEPER = 4;

    private final SourceFile file;
    private final List<Token> tokens;
    private final Spacing spacing;
    private final Set<Integer> clauses;

    /** What is broken into lines; each level includes those before. */
    private enum Breaks {
        WRITTEN, PIPELINE, OUTERMOST, CLAUSES
    }

    /**
     * @param tokens the statement's tokens
     * @param clauses where its clauses begin, as offsets in the source
     * @param keywordsFrom the offset from which on words may be keywords
     */
    Lines(SourceFile file, List<Token> tokens, Set<Integer> clauses, int keywordsFrom) {
        this.file = file;
        this.tokens = withoutTrailingCommas(withoutJoinedBrackets(tokens));
        this.spacing = new Spacing(this.tokens, keywordsFrom);
        this.clauses = clauses;
    }

    /** In {@code <n>= 5} and {@code <n>== 5} the sign {@code >=} closes the reference: it becomes two tokens. */
    private static List<Token> withoutJoinedBrackets(List<Token> tokens) {
        List<Token> parts = new ArrayList<>();
        boolean open = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean opens = token.kind() == TokenKind.LESS && i + 1 < tokens.size() && tokens.get(i + 1).kind() == TokenKind.WORD;
            boolean mayContinue = switch (token.kind()) {
                case WORD, MINUS, COLON, DOT, INTEGER, STRING, PIPE, COMMA, SLASH -> true;
                default -> false;
            };
            if (open && token.kind() == TokenKind.GREATER_OR_EQUAL) {
                int middle = token.start() + 1;
                parts.add(new Token(TokenKind.GREATER, token.start(), middle, ">", "", token.content()));
                boolean doubled = i + 1 < tokens.size()
                        && tokens.get(i + 1).kind() == TokenKind.EQUAL
                        && tokens.get(i + 1).start() == token.end();
                parts.add(doubled
                        ? new Token(TokenKind.EQUAL_EQUAL, middle, token.end() + 1, "==", "", token.content())
                        : new Token(TokenKind.EQUAL, middle, token.end(), "=", "", token.content()));
                i += doubled ? 1 : 0;
            } else {
                parts.add(token);
            }
            open = opens || open && mayContinue;
        }
        return parts;
    }

    private static List<Token> withoutTrailingCommas(List<Token> tokens) {
        List<Token> kept = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean trailing = tokens.get(i).kind() == TokenKind.COMMA && i + 1 < tokens.size() && isClosing(tokens.get(i + 1).kind());
            if (!trailing) {
                kept.add(tokens.get(i));
            }
        }
        return kept;
    }

    /**
     * The text, its lines joined by {@code \n}, the first without indentation.
     *
     * @param indent how far the first line is indented
     * @param ending what follows the last token: the dot, an opening brace
     */
    String text(int indent, String ending) {
        String text = "";
        for (Breaks breaks : Breaks.values()) {
            text = write(indent, breaks) + ending;
            if (fits(text, indent)) {
                break;
            }
        }
        return text;
    }

    private boolean fits(String text, int indent) {
        int first = indent;
        for (String line : text.split("\n", -1)) {
            if (first + line.codePointCount(0, line.length()) > WIDTH) {
                return false;
            }
            first = 0;
        }
        return true;
    }

    private String write(int indent, Breaks breaks) {
        StringBuilder text = new StringBuilder();
        List<Boolean> open = new ArrayList<>();
        boolean stages = breaks.ordinal() >= Breaks.PIPELINE.ordinal() || hasWrittenStages();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean newLine = false;
            int to = indent;
            if (isClosing(token.kind()) && !open.isEmpty()) {
                newLine = open.removeLast();
                depth -= newLine ? 1 : 0;
                to = indent + depth * DEEPER;
            } else if (i > 0 && !open.isEmpty() && open.getLast() && isEntryStart(i)) {
                newLine = true;
                to = indent + depth * DEEPER;
            } else if (i > 0 && open.isEmpty()) {
                boolean clause = breaks == Breaks.CLAUSES && clauses.contains(token.start());
                newLine = token.kind() == TokenKind.PIPE_GREATER && stages || clause;
                to = indent + DEEPER;
            }
            if (newLine) {
                text.append('\n').append(" ".repeat(to));
            } else if (i > 0 && spacing.isApart(i - 1)) {
                text.append(' ');
            }
            text.append(spacing.text(i));
            if (isOpening(token.kind())) {
                boolean broken = isBreakable(i) && (isWrittenBroken(i) || breaks.ordinal() >= Breaks.OUTERMOST.ordinal() && open.isEmpty());
                open.add(broken);
                depth += broken ? 1 : 0;
            }
        }
        return text.toString();
    }

    private static boolean isOpening(TokenKind kind) {
        return kind == TokenKind.LEFT_BRACE || kind == TokenKind.LEFT_BRACKET || kind == TokenKind.LEFT_PAREN;
    }

    private static boolean isClosing(TokenKind kind) {
        return kind == TokenKind.RIGHT_BRACE || kind == TokenKind.RIGHT_BRACKET || kind == TokenKind.RIGHT_PAREN;
    }

    /** Whether the bracket at {@code i} opens a map or a list that is not empty. */
    private boolean isBreakable(int i) {
        boolean isMap = tokens.get(i).kind() == TokenKind.LEFT_BRACE;
        boolean isList = tokens.get(i).kind() == TokenKind.LEFT_BRACKET
                && (i == 0 || spacing.isApart(i - 1) || isOpening(tokens.get(i - 1).kind()));
        return (isMap || isList) && i + 1 < tokens.size() && !isClosing(tokens.get(i + 1).kind());
    }

    /** Whether a line break follows the bracket in the source. */
    private boolean isWrittenBroken(int i) {
        return isLineBreakBetween(i, i + 1);
    }

    /** Whether an entry of the innermost map or list begins at {@code i}. */
    private boolean isEntryStart(int i) {
        if (spacing.isInside(i)) {
            return false;
        }
        TokenKind before = tokens.get(i - 1).kind();
        return before == TokenKind.COMMA || before == TokenKind.LEFT_BRACE || before == TokenKind.LEFT_BRACKET;
    }

    private boolean hasWrittenStages() {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == TokenKind.PIPE_GREATER && isLineBreakBetween(i - 1, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLineBreakBetween(int left, int right) {
        return right < tokens.size()
                && file.lineOf(tokens.get(left).end() - 1) < file.lineOf(tokens.get(right).start());
    }
}
