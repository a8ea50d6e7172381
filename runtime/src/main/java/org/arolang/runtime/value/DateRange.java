package org.arolang.runtime.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Two dates ([VAL-220]); the start may be the later one. */
public record DateRange(Instant start, Instant end) implements Propertied {

    /** Whether the date lies in the range, both ends included, whatever their order ([VAL-222]). */
    public boolean contains(Instant date) {
        boolean ordered = start.compareTo(end) <= 0;
        Instant low = ordered ? start : end;
        Instant high = ordered ? end : start;
        return low.compareTo(date) <= 0 && date.compareTo(high) <= 0;
    }

    /** [VAL-221]; names in any letter case. */
    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "start" -> start;
            case "end" -> end;
            case "seconds" -> seconds();
            case "minutes" -> seconds() / 60;
            case "hours" -> seconds() / 3_600;
            case "days" -> seconds() / 86_400;
            case "weeks" -> seconds() / 604_800;
            case "months" -> Math.abs(ChronoUnit.MONTHS.between(utc(start), utc(end)));
            case "years" -> Math.abs(ChronoUnit.YEARS.between(utc(start), utc(end)));
            default -> null;
        };
    }

    private long seconds() {
        return Duration.between(start, end).abs().getSeconds();
    }

    private static LocalDateTime utc(Instant date) {
        return LocalDateTime.ofInstant(date, ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return Dates.iso(start) + " to " + Dates.iso(end);
    }
}
