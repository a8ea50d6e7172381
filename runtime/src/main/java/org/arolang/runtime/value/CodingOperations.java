package org.arolang.runtime.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.arolang.runtime.Failure;

import static org.arolang.runtime.value.OperationTable.*;

/** The operations of [DATA-100] that code and decode. */
final class CodingOperations {

    private static final HexFormat UPPER_HEX = HexFormat.of().withUpperCase();

    private CodingOperations() {}

    static List<Operation> all() {
        return List.of(digest("md5", "MD5"), digest("sha1", "SHA-1"), digest("sha256", "SHA-256"), digest("sha512", "SHA-512"),
                further("base64encode", (input, _) -> Base64.getEncoder().encodeToString(bytes(input))),
                further("hexencode", (input, _) -> HexFormat.of().formatHex(bytes(input))),
                further("base64decode", (input, _) -> base64Decode(input)).taking("String"),
                further("urlencode", (input, _) -> urlEncode(Text.of(input))),
                further("urldecode", (input, _) -> urlDecode(Text.of(input), false)),
                further("json", (input, _) -> Json.text(input)), further("parsejson", (input, _) -> parseJson(input)).taking("String"),
                further("uuid", (_, _) -> Ids.uuid7()));
    }

    private static Operation digest(String name, String algorithm) {
        return further(name, (input, _) -> Digests.hex(algorithm, input));
    }

    private static byte[] bytes(Object input) {
        return input instanceof Binary binary ? binary.bytes() : Text.of(input).getBytes(StandardCharsets.UTF_8);
    }

    private static Object base64Decode(Object input) {
        String text = Text.string(input);
        if (text == null) throw mismatch("String", input);
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException reason) {
            throw new Failure("Invalid base64", reason);
        }
        return Utf8.isWellFormed(bytes) ? new String(bytes, StandardCharsets.UTF_8) : Binary.of(bytes);
    }

    private static Object parseJson(Object input) {
        String text = Text.string(input);
        if (text == null) throw mismatch("String", input);
        return Json.parse(text);
    }

    private static String urlEncode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~')
                out.append(c);
            else
                out.append('%').append(UPPER_HEX.toHexDigits(b));
        }
        return out.toString();
    }

    /** Percent escapes decoded, malformed ones kept; bytes that are no UTF-8 become U+FFFD. */
    static String urlDecode(String text, boolean plusIsBlank) {
        if (text.indexOf('%') < 0) return plusIsBlank ? text.replace('+', ' ') : text;
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '%' && i + 2 < bytes.length && Character.digit(bytes[i + 1], 16) >= 0 && Character.digit(bytes[i + 2], 16) >= 0) {
                out.write(Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16));
                i += 2;
            } else {
                out.write(plusIsBlank && b == '+' ? ' ' : b);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
