package org.arolang.language.parse;

import org.arolang.language.source.SourceFile;

/** Every text that lexer and parser say to the programmer: [SYN-805] to [SYN-807] and the rules of the tokens. */
final class SyntaxMessages {

    // What is expected ([SYN-807]).
    static final String ACTION_VERB = "action verb (e.g., Extract, Filter, Return)";
    static final String PREPOSITION = "preposition";
    static final String OBJECT = "object ('<' or identifier)";
    static final String EXPRESSION = "expression";
    static final String IDENTIFIER = "identifier";
    static final String IDENTIFIER_AFTER_MINUS = "identifier after '-'";
    static final String MAP_KEY_AFTER_HYPHEN = "identifier after hyphen";
    static final String MEMBER_NAME = "member name";
    static final String TYPE_NAME = "type name";
    static final String INTEGER = "integer";
    static final String CONCURRENCY_INTEGER = "integer for concurrency";
    static final String TIME_UNIT = "time unit (s, m, h, d, w, M, y)";
    static final String PATTERN = "pattern (literal, <variable>, _, or /regex/)";
    static final String BY = "regex literal, string literal, or field after 'by'";
    static final String CASE = "'case' or 'otherwise'";
    static final String IMPORT_PATH = "import path";
    static final String COMPARISON = "comparison operator (is, =, <, >, <=, >=, !=, contains, matches, in, not in, between, starts with, ends with)";
    static final String IN_AFTER_NOT = "'in' after 'not' in where clause";

    // Whole messages.
    static final String MISSING_NAME = "Missing feature set name";
    static final String MISSING_ACTIVITY = "Missing business activity";
    static final String NESTING = "Nesting too deep";
    static final String NOT_PRECEDENCE = "'not' applies only to the next operand; use parentheses";
    static final String UNTERMINATED_COMMENT = "Unterminated block comment";
    static final String UNTERMINATED_STRING = "Unterminated string literal";
    static final String CLOSING_QUOTES = "Closing \"\"\" must be on its own line";

    private static final int LONGEST_TOKEN = 40;

    private SyntaxMessages() {}

    static String expected(String what, String token) {
        return "Expected " + what + ", but got " + token;
    }

    /** {@code '.'} for DOT. */
    static String quoted(TokenKind kind) {
        return "'" + kind.symbol() + "'";
    }

    /**
     * The hint that goes with what was expected ([SYN-805]); empty when there is none.
     *
     * @param token what stands there instead
     */
    static String[] hints(String what, String token) {
        if (what.equals(ACTION_VERB) && (token.equals("'if'") || token.equals("'else'"))) {
            return new String[]{"There is no 'if': end a statement with 'when <condition>', or choose with 'match'"};
        }
        if (what.equals("'.'")) {
            return new String[]{"Statements must end with a period (.)"};
        }
        if (what.contains("object") || what.contains("'<'")) {
            return new String[]{"Object identifiers must be wrapped in angle brackets: <identifier>"};
        }
        if (what.contains("identifier")) {
            return new String[]{"Expected an identifier (letters, digits, or hyphens)"};
        }
        return new String[0];
    }

    /** A token as messages show it ([SYN-806]). */
    static String token(SourceFile file, TokenKind kind, int start, int end) {
        String text = cut(file.text(), start, end);
        boolean quotesItself = kind.isText() || kind == TokenKind.REGEX;
        return quotesItself ? text : "'" + text + "'";
    }

    static String unexpectedCharacter(int codePoint) {
        return "Unexpected character '" + visible(codePoint) + "'";
    }

    static String invalidNumber(String digits) {
        return "Invalid number literal '" + cut(digits, 0, digits.length()) + "'";
    }

    static String invalidEscape(String sequence) {
        return "Invalid escape sequence '" + cut(sequence, 0, sequence.length()) + "'";
    }

    static String invalidUnicodeEscape(String sequence) {
        return "Invalid unicode escape sequence '" + cut(sequence, 0, sequence.length()) + "'";
    }

    static String invalidRegex(String body) {
        return "Invalid regular expression '/" + printable(body) + "/'";
    }

    static String reversedRange(long start, long end) {
        return "Range start (" + start + ") is greater than end (" + end + ")";
    }

    static String duplicateKey(String key) {
        return "Duplicate key '" + printable(key) + "' in map literal";
    }

    static String shorthand(String reference) {
        return "Shorthand comparison: '" + printable(reference)
                + "' is compared with the left operand of the previous comparison; use parentheses if it is a condition of its own";
    }

    static String concurrency(String limit) {
        return "Concurrency limit must be greater than 0, got " + limit;
    }

    /** At most 40 characters, on one line. */
    private static String cut(String text, int start, int end) {
        String shown = text.substring(start, Math.min(end, start + 4 * LONGEST_TOKEN));
        if (shown.codePointCount(0, shown.length()) > LONGEST_TOKEN) {
            return printable(shown.substring(0, shown.offsetByCodePoints(0, LONGEST_TOKEN))) + "…";
        }
        return printable(shown);
    }

    /** Messages are one line and never steer a terminal: white space becomes blanks, other control characters are named. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.append(Character.isWhitespace(c) || Character.isSpaceChar(c) ? " " : visible(c)));
        return shown.toString();
    }

    private static String visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
                "U+%04X".formatted(codePoint);
            default -> Character.toString(codePoint);
        };
    }
}
