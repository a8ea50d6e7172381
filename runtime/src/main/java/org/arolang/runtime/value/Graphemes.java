package org.arolang.runtime.value;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** User-perceived characters: extended grapheme clusters ([VAL-90]). */
final class Graphemes {

    private Graphemes() {}

    /** Whether each char is a character of its own: below the combining characters, and no line end of two. */
    private static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 || c == '\r') return false;
        }
        return true;
    }

    static int count(String text) {
        if (isSimple(text)) return text.length();
        BreakIterator breaks = breaks(text);
        int count = 0;
        while (breaks.next() != BreakIterator.DONE) count++;
        return count;
    }

    /** Where the character number {@code index} begins, or the text's length when there are fewer. */
    static int offset(String text, long index) {
        if (index <= 0) return 0;
        if (index >= text.length()) return text.length();
        if (isSimple(text)) return (int) index;
        BreakIterator breaks = breaks(text);
        for (long i = 0; i < index; i++) {
            if (breaks.next() == BreakIterator.DONE) return text.length();
        }
        return breaks.current();
    }

    /** The first {@code count} characters. */
    static String take(String text, long count) {
        return text.substring(0, offset(text, count));
    }

    static List<String> list(String text) {
        List<String> parts = new ArrayList<>();
        if (isSimple(text)) {
            for (int i = 0; i < text.length(); i++) parts.add(text.substring(i, i + 1));
            return parts;
        }
        BreakIterator breaks = breaks(text);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            parts.add(text.substring(start, end));
            start = end;
        }
        return parts;
    }

    private static BreakIterator breaks(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        return breaks;
    }
}
