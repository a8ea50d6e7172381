package org.arolang.runtime.actions.lifecycle;

import java.time.Duration;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.value.Numbers;
import org.jspecify.annotations.Nullable;

/** A number with a time unit as Sleep and Schedule take it ([DATA-220]). Immutable. */
final class TimeSpan {

    private static final double LONGEST_SECONDS = 1e9;

    private final @Nullable Operand value;
    private final double unitSeconds;

    private TimeSpan(@Nullable Operand value, double unitSeconds) {
        this.value = value;
        this.unitSeconds = unitSeconds;
    }

    /** What one execution gives: the number as written, and the time. */
    record Length(double number, Duration duration) {}

    static TimeSpan of(Call call) {
        Noun object = call.object();
        Operand expression = call.objectExpression();
        if (expression != null) {
            return new TimeSpan(expression, seconds(call.unit()));
        }
        Operand with = call.withClause();
        if (with != null) {
            return new TimeSpan(with, object == null ? 1 : seconds(object.name()));
        }
        return new TimeSpan(call.objectValue(), object == null ? 1 : seconds(object.name()));
    }

    /** The time of one execution; null when the value is no number. */
    @Nullable
    Length read(@Nullable Object[] operands) {
        Number number = value == null ? null : Numbers.of(value.in(operands));
        if (number == null || Double.isNaN(number.doubleValue())) {
            return null;
        }
        double exact = number.doubleValue();
        double seconds = Math.max(0, Math.min(exact * unitSeconds, LONGEST_SECONDS));
        return new Length(exact, Duration.ofNanos(Math.round(seconds * 1e9)));
    }

    private static double seconds(@Nullable String unit) {
        return switch (unit) {
            case "minute", "minutes", "min" -> 60;
            case "hour", "hours", "h" -> 3600;
            case "millisecond", "milliseconds", "ms" -> 0.001;
            case null, default -> 1;
        };
    }
}
