package org.arolang.compiler.template;

import org.arolang.language.parse.ExpressionResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.jspecify.annotations.Nullable;

/** Reads {@code for each <item> at <index> in collection {} ([WEB-314], [WEB-315]). Used once. */
final class LoopHeader {

    private final SourceFile file;
    private final SourceFile readable;
    private final String text;
    private @Nullable String why;
    private int at;
    private int end;

    /** What a header says; after a mistake the loop runs over nothing. */
    record Parsed(String item, @Nullable String index, Expression collection) {}

    LoopHeader(SourceFile file, SourceFile readable) {
        this.file = file;
        this.readable = readable;
        this.text = file.text();
    }

    /** What is wrong, or null. */
    @Nullable
    String why() {
        return why;
    }

    /** Reads the header under {@code content}, which begins with {@code for each}. */
    Parsed parse(Span content) {
        Parsed nothing = new Parsed("", null, new Expression.Null(content));
        if (text.charAt(content.end() - 1) != '{') {
            return fail("expected '{' at end", nothing);
        }
        end = BlockScanner.trim(text, new Span(content.start(), content.end() - 1)).end();
        at = content.start() + "for".length();
        at = text.indexOf("each", at) + "each".length();
        String item = variable();
        if (item == null) {
            return fail("expected <item> variable", nothing);
        }
        String index = null;
        if (word("at")) {
            index = variable();
            if (index == null) {
                return fail("expected <index> variable after 'at'", nothing);
            }
        }
        if (!word("in")) {
            return fail("expected 'in' keyword", nothing);
        }
        blanks();
        if (at >= end) {
            return fail("expected <collection> expression", nothing);
        }
        ExpressionResult collection = Parser.parseExpression(readable, new Span(at, end));
        if (collection.hasErrors()) {
            boolean begins = text.charAt(at) == '<' && BlockScanner.endOfReference(text, at, end) > at + 1;
            return fail(begins ? "unexpected text after the collection" : "expected <collection> expression", nothing);
        }
        return new Parsed(item, index, collection.expression());
    }

    private Parsed fail(String reason, Parsed nothing) {
        why = reason;
        return nothing;
    }

    private void blanks() {
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean word(String word) {
        blanks();
        int after = at + word.length();
        if (after <= end && text.startsWith(word, at) && (after == end || !BlockScanner.isNamePart(text.charAt(after)))) {
            at = after;
            return true;
        }
        return false;
    }

    /** The name in {@code <name>}, or null. */
    private @Nullable String variable() {
        blanks();
        if (at >= end || text.charAt(at) != '<') {
            return null;
        }
        int close = text.indexOf('>', at);
        if (close < 0 || close >= end) {
            return null;
        }
        String name = file.text(BlockScanner.trim(text, new Span(at + 1, close)));
        if (name.isEmpty() || !Character.isLetter(name.charAt(0)) && name.charAt(0) != '_'
                || !name.chars().allMatch(c -> BlockScanner.isNamePart((char) c))) {
            return null;
        }
        at = close + 1;
        return name;
    }
}
