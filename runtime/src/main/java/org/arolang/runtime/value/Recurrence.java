package org.arolang.runtime.value;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/** A repeated date: {@code every 2 weeks}, {@code every last friday} ([VAL-230], [VAL-231]). Everything in UTC. */
public final class Recurrence implements Propertied {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int OCCURRENCES = 10;

    private final String pattern;
    private final @Nullable Instant start;
    private final Rule rule;

    private Recurrence(String pattern, @Nullable Instant start, Rule rule) {
        this.pattern = pattern;
        this.start = start;
        this.rule = rule;
    }

    private sealed interface Rule {}

    private record Interval(long count, DateUnit unit) implements Rule {}

    private record Weekday(DayOfWeek day) implements Rule {}

    /** @param ordinal 1 to 5, or -1 for the last of the month */
    private record NthWeekday(int ordinal, DayOfWeek day) implements Rule {}

    /**
     * @param start the first date that may occur, or null
     * @throws Failure {@code Invalid recurrence pattern '<text>'}
     */
    public static Recurrence of(String pattern, @Nullable Instant start) {
        Rule rule = rule(pattern);
        if (rule == null) throw new Failure("Invalid recurrence pattern '" + pattern + "'");
        return new Recurrence(pattern, start, rule);
    }

    private static @Nullable Rule rule(String pattern) {
        String[] words = BLANKS.split(pattern.strip());
        if (words.length < 2 || words.length > 3 || !words[0].equalsIgnoreCase("every")) return null;
        String last = words[words.length - 1];
        DayOfWeek day = day(last.toLowerCase(Locale.ROOT));
        if (words.length == 2) {
            if (day != null) return new Weekday(day);
            DateUnit unit = unit(last);
            return unit == null ? null : new Interval(1, unit);
        }
        String middle = words[1].toLowerCase(Locale.ROOT);
        if (day != null) {
            int ordinal = ordinal(middle);
            return ordinal == 0 ? null : new NthWeekday(ordinal, day);
        }
        DateUnit unit = unit(last);
        long count = count(middle);
        return unit == null || count < 1 ? null : new Interval(count, unit);
    }

    private static @Nullable DateUnit unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "sec" -> DateUnit.SECOND;
            case "hr" -> DateUnit.HOUR;
            case "wk" -> DateUnit.WEEK;
            case "mo" -> DateUnit.MONTH;
            case "yr" -> DateUnit.YEAR;
            default -> DateUnit.of(word);
        };
    }

    private static @Nullable DayOfWeek day(String word) {
        return switch (word) {
            case "monday", "mon" -> DayOfWeek.MONDAY;
            case "tuesday", "tue", "tues" -> DayOfWeek.TUESDAY;
            case "wednesday", "wed" -> DayOfWeek.WEDNESDAY;
            case "thursday", "thu", "thur", "thurs" -> DayOfWeek.THURSDAY;
            case "friday", "fri" -> DayOfWeek.FRIDAY;
            case "saturday", "sat" -> DayOfWeek.SATURDAY;
            case "sunday", "sun" -> DayOfWeek.SUNDAY;
            default -> null;
        };
    }

    private static int ordinal(String word) {
        return switch (word) {
            case "first", "1st" -> 1;
            case "second", "2nd" -> 2;
            case "third", "3rd" -> 3;
            case "fourth", "4th" -> 4;
            case "fifth", "5th" -> 5;
            case "last" -> -1;
            default -> 0;
        };
    }

    /** {@code 2} or {@code 2nd}; 0 for other words. */
    private static long count(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') digits++;
        String ending = word.substring(digits);
        boolean known = ending.isEmpty() || ending.equals("st") || ending.equals("nd") || ending.equals("rd") || ending.equals("th");
        return digits == 0 || digits > 9 || !known ? 0 : Long.parseLong(word.substring(0, digits));
    }

    /** The text as written. */
    public String pattern() {
        return pattern;
    }

    public @Nullable Instant start() {
        return start;
    }

    /** [VAL-231], seen from now; names in any letter case. */
    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "pattern" -> pattern;
            case "next" -> next(Instant.now());
            case "previous" -> {
                Instant previous = previous(Instant.now());
                yield previous == null ? Null.NULL : previous;
            }
            case "occurrences" -> occurrences(Instant.now());
            case "start" -> start;
            default -> null;
        };
    }

    /** The next ten occurrences. */
    public ListValue occurrences(Instant now) {
        ListValue.Builder dates = new ListValue.Builder(OCCURRENCES);
        Instant date = now;
        for (int i = 0; i < OCCURRENCES; i++) {
            date = next(date);
            dates.add(date);
        }
        return dates.build();
    }

    /** The first occurrence after {@code now}. */
    public Instant next(Instant now) {
        if (rule instanceof Interval(long count, DateUnit unit)) {
            if (start == null) return unit.add(now, count);
            if (start.isAfter(now)) return start;
            return unit.add(start, Math.multiplyExact(stepsUntil(start, now, count, unit) + 1, count));
        }
        if (start == null) return dayAfter(Dates.utc(now)).toInstant(ZoneOffset.UTC);
        // The start's time of day: today still counts when it is yet to come.
        Instant after = start.isAfter(now) ? start.minusNanos(1) : now;
        LocalDateTime date = dayAfter(Dates.utc(after).toLocalDate().minusDays(1).atTime(Dates.utc(start).toLocalTime()));
        while (!date.toInstant(ZoneOffset.UTC).isAfter(after)) date = dayAfter(date);
        return date.toInstant(ZoneOffset.UTC);
    }

    /** The last occurrence before {@code now}, or null when none has been. */
    public @Nullable Instant previous(Instant now) {
        if (rule instanceof Interval(long count, DateUnit unit)) {
            if (start == null) return unit.add(now, -count);
            if (!start.isBefore(now)) return null;
            return unit.add(start, Math.multiplyExact(stepsUntil(start, now.minusNanos(1), count, unit), count));
        }
        if (start == null) return dayBefore(Dates.utc(now)).toInstant(ZoneOffset.UTC);
        LocalDateTime date = dayBefore(Dates.utc(now).toLocalDate().plusDays(1).atTime(Dates.utc(start).toLocalTime()));
        while (!date.toInstant(ZoneOffset.UTC).isBefore(now)) date = dayBefore(date);
        Instant found = date.toInstant(ZoneOffset.UTC);
        return found.isBefore(start) ? null : found;
    }

    /** How many whole intervals lie between the start and {@code until}, which is not before it. */
    private static long stepsUntil(Instant start, Instant until, long count, DateUnit unit) {
        long low = 0;
        long high = 1;
        while (!unit.add(start, high * count).isAfter(until)) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (unit.add(start, middle * count).isAfter(until)) high = middle;
            else
                low = middle;
        }
        return low;
    }

    /** The first matching day after {@code from}'s day, at its time of day. */
    private LocalDateTime dayAfter(LocalDateTime from) {
        LocalDateTime day = from.plusDays(1);
        while (!fits(day)) day = day.plusDays(1);
        return day;
    }

    private LocalDateTime dayBefore(LocalDateTime from) {
        LocalDateTime day = from.minusDays(1);
        while (!fits(day)) day = day.minusDays(1);
        return day;
    }

    private boolean fits(LocalDateTime date) {
        return switch (rule) {
            case Weekday(DayOfWeek day) -> date.getDayOfWeek() == day;
            case NthWeekday(int ordinal, DayOfWeek day) -> date.getDayOfWeek() == day && (ordinal > 0
                    ? (date.getDayOfMonth() + 6) / 7 == ordinal
                    : date.with(TemporalAdjusters.lastInMonth(day)).equals(date));
            case Interval _ -> true;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recurrence recurrence && pattern.equals(recurrence.pattern)
                && Objects.equals(start, recurrence.start);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
