package org.arolang.runtime.value;

/** What {@code when}, {@code while}, {@code not}, {@code and} and {@code or} take a value for ([VAL-20]). */
public final class Truth {

    private Truth() {}

    public static boolean of(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case String text -> !text.isEmpty();
            case Long number -> number != 0;
            case Double number -> of(number.doubleValue());
            case ListValue list -> !list.isEmpty();
            case Null _ -> false;
            case MarkedText text -> !text.isEmpty();
            default -> true;
        };
    }

    public static boolean of(long number) {
        return number != 0;
    }

    public static boolean of(double number) {
        return number != 0 && !Double.isNaN(number);
    }
}
