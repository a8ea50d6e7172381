package org.arolang.runtime.value;

import java.nio.charset.StandardCharsets;
import org.arolang.runtime.Failure;

/** {@code + - * / %} and the sign ([VAL-50] to [VAL-58]). Integers are exact in 64 bits or fail. */
public final class Arithmetic {

    private static final long LARGEST_TEXT = 100L << 20;

    private Arithmetic() {}

    public static Object add(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) return add(a.longValue(), b.longValue());
        if (left instanceof Double a && right instanceof Double b) return a + b;
        if (isWord(left) || isWord(right)) return Text.concatenate(left, right);
        return number(left) + number(right);
    }

    public static Object subtract(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) return subtract(a.longValue(), b.longValue());
        return number(left) - number(right);
    }

    public static Object multiply(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) return multiply(a.longValue(), b.longValue());
        String text = Text.string(left);
        if (text != null && Numbers.isNumber(right)) return repeat(text, (Number) right);
        text = Text.string(right);
        if (text != null && Numbers.isNumber(left)) return repeat(text, (Number) left);
        return number(left) * number(right);
    }

    public static Object divide(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) return divide(a.longValue(), b.longValue());
        return divide(number(left), number(right));
    }

    public static Object remainder(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) return remainder(a.longValue(), b.longValue());
        throw new Failure("Type mismatch: Expected integers for modulo operation");
    }

    /** {@code -value} ([VAL-56]). */
    public static Object negate(Object value) {
        if (value instanceof Long number) return negate(number.longValue());
        if (value instanceof Double number) return -number;
        throw new Failure("Type mismatch: Cannot negate " + Kind.nameOf(value));
    }

    public static long add(long left, long right) {
        long sum = left + right;
        if (((left ^ sum) & (right ^ sum)) < 0) throw overflow();
        return sum;
    }

    public static long subtract(long left, long right) {
        long difference = left - right;
        if (((left ^ right) & (left ^ difference)) < 0) throw overflow();
        return difference;
    }

    public static long multiply(long left, long right) {
        long high = Math.multiplyHigh(left, right);
        long low = left * right;
        if (high != low >> 63) throw overflow();
        return low;
    }

    public static long divide(long left, long right) {
        if (right == 0) throw divisionByZero();
        if (right == -1) return negate(left);
        return left / right;
    }

    public static long remainder(long left, long right) {
        if (right == 0) throw divisionByZero();
        return left % right;
    }

    public static long negate(long value) {
        if (value == Long.MIN_VALUE) throw overflow();
        return -value;
    }

    public static double add(double left, double right) {
        return left + right;
    }

    public static double subtract(double left, double right) {
        return left - right;
    }

    public static double multiply(double left, double right) {
        return left * right;
    }

    public static double divide(double left, double right) {
        if (right == 0) throw divisionByZero();
        return left / right;
    }

    public static double negate(double value) {
        return -value;
    }

    static Failure overflow() {
        return new Failure("Integer overflow");
    }

    private static Failure divisionByZero() {
        return new Failure("Division by zero");
    }

    private static boolean isWord(Object value) {
        String text = Text.string(value);
        return text != null && !Numbers.isNumeric(text);
    }

    private static double number(Object value) {
        Number number = Numbers.of(value);
        if (number == null) throw Ordering.notANumber(value);
        return number.doubleValue();
    }

    /** [VAL-55]. */
    private static String repeat(String text, Number times) {
        double exact = times.doubleValue();
        if (Double.isNaN(exact) || exact < 1 || text.isEmpty()) return "";
        if (exact * utf8Length(text) > LARGEST_TEXT) throw new Failure("String too large");
        return text.repeat(times.intValue());
    }

    private static long utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
