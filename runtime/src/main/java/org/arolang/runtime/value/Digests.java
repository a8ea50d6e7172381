package org.arolang.runtime.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of values ([DATA-80]): of the text's UTF-8, of a list's or object's compact JSON, of binary's bytes. */
final class Digests {

    private Digests() {}

    /** Lower-case hex digits. */
    static String hex(String algorithm, Object value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes(value)));
        } catch (NoSuchAlgorithmException reason) {
            throw new IllegalStateException(reason);
        }
    }

    private static byte[] bytes(Object value) {
        return switch (value) {
            case Binary binary -> binary.bytes();
            case MarkedText text -> text.utf8();
            case ListValue _,ObjectValue _,RegexValue _,Distance _,Handle _ -> Json.utf8(value);
            default -> Text.of(value).getBytes(StandardCharsets.UTF_8);
        };
    }
}
