package org.arolang.runtime.value;

import java.time.Instant;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/** {@code < <= > >=} ([VAL-40]). Values without an order fail with {@code Type mismatch: Cannot convert <name> to number}. */
public final class Ordering {

    /** What {@link #compare} gives when a NaN takes part: every comparison is false ([VAL-42]). */
    private static final int UNORDERED = 2;

    private Ordering() {}

    public static boolean less(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) return a < b;
        return compare(left, right) == -1;
    }

    public static boolean lessOrEqual(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) return a <= b;
        int order = compare(left, right);
        return order == -1 || order == 0;
    }

    public static boolean greater(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) return a > b;
        return compare(left, right) == 1;
    }

    public static boolean greaterOrEqual(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) return a >= b;
        int order = compare(left, right);
        return order == 1 || order == 0;
    }

    public static boolean less(long left, long right) {
        return left < right;
    }

    public static boolean lessOrEqual(long left, long right) {
        return left <= right;
    }

    public static boolean greater(long left, long right) {
        return left > right;
    }

    public static boolean greaterOrEqual(long left, long right) {
        return left >= right;
    }

    public static boolean less(double left, double right) {
        return left < right;
    }

    public static boolean lessOrEqual(double left, double right) {
        return left <= right;
    }

    public static boolean greater(double left, double right) {
        return left > right;
    }

    public static boolean greaterOrEqual(double left, double right) {
        return left >= right;
    }

    /** Whether [VAL-40] orders the two at all, so that no comparison fails. */
    public static boolean comparable(Object left, Object right) {
        String a = Text.string(left);
        String b = Text.string(right);
        if (a != null && b != null) return true;
        if (Dates.of(left) != null && Dates.of(right) != null) return true;
        return Numbers.of(left) != null && Numbers.of(right) != null;
    }

    /** -1, 0, 1, or {@link #UNORDERED}. */
    private static int compare(Object left, Object right) {
        if (isNumber(left) && isNumber(right)) return numbers((Number) left, (Number) right);
        Instant date = Dates.of(left);
        if (date != null) {
            Instant other = Dates.of(right);
            if (other != null) return Integer.signum(date.compareTo(other));
        }
        Number a = Numbers.of(left);
        Number b = Numbers.of(right);
        if (a != null && b != null) return numbers(a, b);
        String text = Text.string(left);
        String other = Text.string(right);
        if (text != null && other != null) return Text.same(text, other) ? 0 : Integer.signum(Text.compare(text, other));
        throw notANumber(a == null ? left : right);
    }

    private static int numbers(Number left, Number right) {
        if (left instanceof Long a && right instanceof Long b) return Long.compare(a, b);
        double a = left.doubleValue();
        double b = right.doubleValue();
        return a < b ? -1 : a > b ? 1 : a == b ? 0 : UNORDERED;
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Long || value instanceof Double;
    }

    static Failure notANumber(Object value) {
        return new Failure("Type mismatch: Cannot convert " + Kind.nameOf(value) + " to number");
    }
}
