package org.arolang.runtime.value;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes, with the texts and numbers that output needs written straight into it. Not thread-safe. */
public final class ByteSink {

    private static final byte[] SMALLEST = "-9223372036854775808".getBytes(StandardCharsets.US_ASCII);

    byte[] bytes;
    int size;

    public ByteSink() {
        this(512);
    }

    public ByteSink(int expected) {
        bytes = new byte[Math.max(expected, 16)];
    }

    public int size() {
        return size;
    }

    /** The array behind; only the first {@link #size()} bytes count, and the next write may replace it. */
    public byte[] array() {
        return bytes;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    /** Empties the sink, which keeps its array. */
    public void clear() {
        size = 0;
    }

    /** Makes room for {@code more} bytes. */
    void reserve(int more) {
        int needed = size + more;
        if (needed < 0) throw new OutOfMemoryError("more than 2 GiB of output");
        if (needed > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
    }

    /** One ASCII character. */
    public void put(char ascii) {
        if (size == bytes.length) reserve(1);
        bytes[size++] = (byte) ascii;
    }

    public void put(byte[] source) {
        put(source, 0, source.length);
    }

    public void put(byte[] source, int from, int length) {
        reserve(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    /** A text that is all ASCII. */
    @SuppressWarnings("deprecation") // The one method that copies Latin-1 characters without a loop.
    public void putAscii(String ascii) {
        int length = ascii.length();
        reserve(length);
        ascii.getBytes(0, length, bytes, size);
        size += length;
    }

    /** Any text in UTF-8; half of a surrogate pair becomes U+FFFD. */
    public void putUtf8(String text) {
        int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (size == bytes.length) reserve(length - i);
                bytes[size++] = (byte) c;
            } else {
                i += putWide(text, i, c);
            }
        }
    }

    /** The non-ASCII character at {@code i}; returns how many further chars it took. */
    int putWide(String text, int i, char c) {
        reserve(4);
        if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
            return 0;
        }
        if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            int point = Character.toCodePoint(c, text.charAt(i + 1));
            bytes[size++] = (byte) (0xF0 | point >> 18);
            bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
            bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | point & 0x3F);
            return 1;
        }
        int unit = Character.isSurrogate(c) ? 0xFFFD : c;
        bytes[size++] = (byte) (0xE0 | unit >> 12);
        bytes[size++] = (byte) (0x80 | unit >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | unit & 0x3F);
        return 0;
    }

    /** Decimal digits. */
    public void putLong(long number) {
        if (number == Long.MIN_VALUE) {
            put(SMALLEST);
            return;
        }
        reserve(20);
        if (number < 0) {
            bytes[size++] = '-';
            number = -number;
        }
        int digits = 1;
        for (long bound = 10; digits < 19 && number >= bound; bound *= 10) digits++;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + number % 10);
            number /= 10;
        }
        size += digits;
    }

    /** The content read as UTF-8. */
    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
