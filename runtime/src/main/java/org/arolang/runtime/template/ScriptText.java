package org.arolang.runtime.template;

import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.Null;

/** Values inside scripts. What it writes holds no character that could end a script element, a string or a comment. */
final class ScriptText {

    private ScriptText() {}

    /** A value as a literal: its JSON. */
    static String expression(Object value) {
        if (value == Null.NULL) {
            return "null";
        }
        return json(value);
    }

    /** Wire JSON without {@code < > & '} and the line separators ([WEB-320]). */
    static String json(Object value) {
        String json = Json.text(value);
        StringBuilder out = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '<' || c == '>' || c == '&' || c == '\'' || c == '\u2028' || c == '\u2029') {
                out = out == null ? new StringBuilder(json.length() + 32).append(json, 0, i) : out;
                unicode(out, c);
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? json : out.toString();
    }

    /** Text inside a string of any of the three kinds of quotes. */
    static String inString(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"', '\'', '`', '<', '>', '&', '$', '/', '\u2028', '\u2029' -> unicode(out, c);
                default -> {
                    if (c < ' ') {
                        unicode(out, c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /** Text inside a comment or a regular expression: letters, digits and blanks; everything else as its code. */
    static String hidden(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || c == ' ' || c == '_') {
                out.append(c);
            } else {
                unicode(out, c);
            }
        }
        return out.toString();
    }

    private static void unicode(StringBuilder out, char c) {
        String digits = Integer.toHexString(c);
        out.append("\\u").repeat('0', 4 - digits.length()).append(digits);
    }
}
