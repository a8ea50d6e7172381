package org.arolang.io.format;

/** A place in a text that is being read, for the readers of this package. Not thread-safe. */
final class Cursor {

    private final String format;
    private final String text;
    private int at;

    Cursor(String format, String text) {
        this.format = format;
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The next character, or 0 at the end. */
    char peek() {
        return atEnd() ? 0 : text.charAt(at);
    }

    char next() throws MalformedText {
        if (atEnd()) {
            throw malformed("unexpected end");
        }
        return text.charAt(at++);
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    /** Goes over {@code prefix} if it stands here. */
    boolean take(String prefix) {
        boolean found = startsWith(prefix);
        at += found ? prefix.length() : 0;
        return found;
    }

    void expect(String prefix) throws MalformedText {
        if (!take(prefix)) {
            throw malformed("expected '" + prefix + "'");
        }
    }

    /** The text up to {@code end}, which is gone over, too. */
    String until(String end) throws MalformedText {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw malformed("'" + end + "' is missing");
        }
        String part = text.substring(at, found);
        at = found + end.length();
        return part;
    }

    /** The characters from here on that are in {@code test}. */
    String whileIn(CharacterTest test) {
        int from = at;
        while (!atEnd() && test.test(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    interface CharacterTest {
        boolean test(char c);
    }

    MalformedText malformed(String reason) {
        int line = 1;
        int start = 0;
        int end = Math.min(at, text.length());
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new MalformedText(format, reason, line, end - start + 1);
    }
}
