package org.arolang.compiler.template;

import org.arolang.language.source.Span;

/** Finds where blocks begin and end, and what bars and colons in them belong to no expression. */
final class BlockScanner {

    private BlockScanner() {}

    /** Where the content that begins at {@code start} ends: at the first <code>}}</code> outside a string ([WEB-310]); -1 when nowhere. */
    static int endOfContent(String text, int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(text, i, text.length());
            } else if (c == '}' && text.startsWith("}}", i)) {
                return i;
            } else {
                i++;
            }
        }
        return -1;
    }

    /** After the string that opens at {@code open}; {@code end} when it does not close. */
    static int endOfString(String text, int open, int end) {
        int i = open + 1;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (c == '"') {
                return i + 1;
            } else {
                i++;
            }
        }
        return end;
    }

    /** {@code span} without white space around. */
    static Span trim(String text, Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /** The first bar in {@code span} that begins a filter, or -1: one outside strings and outside {@code <name: a | b>}. */
    static int filterBar(String text, Span span) {
        int i = span.start();
        while (i < span.end()) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(text, i, span.end());
            } else if (c == '<') {
                i = endOfReference(text, i, span.end());
            } else if (c == '|') {
                return i;
            } else {
                i++;
            }
        }
        return -1;
    }

    /** After the reference that {@code <} opens; after the {@code <} alone when it is a comparison. */
    static int endOfReference(String text, int open, int end) {
        int i = open + 1;
        while (i < end && isNamePart(text.charAt(i))) {
            i++;
        }
        if (i == open + 1) {
            return i;
        }
        while (i < end && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        if (i >= end || text.charAt(i) != ':' && text.charAt(i) != '>') {
            return open + 1;
        }
        // A qualifier may hold angle brackets of its own: List<Book>.
        int depth = 1;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(text, i, end);
                continue;
            }
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            i++;
            if (depth == 0) {
                return i;
            }
        }
        return open + 1;
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    /** The bar that ends a filter whose text begins at {@code start}: outside strings; {@code end} when there is none. */
    static int endOfFilter(String text, int start, int end) {
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(text, i, end);
            } else if (c == '|') {
                return i;
            } else {
                i++;
            }
        }
        return end;
    }

    /** The text with {@code <x: a: b>} written {@code <x: a. b>} ([WEB-312]), at the same positions. */
    static String withDottedPaths(String text) {
        StringBuilder changed = null;
        int i = text.indexOf("{{");
        while (i >= 0 && i < text.length()) {
            int end = endOfContent(text, i + 2);
            if (end < 0) {
                break;
            }
            int at = i + 2;
            while (at < end) {
                char c = text.charAt(at);
                if (c == '"') {
                    at = endOfString(text, at, end);
                } else if (c == '<') {
                    int after = endOfReference(text, at, end);
                    int first = text.indexOf(':', at);
                    for (int k = first + 1; first >= 0 && k < after && text.charAt(k) != '"'; k++) {
                        if (text.charAt(k) == ':') {
                            changed = changed == null ? new StringBuilder(text) : changed;
                            changed.setCharAt(k, '.');
                        }
                    }
                    at = after;
                } else {
                    at++;
                }
            }
            i = text.indexOf("{{", end + 2);
        }
        return changed == null ? text : changed.toString();
    }
}
