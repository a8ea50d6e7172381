package org.arolang.language.format;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.arolang.language.parse.Token;
import org.arolang.language.parse.TokenKind;

/** Which tokens belong together without a blank, and which words are written in lower case ([TOOL-221], rules 5 and 6). */
final class Spacing {

    private static final Set<String> KEYWORDS = Set.of(
            "from", "for", "against", "to", "into", "via", "with", "on", "at", "by", "in", "a", "an", "the", "as", "where", "when", "while",
            "break", "each", "parallel", "and", "or", "not", "is", "contains", "matches", "true", "false", "null", "nil", "none", "exists",
            "defined", "empty", "case", "otherwise", "match", "import");
    private static final Set<String> OPERANDS = Set.of("true", "false", "null", "nil", "none", "exists", "empty", "defined");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Set<TokenKind> OPENING = EnumSet.of(TokenKind.LEFT_PAREN, TokenKind.LEFT_BRACKET);
    private static final Set<TokenKind> CLOSING = EnumSet.of(TokenKind.RIGHT_PAREN, TokenKind.RIGHT_BRACKET, TokenKind.COMMA,
            TokenKind.COLON, TokenKind.DOT);

    /** What a token is in its surroundings. */
    private enum Role {
        PLAIN,
        /** The {@code <} of a reference. */
        OPENS,
        /** A token between the angle brackets of a reference. */
        INSIDE,
        /** The {@code >} of a reference. */
        CLOSES,
        /** The hyphen of a name outside of brackets. */
        HYPHEN,
        /** A minus that stands before one operand. */
        UNARY
    }

    private final List<Token> tokens;
    private final Role[] roles;
    private final int keywordsFrom;

    /** @param keywordsFrom the offset from which on words may be keywords; before it they are parts of names */
    Spacing(List<Token> tokens, int keywordsFrom) {
        this.tokens = tokens;
        this.keywordsFrom = keywordsFrom;
        this.roles = new Role[tokens.size()];
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == null) {
                mark(i);
            }
        }
    }

    private void mark(int i) {
        Token token = tokens.get(i);
        roles[i] = Role.PLAIN;
        if (token.kind() == TokenKind.LESS) {
            int close = closeOf(i);
            if (close > 0) {
                for (int k = i + 1; k < close; k++) {
                    roles[k] = Role.INSIDE;
                }
                roles[i] = Role.OPENS;
                roles[close] = Role.CLOSES;
            }
        } else if (token.kind() == TokenKind.MINUS) {
            boolean inName = i > 0 && isWord(i - 1) && touches(i - 1) && touches(i) && (isWord(i + 1) || isNumber(i + 1));
            roles[i] = inName ? Role.HYPHEN : endsOperand(i - 1) ? Role.PLAIN : Role.UNARY;
        }
    }

    /** Where the reference that begins at {@code open} is closed; -1 when none begins there. */
    private int closeOf(int open) {
        int i = open + 1;
        if (!isWord(i)) {
            return -1;
        }
        while (kind(i + 1) == TokenKind.MINUS && (isWord(i + 2) || isNumber(i + 2))) {
            i += 2;
            while (isNumber(i) && isWord(i + 1) && touches(i)) {
                i++;
            }
        }
        if (kind(i + 1) == TokenKind.GREATER) {
            return i + 1;
        }
        if (kind(i + 1) != TokenKind.COLON) {
            return -1;
        }
        int depth = 1;
        for (int k = i + 2; k < tokens.size(); k++) {
            switch (kind(k)) {
                case LESS -> depth++;
                case GREATER -> {
                    depth--;
                    if (depth == 0) {
                        return k;
                    }
                }
                case LEFT_BRACE, RIGHT_BRACE, END -> {
                    return -1;
                }
                default -> {
                }
            }
        }
        return -1;
    }

    /** Whether an operand ends with the token at {@code i}, so that an operator follows. */
    private boolean endsOperand(int i) {
        if (i < 0) {
            return false;
        }
        return switch (kind(i)) {
            case INTEGER, FLOAT, STRING, INTERPOLATED, REGEX, RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> true;
            case GREATER -> roles[i] == Role.CLOSES;
            case WORD -> isOperandWord(i);
            default -> false;
        };
    }

    /** Whether the word at {@code i} is a name or a literal; the first word of a statement is a verb. */
    private boolean isOperandWord(int i) {
        String word = tokens.get(i).word();
        boolean isVerb = i == 0 || kind(i - 1) == TokenKind.PIPE_GREATER;
        return OPERANDS.contains(word) || !isVerb && !KEYWORDS.contains(word);
    }

    /** The text of a token: keywords in lower case, everything else as written. */
    String text(int i) {
        Token token = tokens.get(i);
        boolean keyword = token.kind() == TokenKind.WORD
                && KEYWORDS.contains(token.word())
                && token.start() >= keywordsFrom
                && roles[i] == Role.PLAIN
                && i > 0
                && kind(i - 1) != TokenKind.DOT
                && !ARTICLES.contains(tokens.get(i - 1).word())
                && kind(i + 1) != TokenKind.COLON
                && roles[i - 1] != Role.HYPHEN
                && (i + 1 == roles.length || roles[i + 1] != Role.HYPHEN);
        return keyword ? token.text().toLowerCase(Locale.ROOT) : token.text();
    }

    /** Whether the token at {@code i} stands between the angle brackets of a reference. */
    boolean isInside(int i) {
        return roles[i] == Role.INSIDE;
    }

    /** Whether a blank stands between the tokens at {@code i} and {@code i + 1}. */
    boolean isApart(int i) {
        Role left = roles[i];
        Role right = roles[i + 1];
        TokenKind next = kind(i + 1);
        if (isInSuffix(i + 1)) {
            return !touches(i);
        }
        if (left == Role.OPENS || right == Role.CLOSES || left == Role.HYPHEN || right == Role.HYPHEN) {
            return false;
        }
        if (left == Role.INSIDE && right == Role.INSIDE) {
            return isApartInReference(i);
        }
        if (left == Role.UNARY) {
            // A number that does not touch its minus is another expression than a negative number.
            return isNumber(i + 1) && !touches(i);
        }
        if (next == TokenKind.DOT || kind(i) == TokenKind.DOT) {
            return false;
        }
        if (OPENING.contains(kind(i)) || CLOSING.contains(next)) {
            return false;
        }
        if (isNumber(i) && isWord(i + 1)) {
            return !touches(i);
        }
        return switch (next) {
            case LEFT_BRACKET -> !(endsValue(i) || isWord(i) && touches(i));
            case LEFT_PAREN -> !(isWord(i) && touches(i) && !KEYWORDS.contains(tokens.get(i).word()));
            case RIGHT_BRACE -> kind(i) != TokenKind.LEFT_BRACE;
            default -> true;
        };
    }

    /** Whether the token belongs to the suffix of an activity, {@code Handler<status:paid>}, which is written without blanks. */
    private boolean isInSuffix(int i) {
        if (tokens.get(i).start() >= keywordsFrom || roles[i] == Role.PLAIN) {
            return false;
        }
        int open = i;
        while (open > 0 && roles[open] != Role.OPENS) {
            open--;
        }
        return open > 0 && !tokens.get(open - 1).word().equals("takes");
    }

    private boolean endsValue(int i) {
        return roles[i] == Role.CLOSES || kind(i) == TokenKind.RIGHT_PAREN || kind(i) == TokenKind.RIGHT_BRACKET;
    }

    private boolean isApartInReference(int i) {
        TokenKind left = kind(i);
        TokenKind next = kind(i + 1);
        if (left == TokenKind.COLON || left == TokenKind.COMMA || left == TokenKind.PIPE || next == TokenKind.PIPE) {
            return true;
        }
        boolean plain = (isWord(i) || isNumber(i)) && (isWord(i + 1) || isNumber(i + 1));
        return plain && !touches(i);
    }

    private boolean touches(int i) {
        return tokens.get(i).end() == tokens.get(i + 1).start();
    }

    private boolean isWord(int i) {
        return kind(i) == TokenKind.WORD;
    }

    private boolean isNumber(int i) {
        return kind(i) == TokenKind.INTEGER || kind(i) == TokenKind.FLOAT;
    }

    private TokenKind kind(int i) {
        return i < 0 || i >= tokens.size() ? TokenKind.END : tokens.get(i).kind();
    }
}
