package org.arolang.language.parse;

import org.arolang.language.source.Span;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** {@code (name: activity)} ([SYN-302] to [SYN-306]). */
final class HeaderParser {

    private final TokenCursor cursor;
    private final ReferenceParser references;

    HeaderParser(TokenCursor cursor, ReferenceParser references) {
        this.cursor = cursor;
        this.references = references;
    }

    /** A header as it was read. */
    record Header(String name, Span nameSpan, String activity, Span activitySpan, FeatureSet.@Nullable Takes takes, Span span) {}

    /** Whether a parenthesis with words and a colon stands here: nothing but a header looks so. */
    static boolean isHeader(TokenCursor cursor) {
        if (!cursor.at(TokenKind.LEFT_PAREN)) {
            return false;
        }
        int distance = 1;
        while (true) {
            Token token = cursor.peek(distance);
            switch (token.kind()) {
                case WORD, INTEGER, MINUS -> distance++;
                case COLON -> {
                    return true;
                }
                default -> {
                    return false;
                }
            }
        }
    }

    Header header() {
        Token open = cursor.expect(TokenKind.LEFT_PAREN);
        Token nameStart = cursor.peek();
        String name = text(SyntaxMessages.MISSING_NAME);
        Span nameSpan = cursor.spanFrom(nameStart);
        cursor.expect(TokenKind.COLON);
        Token activityStart = cursor.peek();
        FeatureSet.Takes takes = null;
        String activity;
        if (activityStart.isExactly("Action") && cursor.peek(1).isExactly("takes") && cursor.peek(2).is(TokenKind.LESS)) {
            activity = cursor.take().text();
            takes = takes();
        } else {
            activity = text(SyntaxMessages.MISSING_ACTIVITY);
        }
        Span activitySpan = cursor.spanFrom(activityStart);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new Header(name, nameSpan, activity, activitySpan, takes, cursor.spanFrom(open));
    }

    /** [SYN-306]. */
    private FeatureSet.Takes takes() {
        Token keyword = cursor.take();
        cursor.expect(TokenKind.LESS);
        Statement.Name field = references.name();
        Qualifier type = cursor.skip(TokenKind.COLON) ? references.type(true) : null;
        cursor.expectClosingAngle();
        return new FeatureSet.Takes(field.text(), type == null ? null : type.raw(), cursor.spanFrom(keyword));
    }

    /** Words with single blanks between them, angle suffixes glued on ([SYN-303]). */
    private String text(String missing) {
        StringBuilder text = new StringBuilder();
        while (cursor.peek().isWord() || cursor.at(TokenKind.INTEGER) || cursor.at(TokenKind.LESS) && !text.isEmpty()) {
            if (cursor.at(TokenKind.LESS)) {
                suffix(text);
            } else {
                if (!text.isEmpty()) {
                    text.append(' ');
                }
                word(text);
                while (cursor.skip(TokenKind.MINUS)) {
                    text.append('-');
                    if (!cursor.peek().isWord() && !cursor.at(TokenKind.INTEGER)) {
                        throw cursor.unexpected(SyntaxMessages.IDENTIFIER_AFTER_MINUS);
                    }
                    word(text);
                }
            }
        }
        if (text.isEmpty()) {
            cursor.problems().error("syntax", missing, cursor.peek().span());
            throw SyntaxError.UNWIND;
        }
        return text.toString();
    }

    /** A word or digits with what directly follows them, such as {@code 2b}. */
    private void word(StringBuilder text) {
        Token token = cursor.take();
        text.append(token.text());
        if (token.is(TokenKind.INTEGER) && cursor.peek().isWord() && token.touches(cursor.peek())) {
            text.append(cursor.take().text());
        }
    }

    private void suffix(StringBuilder text) {
        text.append(cursor.take().text());
        while (!cursor.at(TokenKind.GREATER) && !cursor.at(TokenKind.GREATER_OR_EQUAL) && !cursor.at(TokenKind.END)) {
            text.append(cursor.take().text());
        }
        cursor.expectClosingAngle();
        text.append('>');
    }
}
