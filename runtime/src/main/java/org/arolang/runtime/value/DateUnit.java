package org.arolang.runtime.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/** The units of offsets and recurrences ([VAL-215]). */
enum DateUnit {
    SECOND(1), MINUTE(60), HOUR(3_600), DAY(86_400), WEEK(604_800), MONTH(0), YEAR(0);

    private final long seconds;

    DateUnit(long seconds) {
        this.seconds = seconds;
    }

    /** The unit of a spelling: {@code M} is months, {@code m} minutes, otherwise letter case does not matter; null for other words. */
    static @Nullable DateUnit of(String spelling) {
        if (spelling.equals("M")) return MONTH;
        return switch (spelling.toLowerCase(Locale.ROOT)) {
            case "s", "second", "seconds" -> SECOND;
            case "m", "min", "minute", "minutes" -> MINUTE;
            case "h", "hour", "hours" -> HOUR;
            case "d", "day", "days" -> DAY;
            case "w", "week", "weeks" -> WEEK;
            case "month", "months" -> MONTH;
            case "y", "year", "years" -> YEAR;
            default -> null;
        };
    }

    /**
     * The date so many units later; months and years keep the day of the month where they can ([VAL-216]).
     *
     * @throws Failure when the result is beyond what dates can be
     */
    Instant add(Instant date, long count) {
        try {
            if (seconds > 0) return date.plusSeconds(Math.multiplyExact(seconds, count));
            LocalDateTime moved = this == MONTH ? Dates.utc(date).plusMonths(count) : Dates.utc(date).plusYears(count);
            return moved.toInstant(ZoneOffset.UTC);
        } catch (ArithmeticException | DateTimeException reason) {
            throw new Failure("Date out of range", reason);
        }
    }
}
