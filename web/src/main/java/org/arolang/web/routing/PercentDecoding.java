package org.arolang.web.routing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-decoding of parts of URLs and forms. */
public final class PercentDecoding {

    private PercentDecoding() {}

    /** The decoded text, or null when an escape is malformed or the bytes are no UTF-8 ([WEB-40]). */
    public static @Nullable String strict(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) plain = text.charAt(i) != '%' && text.charAt(i) < 0x80;
        if (plain) return text;
        byte[] bytes = new byte[text.length() * 3];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int value = i + 2 < text.length() ? hex(text.charAt(i + 1), text.charAt(i + 2)) : -1;
                if (value < 0) return null;
                bytes[size++] = (byte) value;
                i += 2;
            } else if (c <= 0xFF) {
                bytes[size++] = (byte) c; // The request line is read as Latin-1: this is the byte as it was sent.
            } else {
                return null;
            }
        }
        return utf8(bytes, size);
    }

    /**
     * A name or value of a query or form: {@code +} is a space; a text with a malformed escape, or whose bytes are no UTF-8, stays as
     * written but for the {@code +} ([WEB-70], [WEB-82]).
     */
    public static String form(String text) {
        int first = -1;
        for (int i = 0; i < text.length() && first < 0; i++) {
            char c = text.charAt(i);
            if (c == '+' || c == '%' || c >= 0x80) first = i;
        }
        if (first < 0) return text;
        byte[] bytes = new byte[text.length() * 3];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+') {
                bytes[size++] = ' ';
            } else if (c == '%') {
                int value = i + 2 < text.length() ? hex(text.charAt(i + 1), text.charAt(i + 2)) : -1;
                if (value < 0) {
                    bytes[size++] = '%';
                } else {
                    bytes[size++] = (byte) value;
                    i += 2;
                }
            } else if (c <= 0xFF) {
                bytes[size++] = (byte) c;
            } else {
                return text.replace('+', ' ');
            }
        }
        String decoded = utf8(bytes, size);
        return decoded == null ? text.replace('+', ' ') : decoded;
    }

    private static @Nullable String utf8(byte[] bytes, int size) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, size)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static int hex(char high, char low) {
        int a = Character.digit(high, 16);
        int b = Character.digit(low, 16);
        return a < 0 || b < 0 || high > 'f' || low > 'f' ? -1 : a << 4 | b;
    }
}
