package org.arolang.runtime.value;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes ([VAL-1]), perhaps with an {@linkplain Origin origin}. Immutable: the array is shared and must not be changed. */
public final class Binary {

    public static final Binary EMPTY = new Binary(new byte[0], null);

    private final byte[] bytes;
    private final @Nullable Origin origin;

    private Binary(byte[] bytes, @Nullable Origin origin) {
        this.bytes = bytes;
        this.origin = origin;
    }

    /** A value of these bytes, which now belong to it. */
    public static Binary of(byte[] bytes) {
        return new Binary(bytes, null);
    }

    public static Binary of(byte[] bytes, @Nullable Origin origin) {
        return new Binary(bytes, origin);
    }

    /** The bytes; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    public @Nullable Origin origin() {
        return origin;
    }

    public Binary withOrigin(@Nullable Origin other) {
        return new Binary(bytes, other);
    }

    /** The bytes read as UTF-8, or null when they are none. */
    public @Nullable String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Text.of(this);
    }
}
