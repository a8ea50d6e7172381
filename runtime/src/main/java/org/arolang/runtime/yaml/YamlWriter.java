package org.arolang.runtime.yaml;

import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.RegexValue;
import org.arolang.runtime.value.Text;

/** Writes values in block style ([IO-59], [IO-60]). Not thread-safe. */
final class YamlWriter {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final StringBuilder out;

    YamlWriter(StringBuilder out) {
        this.out = out;
    }

    /** A list or object that is not empty, at the start of a line. */
    void block(Object value, int indent) {
        blockHere(value, indent, true);
    }

    /**
     * A block whose first line may already have begun.
     *
     * @param atStart whether the first line still needs its indentation
     */
    private void blockHere(Object value, int indent, boolean atStart) {
        boolean fresh = atStart;
        if (value instanceof ListValue list) {
            for (Object element : list) {
                indent(fresh ? indent : 0);
                fresh = true;
                out.append("- ");
                Object shown = shown(element);
                if (isBlock(shown)) {
                    blockHere(shown, indent + 2, false);
                } else {
                    scalar(shown, indent);
                    out.append('\n');
                }
            }
            return;
        }
        ObjectValue object = (ObjectValue) value;
        for (int i = 0; i < object.size(); i++) {
            indent(fresh ? indent : 0);
            fresh = true;
            key(object.keyAt(i));
            Object shown = shown(object.valueAt(i));
            if (isBlock(shown)) {
                out.append(":\n");
                blockHere(shown, indent + 2, true);
            } else {
                out.append(": ");
                scalar(shown, indent);
                out.append('\n');
            }
        }
    }

    private static Object shown(Object value) {
        return switch (value) {
            case Handle handle -> handle.properties();
            case RegexValue regex -> ObjectValue.of("flags", regex.flags(), "pattern", regex.pattern());
            default -> value;
        };
    }

    private static boolean isBlock(Object value) {
        return value instanceof ListValue list && !list.isEmpty() || value instanceof ObjectValue object && !object.isEmpty();
    }

    /** A value on the rest of a line; a block scalar's body goes below, two columns right of {@code indent}. */
    void scalar(Object value, int indent) {
        switch (value) {
            case ListValue _ -> out.append("[]");
            case ObjectValue _ -> out.append("{}");
            case Null _ -> out.append("null");
            case Long _,Double _,Boolean _ -> out.append(Text.of(value));
            default -> text(Text.of(value), indent);
        }
    }

    private void key(String key) {
        if (isPlain(key)) {
            out.append(key);
        } else {
            quoted(key);
        }
    }

    private void text(String text, int indent) {
        if (isPlain(text)) {
            out.append(text);
        } else if (fitsBlock(text)) {
            literal(text, indent);
        } else {
            quoted(text);
        }
    }

    private void literal(String text, int indent) {
        String body = text;
        if (!text.endsWith("\n")) {
            out.append("|-");
        } else if (text.endsWith("\n\n")) {
            out.append("|+");
            body = text.substring(0, text.length() - 1);
        } else {
            out.append('|');
            body = text.substring(0, text.length() - 1);
        }
        for (String line : body.split("\n", -1)) {
            out.append('\n');
            if (!line.isEmpty()) {
                indent(indent + 2);
                out.append(line);
            }
        }
    }

    private static boolean fitsBlock(String text) {
        if (text.indexOf('\n') <= 0 || text.startsWith(" ") || text.startsWith("\t")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\t' && !isPrintable(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether plain style is legal for a text and reads back as the same string. */
    private static boolean isPlain(String text) {
        if (text.isEmpty() || !(YamlReader.plain(text) instanceof String) || !text.equals(text.strip())) {
            return false;
        }
        char first = text.charAt(0);
        if (",[]{}#&*!|>'\"%@`".indexOf(first) >= 0) {
            return false;
        }
        if ("-?:".indexOf(first) >= 0 && (text.length() == 1 || text.charAt(1) == ' ' || text.charAt(1) == first)) {
            return false;
        }
        if (text.startsWith("...") || text.equals("<<") || text.endsWith(":") || text.contains(": ") || text.contains(" #")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintable(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c < 0xFFFE;
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        out.append(c);
                    } else {
                        out.append("\\u").append(HEX[c >> 12]).append(HEX[c >> 8 & 15]).append(HEX[c >> 4 & 15]).append(HEX[c & 15]);
                    }
                }
            }
        }
        out.append('"');
    }

    private void indent(int columns) {
        out.repeat(' ', columns);
    }
}
