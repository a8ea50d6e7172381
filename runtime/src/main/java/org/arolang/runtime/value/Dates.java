package org.arolang.runtime.value;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates: reading them, their ISO form and their properties ([VAL-200] to [VAL-206]). A date is a {@link Instant}, seen in UTC. */
public final class Dates {

    private static final WeekFields WEEKS = WeekFields.of(DayOfWeek.SUNDAY, 1);
    private static final String[] DAY_NAMES = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    private static final int ISO_LENGTH = 20;

    private Dates() {}

    /** A date, or a string that is one ([VAL-203]); else null. */
    public static @Nullable Instant of(Object value) {
        if (value instanceof Instant date) return date;
        String text = Text.string(value);
        return text == null ? null : parse(text);
    }

    /** The date that the text is ([VAL-203]), or null. */
    public static @Nullable Instant parse(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') from++;
        while (to > from && text.charAt(to - 1) == ' ') to--;
        // Most texts are no dates: say so quickly.
        if (to - from < 10 || text.charAt(from + 4) != '-' || text.charAt(from + 7) != '-') return null;
        int year = digits(text, from, 4);
        int month = digits(text, from + 5, 2);
        int day = digits(text, from + 8, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
        long midnight = LocalDate.of(year, month, day).toEpochDay() * 86_400;
        if (to - from == 10) return Instant.ofEpochSecond(midnight);
        return time(text, from + 10, to, midnight);
    }

    private static @Nullable Instant time(String text, int at, int to, long midnight) {
        if (to - at < 9 || text.charAt(at) != 'T' || text.charAt(at + 3) != ':' || text.charAt(at + 6) != ':') return null;
        int hour = digits(text, at + 1, 2);
        int minute = digits(text, at + 4, 2);
        int second = digits(text, at + 7, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
        long seconds = midnight + hour * 3_600 + minute * 60 + second;
        int next = at + 9;
        if (next == to) return Instant.ofEpochSecond(seconds);
        long nanos = 0;
        if (text.charAt(next) == '.') {
            int start = ++next;
            long unit = 100_000_000;
            while (next < to && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
                nanos += unit * (text.charAt(next++) - '0');
                unit /= 10;
            }
            // A fraction needs digits, and a zone after them.
            if (next == start || next == to) return null;
        }
        char zone = text.charAt(next);
        if (zone == 'Z') return next + 1 == to ? Instant.ofEpochSecond(seconds, nanos) : null;
        if (zone != '+' && zone != '-' || to - next != 6 || text.charAt(next + 3) != ':') return null;
        int hours = digits(text, next + 1, 2);
        int minutes = digits(text, next + 4, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return null;
        int offset = hours * 3_600 + minutes * 60;
        return Instant.ofEpochSecond(zone == '+' ? seconds - offset : seconds + offset, nanos);
    }

    private static int digits(String text, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number;
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** {@code yyyy-MM-ddTHH:mm:ssZ}, whole seconds ([VAL-204]). */
    @SuppressWarnings("deprecation") // The one constructor that takes Latin-1 bytes without looking at a charset.
    public static String iso(Instant date) {
        ByteSink sink = new ByteSink(ISO_LENGTH + 8);
        iso(sink, date);
        return new String(sink.bytes, 0, 0, sink.size);
    }

    /** Writes the ISO form. */
    static void iso(ByteSink sink, Instant date) {
        long seconds = date.getEpochSecond();
        int ofDay = (int) Math.floorMod(seconds, 86_400L);
        // The calendar of java.time, without its objects: days since 0000-03-01 in periods of 400 years.
        long days = Math.floorDiv(seconds, 86_400L) + 719_468;
        long era = Math.floorDiv(days, 146_097L);
        int ofEra = (int) (days - era * 146_097);
        int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * ofYear + 2) / 153;
        int day = ofYear - (153 * shifted + 2) / 5 + 1;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        sink.reserve(ISO_LENGTH + 8);
        if (year < 0) sink.put('-');
        long size = Math.abs(year);
        if (size > 9_999) {
            sink.putLong(size);
        } else {
            two(sink, (int) size / 100);
            two(sink, (int) size % 100);
        }
        sink.put('-');
        two(sink, month);
        sink.put('-');
        two(sink, day);
        sink.put('T');
        two(sink, ofDay / 3_600);
        sink.put(':');
        two(sink, ofDay / 60 % 60);
        sink.put(':');
        two(sink, ofDay % 60);
        sink.put('Z');
    }

    private static void two(ByteSink sink, int number) {
        sink.put((char) ('0' + number / 10));
        sink.put((char) ('0' + number % 10));
    }

    static LocalDateTime utc(Instant date) {
        return LocalDateTime.ofEpochSecond(date.getEpochSecond(), date.getNano(), ZoneOffset.UTC);
    }

    static long weekOfYear(LocalDateTime date) {
        return date.get(WEEKS.weekOfWeekBasedYear());
    }

    static long weekBasedYear(LocalDateTime date) {
        return date.get(WEEKS.weekBasedYear());
    }

    static long weekOfMonth(LocalDateTime date) {
        return date.get(WEEKS.weekOfMonth());
    }

    static String dayName(DayOfWeek day) {
        return DAY_NAMES[day.ordinal()];
    }

    /** A property of a date ([VAL-206]), its name in any letter case; null when there is none of that name. */
    public static @Nullable Object property(Instant date, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "year" -> (Object) (long) utc(date).getYear();
            case "month" -> (long) utc(date).getMonthValue();
            case "day" -> (long) utc(date).getDayOfMonth();
            case "hour" -> (long) utc(date).getHour();
            case "minute" -> (long) utc(date).getMinute();
            case "second" -> (long) utc(date).getSecond();
            case "dayofweek" -> dayName(utc(date).getDayOfWeek());
            case "dayofyear" -> (long) utc(date).getDayOfYear();
            case "weekofyear" -> weekOfYear(utc(date));
            case "timestamp" -> timestamp(date);
            case "iso" -> iso(date);
            case "timezone" -> "GMT";
            default -> null;
        };
    }

    /** Unix seconds, truncated toward zero. */
    private static long timestamp(Instant date) {
        long seconds = date.getEpochSecond();
        return seconds < 0 && date.getNano() > 0 ? seconds + 1 : seconds;
    }
}
