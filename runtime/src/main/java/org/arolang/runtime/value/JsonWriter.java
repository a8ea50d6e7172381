package org.arolang.runtime.value;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import org.arolang.runtime.Failure;

/** Writes compact JSON ([VAL-140], [WEB-1]) straight to UTF-8. */
final class JsonWriter {

    /** Deeper than anything the reader accepts: only a program that nests on and on gets here. */
    static final int DEEPEST = 1_000;

    /** Bytes of objects larger than this are not kept. */
    private static final int LARGEST_KEPT = 64 * 1024;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** For each ASCII character: 0 as it is, 1 as {@code u00xx}, else the letter after the backslash. */
    private static final byte[] ESCAPES = new byte[128];

    static {
        Arrays.fill(ESCAPES, 0, 0x20, (byte) 1);
        ESCAPES['\b'] = 'b';
        ESCAPES['\f'] = 'f';
        ESCAPES['\n'] = 'n';
        ESCAPES['\r'] = 'r';
        ESCAPES['\t'] = 't';
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
    }

    private final ByteSink sink;
    private int depth;
    /** Whether something was written that may read differently the next time. */
    private boolean fleeting;

    private JsonWriter(ByteSink sink) {
        this.sink = sink;
    }

    static void write(ByteSink sink, Object value) {
        new JsonWriter(sink).value(value, true);
    }

    /** Writes an object without looking at kept bytes; whether its bytes may be kept. */
    static boolean object(ByteSink sink, ObjectValue object) {
        JsonWriter writer = new JsonWriter(sink);
        writer.fields(object, false);
        return !writer.fleeting;
    }

    /**
     * @param keep whether the bytes of an object that is written once more are worth keeping; not inside one that is itself kept
     */
    private void value(Object value, boolean keep) {
        switch (value) {
            case String text -> string(sink, text);
            case Long number -> sink.putLong(number);
            case ObjectValue object -> object(object, keep);
            case ListValue list -> list(list, keep);
            case Boolean truth -> sink.putAscii(truth ? "true" : "false");
            case Double number -> number(sink, number);
            case Null _ -> sink.putAscii("null");
            case MarkedText text -> string(sink, text.text());
            case Instant date -> {
                sink.put('"');
                Dates.iso(sink, date);
                sink.put('"');
            }
            case Binary binary -> {
                sink.put('"');
                sink.put(Base64.getEncoder().encode(binary.bytes()));
                sink.put('"');
            }
            case Distance distance -> fields(distance.properties(), false);
            case RegexValue regex -> fields(regex.properties(), false);
            case Handle handle -> {
                fleeting = true;
                fields(handle.properties(), false);
            }
            default -> string(sink, Text.of(value));
        }
    }

    private void object(ObjectValue object, boolean keep) {
        byte[] kept = object.keptJson();
        if (kept != null) {
            sink.put(kept);
            return;
        }
        if (!keep || !object.writtenAgain()) {
            fields(object, keep);
            return;
        }
        boolean before = fleeting;
        fleeting = false;
        int start = sink.size;
        fields(object, false);
        if (!fleeting && sink.size - start <= LARGEST_KEPT) object.keepJson(Arrays.copyOfRange(sink.bytes, start, sink.size));
        fleeting |= before;
    }

    private void fields(ObjectValue object, boolean keep) {
        enter();
        sink.put('{');
        byte[][] keys = object.shape().jsonKeys();
        Object[] values = object.rawValues();
        for (int i = 0; i < values.length; i++) {
            sink.put(keys[i]);
            value(values[i], keep);
        }
        sink.put('}');
        depth--;
    }

    private void list(ListValue list, boolean keep) {
        enter();
        sink.put('[');
        if (list instanceof StreamValue) {
            fleeting = true;
            Iterator<Object> elements = list.iterator();
            try {
                for (boolean more = false; elements.hasNext(); more = true) {
                    if (more) sink.put(',');
                    value(elements.next(), keep);
                }
            } finally {
                StreamValue.close(elements);
            }
        } else {
            int size = list.size();
            for (int i = 0; i < size; i++) {
                if (i > 0) sink.put(',');
                value(list.get(i), keep);
            }
        }
        sink.put(']');
        depth--;
    }

    private void enter() {
        if (++depth > DEEPEST) throw new Failure("Value nested too deeply");
    }

    static void number(ByteSink sink, double number) {
        if (!Double.isFinite(number)) sink.putAscii("null");
        else
            sink.putAscii(FloatText.ofJson(number));
    }

    /** A JSON string. */
    static void string(ByteSink sink, String text) {
        int length = text.length();
        sink.reserve(length + 2);
        sink.bytes[sink.size++] = '"';
        byte[] bytes = sink.bytes;
        int size = sink.size;
        int i = 0;
        // As long as it is plain ASCII, which it mostly is to the end.
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || ESCAPES[c] != 0) break;
            bytes[size++] = (byte) c;
        }
        sink.size = size;
        if (i < length) rest(sink, text, i);
        sink.put('"');
    }

    private static void rest(ByteSink sink, String text, int from) {
        int length = text.length();
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += sink.putWide(text, i, c);
                continue;
            }
            byte escape = ESCAPES[c];
            if (escape == 0) {
                sink.put(c);
            } else if (escape == 1) {
                sink.putAscii("\\u00");
                sink.put((char) HEX[c >> 4]);
                sink.put((char) HEX[c & 15]);
            } else {
                sink.put('\\');
                sink.put((char) escape);
            }
        }
    }
}
