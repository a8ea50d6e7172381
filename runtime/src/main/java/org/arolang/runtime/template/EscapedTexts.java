package org.arolang.runtime.template;

import org.jspecify.annotations.Nullable;

/**
 * Appends texts as HTML, remembering the bytes of those that one place of a template shows again and again: the messages of a board, the
 * names on a page. A text is told by its identity, and its bytes are kept when it comes for the second time. Thread-safe: what is remembered
 * is immutable, so races only cost an escaping.
 */
final class EscapedTexts {

    private static final int REMEMBERED = 64;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 1_024;

    private final @Nullable Seen[] seen = new Seen[REMEMBERED];

    /** @param utf8 its escaped bytes; null as long as it came once */
    private record Seen(String text, byte @Nullable [] utf8) {}

    void append(OutputBuffer out, String text) {
        int length = text.length();
        if (length < SHORTEST || length > LONGEST) {
            out.putEscaped(text);
            return;
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 6 ^ hash >>> 16) & REMEMBERED - 1;
        Seen known = seen[slot];
        if (known != null && known.text == text) {
            byte[] utf8 = known.utf8;
            if (utf8 != null) {
                out.put(utf8);
                return;
            }
            int start = out.size();
            out.putEscaped(text);
            seen[slot] = new Seen(text, out.since(start));
            return;
        }
        out.putEscaped(text);
        seen[slot] = new Seen(text, null);
    }
}
