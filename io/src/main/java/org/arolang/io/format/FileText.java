package org.arolang.io.format;

import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Distance;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.RegexValue;
import org.arolang.runtime.value.Text;

/** The text of a value in files ([IO-10], [IO-11]). */
public final class FileText {

    private static final int MOST_BYTES = 4096;
    private static final int LINE = 16;

    private FileText() {}

    /** The text of any value. */
    public static String of(Object value) {
        return switch (value) {
            case ListValue _,ObjectValue _,Distance _,RegexValue _,Handle _ -> Json.text(value);
            case Binary binary -> of(binary);
            default -> Text.of(value);
        };
    }

    /** The text of a value as one of many: null is empty. */
    static String cell(Object value) {
        return value == Null.NULL ? "" : of(value);
    }

    private static String of(Binary binary) {
        String text = binary.text();
        return text != null ? text : dump(binary.bytes());
    }

    private static String dump(byte[] bytes) {
        StringBuilder out = new StringBuilder("Binary file  (").append(bytes.length).append(" bytes)\n");
        int shown = Math.min(bytes.length, MOST_BYTES);
        for (int from = 0; from < shown; from += LINE) {
            line(out.append('\n'), bytes, from, Math.min(from + LINE, shown));
        }
        if (shown < bytes.length) {
            out.append("\n... (").append(bytes.length - shown).append(" bytes not shown)");
        }
        return out.toString();
    }

    private static void line(StringBuilder out, byte[] bytes, int from, int to) {
        out.append(String.format("%08x ", from));
        for (int i = from; i < from + LINE; i++) {
            out.append(i == from + LINE / 2 ? "  " : " ");
            out.append(i < to ? String.format("%02x", bytes[i]) : "  ");
        }
        out.append("  |");
        for (int i = from; i < to; i++) {
            out.append(bytes[i] >= 0x20 && bytes[i] < 0x7F ? (char) bytes[i] : '.');
        }
        out.append('|');
    }
}
