package org.arolang.runtime.value;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A string with an {@linkplain Origin origin}, otherwise in every way the string it holds. It keeps characters, UTF-8 bytes or both, so
 * that a rendered page goes out as the bytes it was rendered to. Immutable and thread-safe; the bytes are shared and must not be changed.
 */
public final class MarkedText {

    private final Origin origin;
    private volatile @Nullable String text;
    private volatile byte @Nullable [] utf8;

    private MarkedText(Origin origin, @Nullable String text, byte @Nullable [] utf8) {
        this.origin = origin;
        this.text = text;
        this.utf8 = utf8;
    }

    public static MarkedText of(String text, Origin origin) {
        return new MarkedText(origin, text, null);
    }

    /** A text held as bytes; {@code utf8} must be well-formed and now belongs to the value. */
    public static MarkedText ofUtf8(byte[] utf8, Origin origin) {
        return new MarkedText(origin, null, utf8);
    }

    public Origin origin() {
        return origin;
    }

    public boolean isMarkup() {
        return origin.isMarkup();
    }

    /** The characters. */
    public String text() {
        String known = text;
        if (known == null) {
            byte[] bytes = utf8;
            known = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
            text = known;
        }
        return known;
    }

    /** The characters in UTF-8; not to be changed. */
    public byte[] utf8() {
        byte[] known = utf8;
        if (known == null) {
            known = text().getBytes(StandardCharsets.UTF_8);
            utf8 = known;
        }
        return known;
    }

    public boolean isEmpty() {
        byte[] bytes = utf8;
        return bytes != null ? bytes.length == 0 : text().isEmpty();
    }

    /** The same text with another origin. */
    public MarkedText withOrigin(Origin other) {
        return new MarkedText(other, text, utf8);
    }

    /** Texts are equal whatever their origins ([VAL-12]). */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarkedText marked && text().equals(marked.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
