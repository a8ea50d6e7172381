package org.arolang.io.format;

import java.util.Locale;

/** What a text in a file means: a number, a truth value or itself ([IO-54]). */
public final class Scalars {

    private Scalars() {}

    /** The meaning of a text, without white space around it; {@code true} and {@code false} count in any case. */
    static Object ofCell(String text) {
        return of(text.strip(), true);
    }

    /** The meaning of a text, without white space around it; {@code true} and {@code false} count in lower case only. */
    static Object ofText(String text) {
        return of(text.strip(), false);
    }

    /** The meaning of exactly this text. */
    static Object of(String text, boolean anyCase) {
        if (text.isEmpty() || text.length() > 400) {
            return text;
        }
        char first = text.charAt(0);
        if (first == '-' || first >= '0' && first <= '9') {
            return number(text);
        }
        if (text.length() == 4 || text.length() == 5) {
            switch (anyCase ? text.toLowerCase(Locale.ROOT) : text) {
                case "true" :
                    return true;
                case "false" :
                    return false;
                default :
            }
        }
        return text;
    }

    private static Object number(String text) {
        int at = text.charAt(0) == '-' ? 1 : 0;
        int whole = digits(text, at);
        if (whole == at || text.charAt(at) == '0' && whole > at + 1) {
            return text;
        }
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digits(text, end + 1);
            if (fraction == end + 1) {
                return text;
            }
            end = fraction;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int sign = end + 1;
            if (sign < text.length() && (text.charAt(sign) == '-' || text.charAt(sign) == '+')) {
                sign++;
            }
            int exponent = digits(text, sign);
            if (exponent == sign) {
                return text;
            }
            end = exponent;
        }
        if (end < text.length()) {
            return text;
        }
        return end == whole ? integer(text) : decimal(text);
    }

    /** The end of the digits that begin at {@code from}. */
    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static Object integer(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException _) {
            return text;
        }
    }

    /** A number that no float comes near to stays text. */
    private static Object decimal(String text) {
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? text : (Object) number;
    }
}
