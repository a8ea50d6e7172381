package org.arolang.runtime.value;

import org.jspecify.annotations.Nullable;

/** Numeric strings ([VAL-41]) and the exact order of integers among floats. */
public final class Numbers {

    private Numbers() {}

    /** Whether the whole text is a numeric string. */
    static boolean isNumeric(String text) {
        int length = text.length();
        int i = 0;
        if (i < length && (text.charAt(i) == '+' || text.charAt(i) == '-')) i++;
        int start = i;
        while (i < length && isDigit(text.charAt(i))) i++;
        int digits = i - start;
        if (i < length && text.charAt(i) == '.') {
            i++;
            start = i;
            while (i < length && isDigit(text.charAt(i))) i++;
            digits += i - start;
        }
        if (digits == 0) return false;
        if (i < length && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i++;
            if (i < length && (text.charAt(i) == '+' || text.charAt(i) == '-')) i++;
            start = i;
            while (i < length && isDigit(text.charAt(i))) i++;
            if (i == start) return false;
        }
        return i == length;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The number of a numeric string, or null. */
    static @Nullable Double parse(String text) {
        return isNumeric(text) ? Double.valueOf(text) : null;
    }

    /** An integer or float as such, a numeric string as a float, else null. */
    public static @Nullable Number of(Object value) {
        if (value instanceof Long || value instanceof Double) return (Number) value;
        String text = Text.string(value);
        return text == null ? null : parse(text);
    }

    static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Double;
    }

    /** A total order of numbers, exact also between integers and floats; NaN last, both zeros equal. */
    static int compare(Number left, Number right) {
        if (left instanceof Long a) {
            return right instanceof Long b ? Long.compare(a, b) : compareExact(a, right.doubleValue());
        }
        if (right instanceof Long b) return -compareExact(b, left.doubleValue());
        double a = left.doubleValue();
        double b = right.doubleValue();
        if (a < b) return -1;
        if (a > b) return 1;
        return a == b ? 0 : Boolean.compare(Double.isNaN(a), Double.isNaN(b));
    }

    private static int compareExact(long left, double right) {
        if (Double.isNaN(right) || right >= 0x1p63) return -1;
        if (right < -0x1p63) return 1;
        int whole = Long.compare(left, (long) right);
        return whole != 0 ? whole : Double.compare(0, right - (long) right + 0.0);
    }

    /** A with-value that counts something: an integer, or a float truncated ([DATA-81]); else null. */
    static @Nullable Long count(@Nullable Object value) {
        if (value instanceof Long number) return number;
        return value instanceof Double number && !number.isNaN() ? (Long) (long) number.doubleValue() : null;
    }
}
