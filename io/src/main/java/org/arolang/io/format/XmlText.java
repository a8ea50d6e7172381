package org.arolang.io.format;

import java.io.IOException;
import java.io.Writer;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;

/** Writes XML ([IO-62]). Not thread-safe. */
final class XmlText {

    private final Writer out;

    XmlText(Writer out) {
        this.out = out;
    }

    void write(Object value, String root) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        element(root, value, 0);
    }

    private void element(String key, Object value, int depth) throws IOException {
        String name = name(key);
        indent(depth);
        out.write("<" + name + ">");
        switch (value) {
            case ObjectValue object -> {
                out.write('\n');
                for (int i = 0; i < object.size(); i++) {
                    element(object.keyAt(i), object.valueAt(i), depth + 1);
                    out.write('\n');
                }
                indent(depth);
            }
            case ListValue list -> {
                out.write('\n');
                for (Object inner : list) {
                    element("item", inner, depth + 1);
                    out.write('\n');
                }
                indent(depth);
            }
            default -> out.write(escaped(FileText.cell(value)));
        }
        out.write("</" + name + ">");
    }

    private void indent(int depth) throws IOException {
        out.write("  ".repeat(depth));
    }

    private static String name(String key) {
        StringBuilder name = new StringBuilder();
        key.codePoints().forEach(c -> name.appendCodePoint(isNameCharacter(c) ? c : '_'));
        boolean startsBadly = name.isEmpty() || "-.0123456789".indexOf(name.charAt(0)) >= 0;
        return startsBadly ? "_" + name : name.toString();
    }

    private static boolean isNameCharacter(int c) {
        return c == '-' || c == '.' || c == '_' || (c < 0x80 ? Character.isLetterOrDigit(c) : Character.isLetterOrDigit(c) && c != 0xD7);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                case '\r' -> out.append("&#13;");
                // No XML text can hold the other control characters.
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return out.toString();
    }
}
