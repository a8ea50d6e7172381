package org.arolang.runtime.value;

import java.math.BigDecimal;
import java.math.MathContext;

/** The text of a float: the shortest digits that read back to it ([VAL-121]). */
public final class FloatText {

    private static final double LARGEST_PLAIN = 9007199254740992.0;

    private FloatText() {}

    public static String of(double number) {
        if (isJavaForm(number)) return Double.toString(number);
        StringBuilder out = new StringBuilder(26);
        appendTo(out, number);
        return out.toString();
    }

    static void appendTo(StringBuilder out, double number) {
        if (isJavaForm(number)) out.append(number);
        else if (Double.isNaN(number)) out.append("nan");
        else if (Double.isInfinite(number)) out.append(number < 0 ? "-inf" : "inf");
        else
            appendDigits(out, number);
    }

    /** The text that JSON uses: without a fraction that is only {@code .0} ([VAL-140]). */
    static String ofJson(double number) {
        if (number == (long) number && Math.abs(number) <= LARGEST_PLAIN && !(number == 0 && 1 / number < 0))
            return Long.toString((long) number);
        String text = of(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Whether Java writes the number as ARO does. */
    private static boolean isJavaForm(double number) {
        double size = Math.abs(number);
        return size >= 1e-3 && size < 1e7 || size == 0;
    }

    private static void appendDigits(StringBuilder out, double number) {
        double size = Math.abs(number);
        if (number < 0) out.append('-');
        String java = shortest(size);
        int e = java.indexOf('E');
        int exponent = Integer.parseInt(java.substring(e + 1));
        String fraction = java.substring(2, e);
        String digits = java.charAt(0) + (fraction.equals("0") ? "" : fraction);
        if (size >= 0.0001 && size <= LARGEST_PLAIN) plain(out, digits, exponent);
        else
            scientific(out, digits, exponent);
    }

    /** Java's {@code d.ddEx}; but Java prefers two digits to one where both read back, at the very smallest numbers. */
    private static String shortest(double size) {
        String java = Double.toString(size);
        if (size >= 1e-320) return java;
        BigDecimal oneDigit = new BigDecimal(java).round(new MathContext(1));
        return oneDigit.doubleValue() == size ? oneDigit.unscaledValue() + ".0E" + -oneDigit.scale() : java;
    }

    private static void plain(StringBuilder out, String digits, int exponent) {
        if (exponent < 0) {
            out.append("0.");
            out.repeat('0', -exponent - 1);
            out.append(digits);
        } else if (digits.length() <= exponent + 1) {
            out.append(digits);
            out.repeat('0', exponent + 1 - digits.length());
            out.append(".0");
        } else {
            out.append(digits, 0, exponent + 1).append('.').append(digits, exponent + 1, digits.length());
        }
    }

    private static void scientific(StringBuilder out, String digits, int exponent) {
        out.append(digits.charAt(0));
        if (digits.length() > 1) out.append('.').append(digits, 1, digits.length());
        out.append('e').append(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        if (size < 10) out.append('0');
        out.append(size);
    }
}
