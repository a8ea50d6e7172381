package org.arolang.language.parse;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;

/** The three forms of string literal ([SYN-132] to [SYN-137]). */
final class StringLexer {

    private static final String BLOCK_QUOTES = "\"\"\"";

    private final String text;
    private final int end;
    private final Problems problems;
    /** The content of the piece being read, and where it began. */
    private final StringBuilder content = new StringBuilder();

    private int contentStart;

    StringLexer(String text, int end, Problems problems) {
        this.text = text;
        this.end = end;
        this.problems = problems;
    }

    /** The string whose opening quote stands at {@code start}. */
    Token string(int start) {
        content.setLength(0);
        if (text.charAt(start) == '\'') {
            return raw(start);
        }
        return text.startsWith(BLOCK_QUOTES, start) && start + 3 <= end ? block(start) : plain(start);
    }

    private Token raw(int start) {
        int i = start + 1;
        while (i < end && !SourceFile.isLineEnd(text.charAt(i))) {
            char c = text.charAt(i);
            if (c == '\'') {
                return chars(start, i + 1);
            }
            if (c == '\\' && i + 1 < end && text.charAt(i + 1) == '\'') {
                i++;
            }
            content.append(text.charAt(i++));
        }
        return unterminated(start, i);
    }

    private Token chars(int start, int stop) {
        return Token.literal(TokenKind.STRING, start, stop, text.substring(start, stop), new Token.Chars(content.toString()));
    }

    private Token unterminated(int start, int stop) {
        problems.stop(SyntaxMessages.UNTERMINATED_STRING, new Span(start, stop));
        return chars(start, stop);
    }

    private Token plain(int start) {
        List<Token.Piece> pieces = new ArrayList<>();
        int i = start + 1;
        contentStart = i;
        while (i < end && !SourceFile.isLineEnd(text.charAt(i))) {
            char c = text.charAt(i);
            if (c == '"') {
                if (pieces.isEmpty()) {
                    return chars(start, i + 1);
                }
                finishChars(pieces, i);
                return Token.literal(
                        TokenKind.INTERPOLATED, start, i + 1, text.substring(start, i + 1), new Token.Pieces(List.copyOf(pieces)));
            }
            if (c == '$' && i + 1 < end && text.charAt(i + 1) == '{') {
                int close = holeEnd(i + 2);
                if (close < 0) {
                    return unterminated(start, endOfLine(i));
                }
                finishChars(pieces, i);
                List<Token> tokens = new Lexer(problems, new Span(i + 2, close)).tokens();
                tokens.set(tokens.size() - 1, Token.of(TokenKind.END, close, close + 1, "}"));
                pieces.add(new Token.Piece.Hole(List.copyOf(tokens), new Span(i, close + 1)));
                i = close + 1;
                contentStart = i;
            } else if (c == '\\' && i + 1 < end && !SourceFile.isLineEnd(text.charAt(i + 1))) {
                i = escape(i, end);
            } else {
                content.append(c);
                i++;
            }
        }
        return unterminated(start, i);
    }

    private void finishChars(List<Token.Piece> pieces, int stop) {
        if (!content.isEmpty()) {
            pieces.add(new Token.Piece.Chars(content.toString(), new Span(contentStart, stop)));
            content.setLength(0);
        }
    }

    /** The offset of the brace that closes the hole whose text begins at {@code from}; -1 when the string or line ends before. */
    private int holeEnd(int from) {
        int depth = 0;
        boolean quoted = false;
        int i = from;
        while (i < end && !SourceFile.isLineEnd(text.charAt(i))) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < end && (text.charAt(i + 1) == '\'' || text.charAt(i + 1) == '"')) {
                i++;
            } else if (c == '"') {
                return -1;
            } else if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && depth-- == 0) {
                return i;
            }
            i++;
        }
        return -1;
    }

    private int endOfLine(int from) {
        int i = from;
        while (i < end && !SourceFile.isLineEnd(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Decodes the escape whose backslash stands at {@code start}, not reaching beyond {@code limit}; the offset after it. */
    private int escape(int start, int limit) {
        int codePoint = start + 1 < limit ? text.codePointAt(start + 1) : -1;
        switch (codePoint) {
            case 'n' -> content.append('\n');
            case 'r' -> content.append('\r');
            case 't' -> content.append('\t');
            case '0' -> content.append('\0');
            case '\\', '"', '\'', '$' -> content.append((char) codePoint);
            case 'u' -> {
                return unicodeEscape(start, limit);
            }
            default -> {
                int stop = codePoint < 0 ? start + 1 : start + 1 + Character.charCount(codePoint);
                problems.stop(SyntaxMessages.invalidEscape(text.substring(start, stop)), new Span(start, stop));
                return stop;
            }
        }
        return start + 2;
    }

    private int unicodeEscape(int start, int limit) {
        int i = start + 2;
        if (i >= limit || text.charAt(i) != '{') {
            problems.stop(SyntaxMessages.invalidEscape("\\u"), new Span(start, i));
            return i;
        }
        i++;
        int value = 0;
        boolean valid = true;
        while (i < limit && text.charAt(i) != '}' && text.charAt(i) != '"' && !SourceFile.isLineEnd(text.charAt(i))) {
            char c = text.charAt(i++);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            valid &= digit >= 0;
            value = Math.min(value * 16 + Math.max(digit, 0), Character.MAX_CODE_POINT + 1);
        }
        boolean closed = i < limit && text.charAt(i) == '}';
        int stop = closed ? i + 1 : i;
        boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        if (!closed || !valid || i == start + 3 || surrogate || value > Character.MAX_CODE_POINT) {
            problems.stop(SyntaxMessages.invalidUnicodeEscape(text.substring(start, stop)), new Span(start, stop));
        } else {
            content.appendCodePoint(value);
        }
        return stop;
    }

    /** {@code """}: lines between the quotes, without the indent of the closing ones ([SYN-135]). */
    private Token block(int start) {
        int firstBreak = start + 3;
        while (firstBreak < end && (text.charAt(firstBreak) == ' ' || text.charAt(firstBreak) == '\t')) {
            firstBreak++;
        }
        if (firstBreak >= end || !isBreak(text.charAt(firstBreak))) {
            return unterminated(start, endOfLine(start));
        }
        List<Span> lines = new ArrayList<>();
        int lineStart = afterBreak(firstBreak);
        int i = lineStart;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '"' && i + 3 <= end && text.startsWith(BLOCK_QUOTES, i)) {
                return finishBlock(start, lines, new Span(lineStart, i));
            }
            if (isBreak(c)) {
                lines.add(new Span(lineStart, i));
                lineStart = afterBreak(i);
                i = lineStart;
            } else {
                i += c == '\\' && i + 1 < end && !isBreak(text.charAt(i + 1)) ? 2 : 1;
            }
        }
        problems.stop(SyntaxMessages.UNTERMINATED_STRING, new Span(start, endOfLine(start)));
        return chars(start, end);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private int afterBreak(int at) {
        return text.charAt(at) == '\r' && at + 1 < end && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
    }

    private Token finishBlock(int start, List<Span> lines, Span indentSpan) {
        int stop = indentSpan.end() + 3;
        String indent = text.substring(indentSpan.start(), indentSpan.end());
        if (!indent.isBlank()) {
            problems.stop(SyntaxMessages.CLOSING_QUOTES, new Span(indentSpan.end(), stop));
        }
        for (int n = 0; n < lines.size(); n++) {
            int lineStart = lines.get(n).start();
            int lineEnd = lines.get(n).end();
            boolean indented = lineEnd - lineStart >= indent.length() && text.startsWith(indent, lineStart);
            boolean empty = indented ? lineEnd - lineStart == indent.length() : isBlank(lineStart, lineEnd);
            if (empty && n == lines.size() - 1) {
                break;
            }
            if (n > 0) {
                content.append('\n');
            }
            if (!empty) {
                decodeLine(indented ? lineStart + indent.length() : lineStart, lineEnd);
            }
        }
        return chars(start, stop);
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Lexer.isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void decodeLine(int from, int to) {
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c == '\\') {
                i = escape(i, to);
            } else {
                content.append(c);
                i++;
            }
        }
    }
}
