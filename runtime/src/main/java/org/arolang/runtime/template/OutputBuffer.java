package org.arolang.runtime.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.arolang.runtime.Failure;

/** The UTF-8 output of one rendering, which may not grow beyond {@link #LIMIT}. Not thread-safe. */
public final class OutputBuffer {

    /** [WEB-306], in bytes. */
    public static final int LIMIT = 100 << 20;

    private static final int SLACK = 16;

    /** For each ASCII character what stands for it in HTML text and quoted attributes ([WEB-330]); null for itself. */
    private static final byte[][] ENTITIES = new byte[128][];

    static {
        ENTITIES['&'] = ascii("&amp;");
        ENTITIES['<'] = ascii("&lt;");
        ENTITIES['>'] = ascii("&gt;");
        ENTITIES['"'] = ascii("&quot;");
        ENTITIES['\''] = ascii("&#39;");
    }

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
        reserve(length);
        byte[] target = bytes;
        int at = size;
        int i = 0;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                break;
            }
            target[at++] = (byte) c;
        }
        size = at;
        while (i < length) {
            char c = text.charAt(i);
            if (c < 0x80) {
                reserve(1);
                bytes[size++] = (byte) c;
                i++;
            } else {
                i += putWide(text, i, c);
            }
        }
    }

    /** A text with the five replacements of [WEB-330]. */
    public void putEscaped(String text) {
        int length = text.length();
        reserve(length);
        byte[] target = bytes;
        int at = size;
        int i = 0;
        // As long as it is ASCII that needs no escaping, which it mostly is to the end.
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || ENTITIES[c] != null) {
                break;
            }
            target[at++] = (byte) c;
        }
        size = at;
        if (i < length) {
            putEscaped(text, i);
        }
    }

    private void putEscaped(String text, int from) {
        int length = text.length();
        int i = from;
        while (i < length) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += putWide(text, i, c);
                continue;
            }
            byte[] entity = ENTITIES[c];
            if (entity != null) {
                put(entity);
            } else {
                reserve(1);
                bytes[size++] = (byte) c;
            }
            i++;
        }
    }

    /** UTF-8 with the five replacements. */
    public void putEscaped(byte[] utf8) {
        reserve(utf8.length);
        for (byte b : utf8) {
            byte[] entity = b < 0 ? null : ENTITIES[b];
            if (entity != null) {
                put(entity);
            } else {
                reserve(1);
                bytes[size++] = b;
            }
        }
    }

    /** The non-ASCII character at {@code i}; returns how many chars it is. */
    private int putWide(String text, int i, char c) {
        reserve(4);
        byte[] target = bytes;
        if (c < 0x800) {
            target[size++] = (byte) (0xC0 | c >> 6);
            target[size++] = (byte) (0x80 | c & 0x3F);
            return 1;
        }
        if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            int point = Character.toCodePoint(c, text.charAt(i + 1));
            target[size++] = (byte) (0xF0 | point >> 18);
            target[size++] = (byte) (0x80 | point >> 12 & 0x3F);
            target[size++] = (byte) (0x80 | point >> 6 & 0x3F);
            target[size++] = (byte) (0x80 | point & 0x3F);
            return 2;
        }
        int unit = Character.isSurrogate(c) ? 0xFFFD : c;
        target[size++] = (byte) (0xE0 | unit >> 12);
        target[size++] = (byte) (0x80 | unit >> 6 & 0x3F);
        target[size++] = (byte) (0x80 | unit & 0x3F);
        return 1;
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
