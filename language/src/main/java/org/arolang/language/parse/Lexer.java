package org.arolang.language.parse;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Program.Comment;
import org.jspecify.annotations.Nullable;

/**
 * Characters to tokens (chapter 01, section 2). Every character is looked at a bounded number of times. After an error the lexer goes on
 * as well as it can, so that there is always a tree; what counts as a diagnostic then is decided by {@link Problems}.
 */
final class Lexer {

    private final String text;
    private final int end;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final NumberLexer numbers;
    private final StringLexer strings;

    private int at;
    /** Up to here no slash begins a regex: the rest of its line holds no closing slash. */
    private int noRegexBefore;

    /** A lexer for the part of the file under {@code part}. */
    Lexer(Problems problems, Span part) {
        this.text = problems.file().text();
        this.at = part.start();
        this.end = part.end();
        this.problems = problems;
        this.numbers = new NumberLexer(text, end, problems);
        this.strings = new StringLexer(text, end, problems);
    }

    List<Comment> comments() {
        return comments;
    }

    /** All tokens; the last is END. */
    List<Token> tokens() {
        if (at == 0 && text.startsWith("\uFEFF")) {
            at = 1;
        }
        while (skipBlanks()) {
            token();
        }
        int last = Math.max(tokens.isEmpty() ? 0 : tokens.getLast().end(), comments.isEmpty() ? 0 : comments.getLast().span().end());
        int place = last == 0 ? end : Math.min(last, end);
        tokens.add(Token.of(TokenKind.END, place, place, ""));
        return tokens;
    }

    private @Nullable Token previous() {
        return tokens.isEmpty() ? null : tokens.getLast();
    }

    /** Skips white space and comments; false at the end. */
    private boolean skipBlanks() {
        while (at < end) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (c == '/' && next() == '/') {
                comment(false, endOfLine(at));
            } else if (c == '(' && next() == '*') {
                int close = text.indexOf("*)", Math.min(at + 2, end), end);
                if (close < 0) {
                    problems.stop(SyntaxMessages.UNTERMINATED_COMMENT, new Span(at, at + 2));
                    comment(true, end);
                } else {
                    comment(true, close + 2);
                }
            } else {
                return true;
            }
        }
        return false;
    }

    private void comment(boolean block, int commentEnd) {
        comments.add(new Comment(text.substring(at, commentEnd), block, new Span(at, commentEnd)));
        at = commentEnd;
    }

    static boolean isBlank(char c) {
        return c <= ' ' && c != 0 && Character.isWhitespace(c)
                || c > 127 && (Character.isWhitespace(c) || Character.isSpaceChar(c))
                || SourceFile.isLineEnd(c);
    }

    /** The character after the current one, or NUL. */
    private char next() {
        return at + 1 < end ? text.charAt(at + 1) : 0;
    }

    private int endOfLine(int from) {
        int i = from;
        while (i < end && !SourceFile.isLineEnd(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private void token() {
        char c = text.charAt(at);
        if (c >= '0' && c <= '9') {
            add(numbers.number(at, previous()));
        } else if (c == '"' || c == '\'') {
            add(strings.string(at));
        } else if (c == '/' && startsRegex()) {
            regex();
        } else {
            int codePoint = text.codePointAt(at);
            if (Words.isWordStart(codePoint)) {
                word();
            } else {
                punctuation(codePoint);
            }
        }
    }

    private void add(Token token) {
        tokens.add(token);
        at = token.end();
    }

    private void word() {
        int i = at;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            if (!Words.isWordPart(codePoint)) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        i = Math.min(i, end);
        add(Token.word(at, i, text.substring(at, i)));
    }

    private void punctuation(int codePoint) {
        TokenKind kind = punctuationKind();
        if (kind == null) {
            int width = Character.charCount(codePoint);
            problems.error("lexical", SyntaxMessages.unexpectedCharacter(codePoint), new Span(at, at + width));
            at += width;
        } else {
            add(Token.of(kind, at, at + kind.symbol().length(), kind.symbol()));
        }
    }

    private @Nullable TokenKind punctuationKind() {
        char next = next();
        return switch (text.charAt(at)) {
            case '(' -> TokenKind.LEFT_PAREN;
            case ')' -> TokenKind.RIGHT_PAREN;
            case '{' -> TokenKind.LEFT_BRACE;
            case '}' -> TokenKind.RIGHT_BRACE;
            case '[' -> TokenKind.LEFT_BRACKET;
            case ']' -> TokenKind.RIGHT_BRACKET;
            case '<' -> next == '=' ? TokenKind.LESS_OR_EQUAL : TokenKind.LESS;
            case '>' -> next == '=' ? TokenKind.GREATER_OR_EQUAL : TokenKind.GREATER;
            case '=' -> next == '=' ? TokenKind.EQUAL_EQUAL : next == '>' ? TokenKind.FAT_ARROW : TokenKind.EQUAL;
            case '!' -> next == '=' ? TokenKind.NOT_EQUAL : null;
            case ':' -> next == ':' ? TokenKind.DOUBLE_COLON : TokenKind.COLON;
            case '.' -> TokenKind.DOT;
            case ',' -> TokenKind.COMMA;
            case ';' -> TokenKind.SEMICOLON;
            case '@' -> TokenKind.AT;
            case '?' -> TokenKind.QUESTION;
            case '-' -> next == '>' ? TokenKind.ARROW : TokenKind.MINUS;
            case '+' -> next == '+' ? TokenKind.PLUS_PLUS : TokenKind.PLUS;
            case '*' -> TokenKind.STAR;
            case '/' -> TokenKind.SLASH;
            case '%' -> TokenKind.PERCENT;
            case '|' -> next == '>' ? TokenKind.PIPE_GREATER : TokenKind.PIPE;
            default -> null;
        };
    }

    /** [SYN-139]. */
    private boolean startsRegex() {
        Token previous = previous();
        if (at < noRegexBefore || at + 1 >= end || isBlank(text.charAt(at + 1))) {
            return false;
        }
        if (previous != null && (previous.is(TokenKind.DOT) || endsOperand(previous) && !isSinkVerb())) {
            return false;
        }
        return closingSlash() > 0;
    }

    private boolean endsOperand(Token token) {
        return token.isIdentifier() || token.isWord() && token.end() == at || NumberLexer.endsOperand(token);
    }

    /** Whether the last token is the verb of a statement whose result may be a regex ([SYN-407]): that ends no operand. */
    private boolean isSinkVerb() {
        Token verb = tokens.getLast();
        if (verb.end() == at || !Words.SINK_VERBS.contains(verb.word()) && !Words.CAREFUL_SINK_VERBS.contains(verb.word())) {
            return false;
        }
        if (tokens.size() == 1) {
            return true;
        }
        return switch (tokens.get(tokens.size() - 2).kind()) {
            case DOT, LEFT_BRACE, RIGHT_BRACE, PIPE_GREATER -> true;
            default -> false;
        };
    }

    /** The offset of the slash that closes a regex begun here, or -1. */
    private int closingSlash() {
        int i = at + 1;
        while (i < end && !SourceFile.isLineEnd(text.charAt(i))) {
            char c = text.charAt(i);
            if (c == '/') {
                return i;
            }
            i += c == '\\' && i + 1 < end && !SourceFile.isLineEnd(text.charAt(i + 1)) ? 2 : 1;
        }
        noRegexBefore = i;
        return -1;
    }

    private void regex() {
        int close = closingSlash();
        int i = close + 1;
        while (i < end && "ismg".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        Token.Content content = new Token.Regex(text.substring(at + 1, close), text.substring(close + 1, i));
        add(Token.literal(TokenKind.REGEX, at, i, text.substring(at, i), content));
    }
}
