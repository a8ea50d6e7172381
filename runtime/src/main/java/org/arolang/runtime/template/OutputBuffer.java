package org.arolang.runtime.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.arolang.runtime.Failure;

/** The UTF-8 output of one rendering, which may not grow beyond {@link #LIMIT}. Not thread-safe. */
public final class OutputBuffer {

    /** [WEB-306], in bytes. */
    public static final int LIMIT = 100 << 20;

    private static final int SLACK = 8_192;

    /** The characters below 64 that {@link #putEscaped(String)} replaces, as bits. */
    private static final long SPECIAL = 1L << '&' | 1L << '<' | 1L << '>' | 1L << '"' | 1L << '\'';

    private static final byte[] AND = ascii("&amp;");
    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] GREATER = ascii("&gt;");
    private static final byte[] QUOTE = ascii("&quot;");
    private static final byte[] APOSTROPHE = ascii("&#39;");

    /** No character becomes more bytes than this. */
    private static final int LONGEST = 6;

    /** Texts up to this length get room for the worst case at once. */
    private static final int CHUNK = 1_024;

    private byte[] bytes;
    private int size;

    public OutputBuffer(int expected) {
        bytes = new byte[Math.max(64, expected)];
    }

    public int size() {
        return size;
    }

    /** How much can be written without growing. */
    public int capacity() {
        return bytes.length;
    }

    public void clear() {
        size = 0;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** The text written from {@code start} on. */
    public byte[] since(int start) {
        return Arrays.copyOfRange(bytes, start, size);
    }

    /** Makes room for {@code more} bytes. */
    private void reserve(int more) {
        int needed = size + more;
        if (needed > bytes.length || needed < 0) {
            grow(needed);
        }
    }

    private void grow(int needed) {
        // Some writes ask for a little more than they use in the end: checkLimit is exact.
        if (needed < 0 || needed > LIMIT + SLACK) {
            throw tooLarge();
        }
        bytes = Arrays.copyOf(bytes, Math.max(needed, Math.min(LIMIT + SLACK, bytes.length + (bytes.length >> 1))));
    }

    /**
     * Called when the output is complete.
     *
     * @throws Failure when it is larger than allowed
     */
    public void checkLimit() {
        if (size > LIMIT) {
            throw tooLarge();
        }
    }

    private static Failure tooLarge() {
        return new Failure("Template output too large");
    }

    public void put(byte[] utf8) {
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    public void put(byte[] utf8, int from, int length) {
        reserve(length);
        System.arraycopy(utf8, from, bytes, size, length);
        size += length;
    }

    /** A text as it is; half of a surrogate pair becomes U+FFFD. */
    public void put(String text) {
        int length = text.length();
        for (int from = 0; from < length;) {
            int to = chunkEnd(text, from);
            reserve(LONGEST * (to - from));
            size = write(text, from, to, bytes, size, 0);
            from = to;
        }
    }

    /** A text with the five replacements of [WEB-330]. */
    public void putEscaped(String text) {
        int length = text.length();
        for (int from = 0; from < length;) {
            int to = chunkEnd(text, from);
            reserve(LONGEST * (to - from));
            size = write(text, from, to, bytes, size, SPECIAL);
            from = to;
        }
    }

    /** Where the next part of a text ends for which there is room; never inside a surrogate pair. */
    private static int chunkEnd(String text, int from) {
        int length = text.length();
        if (length - from <= CHUNK) {
            return length;
        }
        int end = from + CHUNK;
        return Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)) ? end + 1 : end;
    }

    /** Writes a part of a text to where there is room for it; returns where it ends. */
    private static int write(String text, int from, int to, byte[] target, int start, long special) {
        int at = start;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                at = writeWide(text, i, c, target, at);
                if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                }
            } else if (c < 64 && (special >>> c & 1) != 0) {
                byte[] entity = entity(c);
                System.arraycopy(entity, 0, target, at, entity.length);
                at += entity.length;
            } else {
                target[at++] = (byte) c;
            }
        }
        return at;
    }

    private static byte[] entity(int c) {
        return switch (c) {
            case '&' -> AND;
            case '<' -> LESS;
            case '>' -> GREATER;
            case '"' -> QUOTE;
            default -> APOSTROPHE;
        };
    }

    /** UTF-8 with the five replacements. */
    public void putEscaped(byte[] utf8) {
        int done = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte b = utf8[i];
            if (b >= 0 && b < 64 && (SPECIAL >>> b & 1) != 0) {
                put(utf8, done, i - done);
                put(entity(b));
                done = i + 1;
            }
        }
        put(utf8, done, utf8.length - done);
    }

    /** The non-ASCII character at {@code i}; returns where it ends in {@code target}. */
    private static int writeWide(String text, int i, char c, byte[] target, int start) {
        int at = start;
        if (c < 0x800) {
            target[at++] = (byte) (0xC0 | c >> 6);
            target[at++] = (byte) (0x80 | c & 0x3F);
            return at;
        }
        if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            int point = Character.toCodePoint(c, text.charAt(i + 1));
            target[at++] = (byte) (0xF0 | point >> 18);
            target[at++] = (byte) (0x80 | point >> 12 & 0x3F);
            target[at++] = (byte) (0x80 | point >> 6 & 0x3F);
            target[at++] = (byte) (0x80 | point & 0x3F);
            return at;
        }
        int unit = Character.isSurrogate(c) ? 0xFFFD : c;
        target[at++] = (byte) (0xE0 | unit >> 12);
        target[at++] = (byte) (0x80 | unit >> 6 & 0x3F);
        target[at++] = (byte) (0x80 | unit & 0x3F);
        return at;
    }

    /** Decimal digits. */
    public void put(long number) {
        if (number < 0 || number > 999_999_999) {
            put(Long.toString(number));
            return;
        }
        reserve(10);
        int rest = (int) number;
        int digits = 1;
        for (int bound = 10; digits < 9 && rest >= bound; bound *= 10) {
            digits++;
        }
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
