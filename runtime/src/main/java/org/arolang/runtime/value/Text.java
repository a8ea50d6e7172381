package org.arolang.runtime.value;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The text of a value ([VAL-120]), and what texts have in common: the one place that looks through {@link MarkedText}, the one order and
 * the one equality of characters.
 */
public final class Text {

    /** Below this no character combines with another: a text without later ones is in normal form. */
    private static final char FIRST_COMBINING = '\u0300';

    private Text() {}

    /** The value itself, but the bare string of a text with an origin. */
    public static Object plain(Object value) {
        return value instanceof MarkedText marked ? marked.text() : value;
    }

    public static boolean isText(Object value) {
        return value instanceof String || value instanceof MarkedText;
    }

    /** The characters of a string value with or without origin, or null for every other kind. */
    public static @Nullable String string(Object value) {
        if (value instanceof String text) return text;
        return value instanceof MarkedText marked ? marked.text() : null;
    }

    /** The text of any value ([VAL-120]). */
    public static String of(Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> Long.toString(number);
            case Double number -> FloatText.of(number);
            case Boolean truth -> truth ? "true" : "false";
            case Null _ -> "null";
            case MarkedText marked -> marked.text();
            case Instant date -> Dates.iso(date);
            case DateRange range -> range.toString();
            case Recurrence recurrence -> recurrence.pattern();
            case Binary binary -> binary.size() + " bytes";
            default -> {
                StringBuilder out = new StringBuilder(64);
                appendTo(out, value);
                yield out.toString();
            }
        };
    }

    /** Appends the text of any value. */
    public static void appendTo(StringBuilder out, Object value) {
        switch (value) {
            case String text -> out.append(text);
            case Long number -> out.append(number.longValue());
            case Double number -> FloatText.appendTo(out, number);
            case ListValue list -> appendList(out, list);
            case ObjectValue object -> appendObject(out, object);
            case Distance distance -> appendObject(out, distance.properties());
            case RegexValue regex -> appendObject(out, regex.properties());
            case Handle handle -> appendObject(out, handle.properties());
            default -> {
                Kind.of(value);
                out.append(of(value));
            }
        }
    }

    /** The text of any value in UTF-8; not to be changed. */
    public static byte[] utf8(Object value) {
        return value instanceof MarkedText marked ? marked.utf8() : of(value).getBytes(StandardCharsets.UTF_8);
    }

    /** {@code left ++ right} ([VAL-60]). */
    public static String concatenate(Object left, Object right) {
        return of(left).concat(of(right));
    }

    private static void appendList(StringBuilder out, ListValue list) {
        out.append('[');
        boolean more = false;
        for (Object element : list) {
            if (more) out.append(", ");
            more = true;
            appendInside(out, element);
        }
        out.append(']');
    }

    private static void appendObject(StringBuilder out, ObjectValue object) {
        if (object.isEmpty()) {
            out.append("[:]");
            return;
        }
        out.append('[');
        for (int i = 0; i < object.size(); i++) {
            if (i > 0) out.append(", ");
            quote(out, object.keyAt(i));
            out.append(": ");
            appendInside(out, object.valueAt(i));
        }
        out.append(']');
    }

    private static void appendInside(StringBuilder out, Object value) {
        String text = string(value);
        if (text != null) quote(out, text);
        else
            appendTo(out, value);
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\0' -> out.append("\\0");
                default -> out.append(c);
            }
        }
        out.append('"');
    }

    /** Code-point order. */
    public static int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean aSurrogate = Character.isSurrogate(a);
                // Code points above U+FFFF come last, although their surrogates do not.
                if (aSurrogate != Character.isSurrogate(b)) return aSurrogate ? 1 : -1;
                return a - b;
            }
        }
        return left.length() - right.length();
    }

    /** The same characters, canonical equivalence included ([VAL-30] step 3). */
    public static boolean same(String left, String right) {
        if (left.equals(right)) return true;
        if (!mayCombine(left) && !mayCombine(right)) return false;
        return normal(left).equals(normal(right));
    }

    /** A form that is equal for texts that are the {@linkplain #same same}. */
    public static String normal(String text) {
        return mayCombine(text) ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
    }

    private static boolean mayCombine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) return true;
        }
        return false;
    }

    /** Without white space and line ends around, in Unicode's sense ([DATA-80]). */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) from++;
        while (to > from && isSpace(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    /** Unicode's White_Space. */
    static boolean isSpace(char c) {
        if (c <= ' ') return c == ' ' || c >= '\t' && c <= '\r';
        if (c < 0x85) return false;
        return c == 0x85 || c == 0xA0 || c == 0x1680 || c >= 0x2000 && c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }
}
