package org.arolang.io.format;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;

/** Writes TOML ([IO-64]). */
final class TomlText {

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

    private TomlText() {}

    static void write(Object value, String name, Writer out) throws IOException {
        switch (value) {
            case ObjectValue object -> out.write(lines(object));
            case ListValue list -> {
                String separator = "";
                for (Object element : list) {
                    if (!(element instanceof ObjectValue object)) {
                        throw unfit();
                    }
                    String lines = lines(object);
                    out.write(separator + "[[" + key(name) + "]]" + (lines.isEmpty() ? "" : "\n") + lines);
                    separator = "\n\n";
                }
            }
            default -> throw unfit();
        }
    }

    private static Unwritable unfit() {
        return new Unwritable("TOML needs a map or a list of maps");
    }

    private static String lines(ObjectValue object) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < object.size(); i++) {
            if (object.valueAt(i) != Null.NULL) {
                out.append(out.isEmpty() ? "" : "\n").append(key(object.keyAt(i))).append(" = ");
                value(object.valueAt(i), out);
            }
        }
        return out.toString();
    }

    private static String key(String key) {
        if (BARE.matcher(key).matches()) {
            return key;
        }
        StringBuilder out = new StringBuilder();
        string(key, out);
        return out.toString();
    }

    private static void value(Object value, StringBuilder out) {
        switch (value) {
            case ObjectValue object -> {
                String separator = "{ ";
                for (int i = 0; i < object.size(); i++) {
                    if (object.valueAt(i) != Null.NULL) {
                        out.append(separator).append(key(object.keyAt(i))).append(" = ");
                        value(object.valueAt(i), out);
                        separator = ", ";
                    }
                }
                out.append(separator.equals(", ") ? " }" : "{}");
            }
            case ListValue list -> {
                out.append('[');
                String separator = "";
                for (Object element : list) {
                    out.append(separator);
                    value(element == Null.NULL ? "" : element, out);
                    separator = ", ";
                }
                out.append(']');
            }
            case Long _,Double _,Boolean _ -> out.append(Text.of(value));
            default -> string(FileText.of(value), out);
        }
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7F) {
                        out.append(String.format("\\u%04X", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
