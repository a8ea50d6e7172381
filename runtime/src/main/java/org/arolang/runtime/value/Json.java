package org.arolang.runtime.value;

import java.nio.charset.StandardCharsets;

/** JSON: the one writer ([VAL-140]) and the one reader ([VAL-145]) of the program. */
public final class Json {

    private Json() {}

    /** Compact JSON. */
    public static String text(Object value) {
        if (value instanceof ObjectValue object && object.keptJson() instanceof byte[] kept)
            return new String(kept, StandardCharsets.UTF_8);
        ByteSink sink = new ByteSink();
        JsonWriter.write(sink, value);
        return sink.toString();
    }

    /** Compact JSON in UTF-8; not to be changed. */
    public static byte[] utf8(Object value) {
        if (value instanceof ObjectValue object && object.keptJson() instanceof byte[] kept) return kept;
        ByteSink sink = new ByteSink();
        JsonWriter.write(sink, value);
        return sink.toByteArray();
    }

    /** Writes compact JSON. */
    public static void writeUtf8(Object value, ByteSink sink) {
        JsonWriter.write(sink, value);
    }

    /** The layout of JSON files ([IO-55]), without a line end after it. */
    public static String pretty(Object value) {
        ByteSink sink = new ByteSink();
        PrettyJson.write(sink, value);
        return sink.toString();
    }

    /**
     * The value of a JSON text.
     *
     * @throws MalformedJson when it is none, or nests deeper than 512
     */
    public static Object parse(String text) {
        return JsonReader.parse(text);
    }

    /**
     * The value of a JSON text in UTF-8.
     *
     * @throws MalformedJson when it is none, nests deeper than 512 or is no UTF-8
     */
    public static Object parse(byte[] utf8) {
        return JsonReader.parse(utf8);
    }
}
