package org.arolang.language.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Names, references and their qualifiers (chapter 01, section 3). */
final class ReferenceParser {

    private final TokenCursor cursor;

    ReferenceParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** {@code a}, {@code an} or {@code the}: in lower case, or null when none stands here. */
    @Nullable
    String article() {
        return Words.ARTICLES.contains(cursor.peek().word()) ? cursor.take().word() : null;
    }

    /** An article, but only before a reference: elsewhere the word may be a field. */
    void skipArticleBeforeReference() {
        if (Words.ARTICLES.contains(cursor.peek().word()) && cursor.peek(1).is(TokenKind.LESS)) {
            cursor.take();
        }
    }

    /** {@code <name>}; the span is the name's. */
    Statement.Name angleName() {
        cursor.expect(TokenKind.LESS);
        Statement.Name name = name();
        cursor.expectClosingAngle();
        return name;
    }

    /** A compound name where every word counts and white space around hyphens does not ([SYN-122], [SYN-123]). */
    Statement.Name name() {
        return name(SyntaxMessages.IDENTIFIER_AFTER_MINUS);
    }

    /** The key of a map entry, written as a name ([SYN-144]). */
    Statement.Name mapKey() {
        return name(SyntaxMessages.MAP_KEY_AFTER_HYPHEN);
    }

    private Statement.Name name(String afterHyphen) {
        int start = cursor.peek().start();
        if (!cursor.peek().isWord()) {
            throw cursor.unexpected(SyntaxMessages.IDENTIFIER);
        }
        StringBuilder text = new StringBuilder(cursor.take().text());
        while (cursor.skip(TokenKind.MINUS)) {
            text.append('-');
            if (cursor.peek().isWord()) {
                text.append(cursor.take().text());
            } else if (!digits(text)) {
                throw cursor.unexpected(afterHyphen);
            }
        }
        return new Statement.Name(text.toString(), cursor.spanFrom(start));
    }

    /** Digits and what directly follows them, as in {@code item-2b}; false when none stand here. */
    private boolean digits(StringBuilder text) {
        Token number = cursor.peek();
        boolean plain = number.kind().isNumber() && number.text().indexOf('.') < 0 && number.text().indexOf('+') < 0;
        if (!plain) {
            return false;
        }
        text.append(cursor.take().text());
        if (cursor.peek().isWord() && number.touches(cursor.peek())) {
            text.append(cursor.take().text());
        }
        return true;
    }

    /**
     * A compound name without brackets, no white space around its hyphens ([SYN-136], [SYN-410]). The caller has seen that a word stands
     * here; after a hyphen follow identifiers only, or every word.
     */
    Statement.Name bareName(boolean everyWord) {
        Token last = cursor.take();
        int start = last.start();
        StringBuilder text = new StringBuilder(last.text());
        while (cursor.at(TokenKind.MINUS) && last.touches(cursor.peek())) {
            Token word = cursor.peek(1);
            boolean joins = cursor.peek().touches(word) && (word.isIdentifier() || everyWord && word.isWord());
            if (!joins) {
                break;
            }
            cursor.take();
            last = cursor.take();
            text.append('-').append(last.text());
        }
        return new Statement.Name(text.toString(), cursor.spanFrom(start));
    }

    /** {@code <base: qualifier>}. */
    Reference reference() {
        Token open = cursor.expect(TokenKind.LESS);
        Statement.Name base = name();
        Qualifier qualifier = cursor.skip(TokenKind.COLON) ? qualifier() : null;
        cursor.expectClosingAngle();
        return new Reference(base.text(), base.span(), qualifier, true, cursor.spanFrom(open));
    }

    private Qualifier qualifier() {
        Token first = cursor.peek();
        return switch (first.kind()) {
            case STRING -> quoted();
            case PLUS, MINUS -> dateOffset();
            case INTEGER -> indexes();
            case WORD -> {
                boolean as = first.is("as") && cursor.peek(1).isWord();
                if (as) {
                    cursor.take();
                }
                yield path(SyntaxMessages.IDENTIFIER, true);
            }
            default -> throw cursor.unexpected(SyntaxMessages.IDENTIFIER);
        };
    }

    private Qualifier quoted() {
        Token token = cursor.take();
        String value = ((Token.Chars) token.content()).value();
        return new Qualifier(Qualifier.Form.QUOTED, value, List.of(value), token.span());
    }

    private Qualifier dateOffset() {
        Token sign = cursor.take();
        if (!cursor.at(TokenKind.INTEGER)) {
            throw cursor.unexpected(SyntaxMessages.INTEGER);
        }
        long amount = index(cursor.take());
        if (!cursor.peek().isWord()) {
            throw cursor.unexpected(SyntaxMessages.TIME_UNIT);
        }
        String unit = cursor.take().text();
        return simple(Qualifier.Form.DATE_OFFSET, sign.text() + amount + unit, cursor.spanFrom(sign));
    }

    private Qualifier indexes() {
        Token first = cursor.take();
        long from = index(first);
        if (cursor.skip(TokenKind.MINUS)) {
            long to = nextIndex();
            Span span = cursor.spanFrom(first);
            if (from > to) {
                cursor.problems().warning("reversed-range", SyntaxMessages.reversedRange(from, to), span);
            }
            return simple(Qualifier.Form.RANGE, from + "-" + to, span);
        }
        if (!cursor.at(TokenKind.COMMA)) {
            return simple(Qualifier.Form.INDEX, Long.toString(from), first.span());
        }
        StringBuilder raw = new StringBuilder().append(from);
        while (cursor.skip(TokenKind.COMMA)) {
            raw.append(',').append(nextIndex());
        }
        return simple(Qualifier.Form.PICK, raw.toString(), cursor.spanFrom(first));
    }

    private long nextIndex() {
        if (!cursor.at(TokenKind.INTEGER)) {
            throw cursor.unexpected(SyntaxMessages.INTEGER);
        }
        return index(cursor.take());
    }

    private long index(Token token) {
        Token.Whole whole = (Token.Whole) token.content();
        if (whole.outOfRange()) {
            cursor.problems().stop(SyntaxMessages.invalidNumber(token.text()), token.span());
        }
        return whole.value();
    }

    private static Qualifier simple(Qualifier.Form form, String raw, Span span) {
        return new Qualifier(form, raw, List.of(raw), span);
    }

    /** A type, simple or generic; outside brackets, after {@code as} ([SYN-406]), a dot may be the statement's end. */
    Qualifier type(boolean bracketed) {
        return path(SyntaxMessages.TYPE_NAME, bracketed);
    }

    /** Names with dots and slashes, generic types, chains ([SYN-203] to [SYN-209]); {@code what} is expected first. */
    private Qualifier path(String what, boolean bracketed) {
        int start = cursor.peek().start();
        if (!cursor.peek().isWord()) {
            throw cursor.unexpected(what);
        }
        StringBuilder raw = new StringBuilder(name().text());
        Qualifier.Form form = Qualifier.Form.PATH;
        if (cursor.at(TokenKind.LESS)) {
            form = Qualifier.Form.GENERIC;
            typeArguments(raw);
        } else {
            moreOfPath(raw, bracketed);
        }
        while (cursor.skip(TokenKind.PIPE)) {
            form = Qualifier.Form.CHAIN;
            raw.append('|').append(name().text());
            moreOfPath(raw, bracketed);
        }
        String text = raw.toString();
        return new Qualifier(form, text, specifiers(text), cursor.spanFrom(start));
    }

    private void typeArguments(StringBuilder raw) {
        cursor.nesting().enter(cursor.peek().span());
        cursor.take();
        raw.append('<').append(typeArgument());
        if (cursor.skip(TokenKind.COMMA)) {
            raw.append(", ").append(typeArgument());
        }
        cursor.expectClosingAngle();
        raw.append('>');
        cursor.nesting().leave();
    }

    private String typeArgument() {
        return path(SyntaxMessages.TYPE_NAME, true).raw();
    }

    private void moreOfPath(StringBuilder raw, boolean bracketed) {
        while (true) {
            Token part = cursor.peek(1);
            boolean continues = bracketed
                    ? (cursor.at(TokenKind.DOT) || cursor.at(TokenKind.SLASH) || cursor.at(TokenKind.COLON))
                            && (part.isWord() || part.kind().isNumber())
                    : cursor.at(TokenKind.DOT) && isMemberWord(part);
            if (!continues) {
                return;
            }
            Token mark = cursor.take();
            raw.append(mark.is(TokenKind.COLON) ? "." : mark.text());
            if (part.isWord()) {
                raw.append(name().text());
            } else if (!digits(raw)) {
                // A number with a fraction is two parts here ([SYN-215]).
                raw.append(cursor.take().text());
            }
        }
    }

    /** [SYN-217]. */
    static List<String> specifiers(String raw) {
        boolean opaque = raw.indexOf('|') >= 0
                || raw.indexOf('<') >= 0
                || raw.startsWith("/")
                || raw.startsWith("./")
                || raw.startsWith("../")
                || raw.startsWith("~")
                || raw.startsWith("http://")
                || raw.startsWith("https://");
        if (opaque) {
            return List.of(raw);
        }
        return Arrays.stream(raw.split("\\.")).filter(part -> !part.isEmpty()).toList();
    }

    /**
     * A field of a record, as a dotted path ([SYN-415]): {@code <name>}, {@code <name: path>} or a bare name, whose dots count only before
     * a word that begins no statement.
     */
    Field field(String what) {
        if (cursor.at(TokenKind.LESS)) {
            Reference reference = reference();
            String path = reference.qualifier() == null ? reference.base() : reference.base() + "." + reference.rawQualifier();
            return new Field(path, reference, reference.span());
        }
        Token first = cursor.peek();
        if (!first.isWord() || first.is("not")) {
            throw cursor.unexpected(what);
        }
        List<String> parts = new ArrayList<>();
        parts.add(fieldPart());
        while (cursor.at(TokenKind.DOT) && isMemberWord(cursor.peek(1))) {
            cursor.take();
            parts.add(fieldPart());
        }
        return new Field(String.join(".", parts), null, cursor.spanFrom(first));
    }

    private String fieldPart() {
        StringBuilder text = new StringBuilder(bareName(true).text());
        while (cursor.at(TokenKind.MINUS) && cursor.previousEnd() == cursor.peek().start() && cursor.peek().touches(cursor.peek(1))
                && cursor.peek(1).kind().isNumber()) {
            cursor.take();
            text.append('-');
            if (!digits(text)) {
                throw cursor.unexpected(SyntaxMessages.IDENTIFIER_AFTER_MINUS);
            }
        }
        return text.toString();
    }

    /** A field and, when it was written with brackets, its reference. */
    record Field(String path, @Nullable Reference reference, Span span) {}

    /** Whether a dot before {@code token} is a member access and no terminator ([SYN-606]). */
    static boolean isMemberWord(Token token) {
        return token.isWord() && token.startsLowerCase() && !Words.STATEMENT.contains(token.word());
    }
}
