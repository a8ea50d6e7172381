package org.arolang.language.parse;

import java.util.List;
import java.util.Locale;
import org.arolang.language.source.Span;

/**
 * One token.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param text as written
 * @param word of a WORD its lower-case form, by which reserved words are recognised ([SYN-117]); of all others empty
 * @param content what a literal holds
 */
public record Token(TokenKind kind, int start, int end, String text, String word, Content content) {

    /** What a literal holds. */
    public sealed interface Content {}

    /** Of tokens that are no literal. */
    record None() implements Content {}

    /** An integer; {@code outOfRange} where only a part of a name may have so many digits ([SYN-122], [SYN-126]). */
    record Whole(long value, boolean outOfRange) implements Content {}

    record Fraction(double value) implements Content {}

    record Chars(String value) implements Content {}

    record Regex(String body, String flags) implements Content {}

    record Pieces(List<Piece> pieces) implements Content {}

    /** A part of an interpolated string. */
    sealed interface Piece {
        record Chars(String value, Span span) implements Piece {}

        /** {@code ${...}}; the tokens end with END, which stands at the closing brace. */
        record Hole(List<Token> tokens, Span span) implements Piece {}
    }

    static final Content NONE = new None();

    static Token of(TokenKind kind, int start, int end, String text) {
        return new Token(kind, start, end, text, "", NONE);
    }

    static Token word(int start, int end, String text) {
        return new Token(TokenKind.WORD, start, end, text, text.toLowerCase(Locale.ROOT), NONE);
    }

    static Token literal(TokenKind kind, int start, int end, String text, Content content) {
        return new Token(kind, start, end, text, "", content);
    }

    public Span span() {
        return new Span(start, end);
    }

    boolean is(TokenKind other) {
        return kind == other;
    }

    /** Whether this is the reserved word {@code lowerCase}, in any case. */
    boolean is(String lowerCase) {
        return word.equals(lowerCase);
    }

    /** Whether this is exactly this word: for those that are case-sensitive, such as {@code default} ([SYN-117]). */
    boolean isExactly(String other) {
        return kind == TokenKind.WORD && text.equals(other);
    }

    boolean isWord() {
        return kind == TokenKind.WORD;
    }

    /** A word that is not reserved. */
    boolean isIdentifier() {
        return kind == TokenKind.WORD && !Words.isReserved(word);
    }

    boolean startsUpperCase() {
        int first = text.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    boolean startsLowerCase() {
        return Character.isLowerCase(text.codePointAt(0));
    }

    boolean touches(Token next) {
        return end == next.start;
    }
}
