package org.arolang.language.parse;

import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/** Number literals ([SYN-126] to [SYN-130]). The minus is a token of its own; the parser joins the two. */
final class NumberLexer {

    private final String text;
    private final int end;
    private final Problems problems;

    NumberLexer(String text, int end, Problems problems) {
        this.text = text;
        this.end = end;
        this.problems = problems;
    }

    /** Whether an operator is due after {@code token}, so that a minus or slash there is one ([SYN-131], [SYN-139]). */
    static boolean endsOperand(Token token) {
        return switch (token.kind()) {
            case INTEGER, FLOAT, STRING, INTERPOLATED, REGEX, GREATER, RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> true;
            case WORD ->
                token.isIdentifier() || token.is("true") || token.is("false") || Words.isNull(token.word()) || token.is("exists")
                        || token.is("empty") || token.is("defined");
            default -> false;
        };
    }

    /** The number that begins at {@code start}; {@code previous} is the token before it. */
    Token number(int start, @Nullable Token previous) {
        boolean inName = continuesName(start, previous);
        if (text.charAt(start) == '0' && start + 1 < end) {
            char mark = text.charAt(start + 1);
            if (mark == 'x' || mark == 'X') {
                return radix(start, 16, inName);
            }
            if (mark == 'b' || mark == 'B') {
                return radix(start, 2, inName);
            }
        }
        int i = digits(start, 10);
        boolean isFloat = false;
        if (i + 1 < end && text.charAt(i) == '.' && isDigit(text.charAt(i + 1), 10)) {
            i = digits(i + 1, 10);
            isFloat = true;
        }
        if (i < end && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int sign = i + 1;
            if (sign < end && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
                sign++;
            }
            if (sign < end && isDigit(text.charAt(sign), 10)) {
                i = digits(sign, 10);
                isFloat = true;
            } else if (!inName) {
                problems.stop(SyntaxMessages.invalidNumber(text.substring(start, i + 1)), new Span(start, i + 1));
                return Token.literal(TokenKind.INTEGER, start, i + 1, text.substring(start, i + 1), new Token.Whole(0, true));
            }
        }
        return isFloat ? fraction(start, i) : whole(start, i, inName, previous);
    }

    /** A digit after {@code word-} or {@code word.} may be a part of a name or path, where the rules for numbers do not hold. */
    private boolean continuesName(int start, @Nullable Token previous) {
        return previous != null
                && (previous.is(TokenKind.MINUS) || previous.is(TokenKind.DOT))
                && previous.end() == start
                && previous.start() > 0
                && Words.isWordPart(text.codePointBefore(previous.start()));
    }

    private Token fraction(int start, int stop) {
        String written = text.substring(start, stop);
        double value = Double.parseDouble(written.replace("_", ""));
        if (Double.isInfinite(value)) {
            problems.stop(SyntaxMessages.invalidNumber(written), new Span(start, stop));
        }
        return Token.literal(TokenKind.FLOAT, start, stop, written, new Token.Fraction(value));
    }

    private Token whole(int start, int stop, boolean inName, @Nullable Token previous) {
        String written = text.substring(start, stop);
        long value = 0;
        boolean tooLarge = false;
        for (int i = 0; i < written.length() && !tooLarge; i++) {
            char c = written.charAt(i);
            if (c != '_') {
                // Read as a negative number, which reaches one further: -9223372036854775808 is an integer.
                tooLarge = value < (Long.MIN_VALUE + (c - '0')) / 10;
                value = value * 10 - (c - '0');
            }
        }
        boolean negated = previous != null && previous.is(TokenKind.MINUS) && previous.end() == start;
        if (!tooLarge && value == Long.MIN_VALUE && negated) {
            return Token.literal(TokenKind.INTEGER, start, stop, written, new Token.Whole(value, true));
        }
        if (tooLarge || value == Long.MIN_VALUE) {
            if (!inName) {
                problems.stop(SyntaxMessages.invalidNumber(written), new Span(start, stop));
            }
            return Token.literal(TokenKind.INTEGER, start, stop, written, new Token.Whole(0, true));
        }
        return Token.literal(TokenKind.INTEGER, start, stop, written, new Token.Whole(-value, false));
    }

    private Token radix(int start, int radix, boolean inName) {
        int stop = digits(start + 2, radix);
        String digits = text.substring(start + 2, stop).replace("_", "");
        long value = 0;
        boolean valid = !digits.isEmpty() && text.charAt(start + 2) != '_';
        if (valid) {
            try {
                value = Long.parseLong(digits, radix);
            } catch (NumberFormatException tooLarge) {
                valid = false;
            }
        }
        if (!valid && inName) {
            return Token.literal(TokenKind.INTEGER, start, start + 1, "0", new Token.Whole(0, false));
        }
        String written = text.substring(start, stop);
        if (!valid) {
            problems.stop(SyntaxMessages.invalidNumber(written), new Span(start, stop));
        }
        return Token.literal(TokenKind.INTEGER, start, stop, written, new Token.Whole(value, !valid));
    }

    private int digits(int from, int radix) {
        int i = from;
        while (i < end && (text.charAt(i) == '_' || isDigit(text.charAt(i), radix))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 128 && Character.digit(c, radix) >= 0;
    }
}
