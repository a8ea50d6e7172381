package org.arolang.runtime.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The human form of a value: what {@code Log} writes ([VAL-125]). */
public final class ConsoleForm {

    /** Below this a float tells halves apart. */
    private static final double EXACT = 0x1p52;

    private ConsoleForm() {}

    public static String of(Object value) {
        if (value instanceof String text) return text;
        return switch (value) {
            case Double number -> of(number.doubleValue());
            case ListValue list -> list(list);
            case ObjectValue object -> object(object);
            case Distance distance -> object(distance.properties());
            case RegexValue regex -> object(regex.properties());
            case Handle handle -> object(handle.properties());
            default -> Text.of(value);
        };
    }

    /** Two decimals, half to even on the exact value; a small number that would read as zero in its own text ([DEC-12]). */
    public static String of(double number) {
        if (number == 0) return "0.00";
        if (!Double.isFinite(number)) return FloatText.of(number);
        String text = twoDecimals(number);
        return text.equals("0.00") || text.equals("-0.00") ? FloatText.of(number) : text;
    }

    private static String twoDecimals(double number) {
        double size = Math.abs(number);
        double hundredfold = size * 100;
        if (hundredfold < EXACT) {
            double below = Math.floor(hundredfold);
            double past = hundredfold - below - 0.5;
            // In the middle the product's own rounding decides; only a number that lies there exactly goes to the even neighbour.
            if (past == 0) past = Math.fma(size, 100, -hundredfold);
            long count = (long) below;
            if (past > 0 || past == 0 && (count & 1) == 1) count++;
            return hundredths(count, number < 0);
        }
        return new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String hundredths(long count, boolean negative) {
        long cents = count % 100;
        return (negative ? "-" : "") + count / 100 + (cents < 10 ? ".0" : ".") + cents;
    }

    private static String list(ListValue list) {
        boolean objects = false;
        for (Object element : list) objects |= isObject(element);
        StringBuilder out = new StringBuilder(64);
        if (!objects) out.append('[');
        boolean more = false;
        for (Object element : list) {
            if (more) out.append(objects ? "\n\n" : ", ");
            more = true;
            out.append(of(element));
        }
        if (!objects) out.append(']');
        return out.toString();
    }

    private static boolean isObject(Object value) {
        return value instanceof ObjectValue || value instanceof Distance || value instanceof RegexValue || value instanceof Handle;
    }

    /** [VAL-126]. */
    private static String object(ObjectValue object) {
        List<Line> lines = new ArrayList<>();
        flatten(object, "", lines);
        lines.sort((a, b) -> Text.compare(a.path, b.path));
        StringBuilder out = new StringBuilder(64);
        for (Line line : lines) {
            if (!out.isEmpty()) out.append('\n');
            out.append(line.path).append(": ").append(line.value);
        }
        return out.toString();
    }

    private record Line(String path, String value) {}

    private static void flatten(ObjectValue object, String prefix, List<Line> lines) {
        for (int i = 0; i < object.size(); i++) {
            String path = prefix + object.keyAt(i);
            switch (object.valueAt(i)) {
                case ObjectValue nested -> flatten(nested, path + ".", lines);
                case Distance distance -> flatten(distance.properties(), path + ".", lines);
                case RegexValue regex -> flatten(regex.properties(), path + ".", lines);
                case Handle handle -> flatten(handle.properties(), path + ".", lines);
                case ListValue list -> lines.add(new Line(path, simpleForms(list)));
                case Object leaf -> lines.add(new Line(path, of(leaf)));
            }
        }
    }

    private static String simpleForms(ListValue list) {
        StringBuilder out = new StringBuilder(32);
        boolean more = false;
        for (Object element : list) {
            if (more) out.append(", ");
            more = true;
            if (element instanceof Double number) out.append(of(number.doubleValue()));
            else
                Text.appendTo(out, element);
        }
        return out.toString();
    }
}
