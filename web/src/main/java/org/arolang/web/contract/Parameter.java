package org.arolang.web.contract;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A declared parameter of an operation, its references resolved.
 *
 * @param type what it arrives as ([WEB-76]); for an array the type of its elements
 * @param array whether it arrives as a list ([WEB-71])
 * @param style the separator's name: {@code form}, {@code spaceDelimited}, {@code pipeDelimited}
 * @param defaultValue the schema's default as a value, or null
 * @param schema its schema as written, or null
 */
public record Parameter(
        String name,
        In in,
        boolean required,
        boolean deprecated,
        boolean allowEmptyValue,
        ScalarType type,
        boolean array,
        String style,
        boolean explode,
        @Nullable Object defaultValue,
        @Nullable Map<String, @Nullable Object> schema) {

    /** Where a parameter stands, with the words of [WEB-73] and [WEB-76]. */
    public enum In {
        QUERY("query", "Query parameter"), PATH("path", "Path parameter"), HEADER("header", "Header"), COOKIE("cookie", "Cookie");

        private final String key;
        private final String title;

        In(String key, String title) {
            this.key = key;
            this.title = title;
        }

        /** As contracts and the paths of violations write it. */
        public String key() {
            return key;
        }

        /** At the beginning of a sentence. */
        public String title() {
            return title;
        }

        static @Nullable In find(@Nullable String key) {
            for (In in : values()) {
                if (in.key.equals(key)) return in;
            }
            return null;
        }
    }

    /** What a text that enters through the contract becomes ([DEC-25]). */
    public enum ScalarType {
        TEXT(""), INTEGER("an integer"), NUMBER("a number"), BOOLEAN("true or false");

        private final String words;

        ScalarType(String words) {
            this.words = words;
        }

        /** As in {@code must be an integer}. */
        public String words() {
            return words;
        }

        /** The value that {@code text} denotes, or null when it denotes none of this type. */
        public @Nullable Object parse(String text) {
            try {
                return switch (this) {
                    case TEXT -> text;
                    case INTEGER -> isNumeric(text, false) ? (Object) Long.valueOf(text.startsWith("+") ? text.substring(1) : text) : null;
                    case NUMBER -> isNumeric(text, true) ? (Object) Double.valueOf(text) : null;
                    case BOOLEAN -> switch (text.toLowerCase(Locale.ROOT)) {
                        case "true" -> Boolean.TRUE;
                        case "false" -> Boolean.FALSE;
                        default -> null;
                    };
                };
            } catch (NumberFormatException _) {
                return null;
            }
        }

        /** The numeric strings of [VAL-41]. */
        private static boolean isNumeric(String text, boolean fraction) {
            int i = 0;
            int length = text.length();
            if (i < length && (text.charAt(i) == '+' || text.charAt(i) == '-')) i++;
            int from = i;
            while (i < length && isDigit(text.charAt(i))) i++;
            int digits = i - from;
            if (!fraction) return digits > 0 && i == length;
            if (i < length && text.charAt(i) == '.') {
                int point = ++i;
                while (i < length && isDigit(text.charAt(i))) i++;
                digits += i - point;
            }
            if (digits == 0) return false;
            if (i < length && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
                i++;
                if (i < length && (text.charAt(i) == '+' || text.charAt(i) == '-')) i++;
                int exponent = i;
                while (i < length && isDigit(text.charAt(i))) i++;
                if (i == exponent) return false;
            }
            return i == length;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
