package org.arolang.runtime.template;

import java.util.Base64;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Origin;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** The form that values have in templates ([VAL-155], [WEB-312]), and which of them are markup. */
public final class Printed {

    private static final double LARGEST_WHOLE = 9007199254740992.0;

    private Printed() {}

    /** The text of {@code value}. */
    public static String of(Object value) {
        return switch (value) {
            case String text -> text;
            case MarkedText text -> text.text();
            case Long number -> Long.toString(number);
            case Double number -> of(number.doubleValue());
            case Null _ -> "";
            case ListValue list -> Json.text(list);
            case ObjectValue object -> Json.text(object);
            case Binary binary -> Base64.getEncoder().encodeToString(binary.bytes());
            default -> Text.of(value);
        };
    }

    private static String of(double number) {
        if (number == (long) number && Math.abs(number) < LARGEST_WHOLE && !(number == 0 && 1 / number < 0)) {
            return Long.toString((long) number);
        }
        String text = Text.of(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Whether {@code value} is inserted into HTML as it is ([WEB-331]). */
    public static boolean isMarkup(Object value) {
        return value instanceof MarkedText text && isMarkup(text);
    }

    static boolean isMarkup(MarkedText text) {
        Origin origin = text.origin();
        return origin == Origin.HTML_TEMPLATE || origin.maker() == Origin.Maker.TEMPLATE && origin.isMarkup();
    }

    /** Text that is markup from now on. */
    public static MarkedText markup(String text) {
        return MarkedText.of(text, Origin.HTML_TEMPLATE);
    }

    /** The five replacements of [WEB-330]. */
    public static String escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (entity(text.charAt(i)) != null) {
                return escaped(text, i);
            }
        }
        return text;
    }

    private static String escaped(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            String entity = entity(c);
            if (entity == null) {
                out.append(c);
            } else {
                out.append(entity);
            }
        }
        return out.toString();
    }

    private static @Nullable String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }
}
