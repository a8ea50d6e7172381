package org.arolang.io.format;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.arolang.runtime.Failure;

/** The encodings of texts in files ([IO-23]). */
public enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8), UTF_16("UTF-16", StandardCharsets.UTF_16), UTF_16LE("UTF-16LE",
            StandardCharsets.UTF_16LE), UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE), ISO_8859_1("ISO-8859-1",
                    StandardCharsets.ISO_8859_1), WINDOWS_1252("windows-1252",
                            Charset.forName("windows-1252")), US_ASCII("US-ASCII", StandardCharsets.US_ASCII);

    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private final String title;
    private final Charset charset;

    Encoding(String title, Charset charset) {
        this.title = title;
        this.charset = charset;
    }

    /** The name that programs and messages use. */
    public String title() {
        return title;
    }

    /** The encoding of this name, ignoring case; fails when there is none. */
    public static Encoding named(String name) {
        for (Encoding encoding : values()) {
            if (encoding.title.equalsIgnoreCase(name)) {
                return encoding;
            }
        }
        String valid = Arrays.stream(values()).map(Encoding::title).collect(Collectors.joining(", "));
        throw new Failure("Invalid value '" + name + "' for encoding. Valid values: " + valid);
    }

    /** A decoder that fails on what is no text. */
    public CharsetDecoder decoder() {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** An encoder that fails on what cannot be written; in UTF-8 half of a surrogate pair becomes U+FFFD. */
    public CharsetEncoder encoder() {
        CharsetEncoder encoder = charset.newEncoder();
        return this == UTF_8
                ? encoder.onMalformedInput(CodingErrorAction.REPLACE).replaceWith(REPLACEMENT)
                : encoder.onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
