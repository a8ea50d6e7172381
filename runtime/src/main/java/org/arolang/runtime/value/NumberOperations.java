package org.arolang.runtime.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static org.arolang.runtime.value.OperationTable.*;

/** The operations of [DATA-100] on numbers and lists of numbers. */
final class NumberOperations {

    private static final String NUMBER = "Integer or Float";
    private static final int MOST_DIGITS = 15;

    private NumberOperations() {}

    static List<Operation> all() {
        return List.of(aggregate("sum", Aggregation.SUM), aggregate("avg", Aggregation.AVG), aggregate("min", Aggregation.MIN),
                aggregate("max", Aggregation.MAX), further("round", NumberOperations::round).taking("Float", "Integer"),
                further("floor", (input, _) -> whole(input, RoundingMode.FLOOR)).taking("Float", "Integer"),
                further("ceil", (input, _) -> whole(input, RoundingMode.CEILING)).taking("Float", "Integer"),
                further("abs", (input, _) -> abs(input)).taking("Float", "Integer", "String"), further("random", NumberOperations::random));
    }

    private static Operation aggregate(String name, Aggregation function) {
        return further(name, (input, parameters) -> {
            ListValue list = OperationTable.list(input);
            return function.of(list, field(name, parameters));
        }).taking("List");
    }

    /** The field that a with-value names, or null when there is none. */
    static @Nullable FieldPath field(String operation, Parameters parameters) {
        Object with = parameters.with();
        if (with == null) return null;
        String name = Text.string(with);
        if (name == null || name.isEmpty()) throw invalid(operation, with);
        return FieldPath.of(name);
    }

    private static Number number(Object input) {
        Number number = Numbers.of(input);
        if (number == null) throw mismatch(NUMBER, input);
        return number;
    }

    private static Object round(Object input, Parameters parameters) {
        Number number = number(input);
        Object with = parameters.with();
        if (with == null) return whole(input, RoundingMode.HALF_UP);
        Long digits = Numbers.count(with);
        if (digits == null || digits < 0 || digits > MOST_DIGITS) throw invalid("round", with);
        double exact = number.doubleValue();
        if (number instanceof Long || !Double.isFinite(exact)) return exact;
        // On the decimal text, so that 2.675 is what it looks like.
        return new BigDecimal(FloatText.of(exact)).setScale(digits.intValue(), RoundingMode.HALF_UP).doubleValue();
    }

    private static Object whole(Object input, RoundingMode mode) {
        Number number = number(input);
        if (number instanceof Long) return number;
        double exact = number.doubleValue();
        double whole = switch (mode) {
            case FLOOR -> Math.floor(exact);
            case CEILING -> Math.ceil(exact);
            default -> halfAway(exact);
        };
        if (!(whole >= -0x1p63 && whole < 0x1p63)) throw Arithmetic.overflow();
        return (long) whole;
    }

    private static double halfAway(double exact) {
        double size = Math.abs(exact);
        double below = Math.floor(size);
        return Math.copySign(size - below >= 0.5 ? below + 1 : below, exact);
    }

    private static Object abs(Object input) {
        Number number = number(input);
        if (number instanceof Long exact) return exact < 0 ? Arithmetic.negate(exact.longValue()) : exact;
        return Math.abs(number.doubleValue());
    }

    private static Object random(Object input, Parameters parameters) {
        Object given = parameters.with() != null ? parameters.with() : input;
        if (!(given instanceof ObjectValue bounds) || !bounds.has("min") && !bounds.has("max")) {
            if (parameters.with() != null) throw invalid("random", given);
            return Randomness.SOURCE.nextDouble();
        }
        Object min = bounds.get("min");
        Object max = bounds.get("max");
        if (min == null || max == null || !Numbers.isNumber(min) || !Numbers.isNumber(max)
                || Numbers.compare((Number) min, (Number) max) > 0) {
            throw invalid("random", given);
        }
        if (min instanceof Long low && max instanceof Long high) return between(low, high);
        double low = ((Number) min).doubleValue();
        double high = ((Number) max).doubleValue();
        if (!Double.isFinite(low) || !Double.isFinite(high)) throw invalid("random", given);
        if (low == high) return low;
        return Randomness.SOURCE.nextDouble(low, high);
    }

    private static long between(long low, long high) {
        if (high < Long.MAX_VALUE) return Randomness.SOURCE.nextLong(low, high + 1);
        return low > Long.MIN_VALUE ? Randomness.SOURCE.nextLong(low - 1, high) + 1 : Randomness.SOURCE.nextLong();
    }

    /** Made at the first use: seeding takes a while. */
    private static final class Randomness {
        static final SecureRandom SOURCE = new SecureRandom();
    }
}
