package org.arolang.runtime.value;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.arolang.runtime.Failure;

/**
 * Writes dates by a pattern of CLDR letters, in English and UTC ([VAL-240], [WEB-321]). A pattern is read once; run-time patterns are kept
 * in a bounded cache. Immutable and thread-safe.
 */
public final class DateFormatter {

    private static final int CACHED = 256;
    private static final ConcurrentHashMap<String, DateFormatter> FORMATTERS = new ConcurrentHashMap<>();
    private static final String[] MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October",
        "November", "December"};

    /** The pattern of {@code format} without a with-value. */
    public static final DateFormatter DEFAULT = new DateFormatter("MMMM dd, yyyy");

    private final List<Field> fields;

    /** A run of one letter, or literal text. */
    private record Field(char letter, int count, String literal) {}

    private DateFormatter(String pattern) {
        fields = read(pattern);
    }

    /**
     * The formatter of a pattern.
     *
     * @throws Failure {@code Invalid date format: <pattern>} ([VAL-241])
     */
    public static DateFormatter of(String pattern) {
        DateFormatter known = FORMATTERS.get(pattern);
        if (known != null) return known;
        DateFormatter made = new DateFormatter(pattern);
        if (FORMATTERS.size() >= CACHED) FORMATTERS.clear();
        FORMATTERS.put(pattern, made);
        return made;
    }

    private static List<Field> read(String pattern) {
        List<Field> fields = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '\'') {
                i = quoted(pattern, i, literal);
            } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                int start = i;
                while (i < pattern.length() && pattern.charAt(i) == c) i++;
                if (!isKnown(c, i - start)) throw invalid(pattern);
                if (!literal.isEmpty()) fields.add(new Field('\'', 0, literal.toString()));
                literal.setLength(0);
                fields.add(new Field(c, i - start, ""));
            } else {
                literal.append(c);
                i++;
            }
        }
        if (!literal.isEmpty()) fields.add(new Field('\'', 0, literal.toString()));
        return List.copyOf(fields);
    }

    /** Reads the literal that the quote at {@code open} begins; returns where it ends. */
    private static int quoted(String pattern, int open, StringBuilder literal) {
        int i = open + 1;
        if (i < pattern.length() && pattern.charAt(i) == '\'') {
            literal.append('\'');
            return i + 1;
        }
        for (; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '\'') {
                literal.append(c);
            } else if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'') {
                literal.append('\'');
                i++;
            } else {
                return i + 1;
            }
        }
        throw invalid(pattern);
    }

    private static boolean isKnown(char letter, int count) {
        return switch (letter) {
            case 'y', 'u', 'Y' -> count <= 4;
            case 'M', 'E' -> count <= 4;
            case 'd', 'H', 'h', 'k', 'K', 'm', 's', 'w' -> count <= 2;
            case 'D', 'Z', 'z', 'X' -> count <= 3;
            case 'S' -> count <= 9;
            case 'a', 'W' -> count == 1;
            case 'Q' -> count <= 3;
            default -> false;
        };
    }

    private static Failure invalid(String pattern) {
        return new Failure("Invalid date format: " + pattern);
    }

    public String format(Instant date) {
        LocalDateTime time = Dates.utc(date);
        StringBuilder out = new StringBuilder(32);
        for (Field field : fields) append(out, field, time);
        return out.toString();
    }

    private static void append(StringBuilder out, Field field, LocalDateTime time) {
        int count = field.count;
        switch (field.letter) {
            case '\'' -> out.append(field.literal);
            case 'y', 'u' -> year(out, time.getYear(), count);
            case 'Y' -> year(out, Dates.weekBasedYear(time), count);
            case 'M' -> {
                if (count < 3) number(out, time.getMonthValue(), count);
                else
                    name(out, MONTHS[time.getMonthValue() - 1], count);
            }
            case 'd' -> number(out, time.getDayOfMonth(), count);
            case 'D' -> number(out, time.getDayOfYear(), count);
            case 'E' -> name(out, Dates.dayName(time.getDayOfWeek()), count);
            case 'H' -> number(out, time.getHour(), count);
            case 'h' -> number(out, (time.getHour() + 11) % 12 + 1, count);
            case 'K' -> number(out, time.getHour() % 12, count);
            case 'k' -> number(out, (time.getHour() + 23) % 24 + 1, count);
            case 'm' -> number(out, time.getMinute(), count);
            case 's' -> number(out, time.getSecond(), count);
            case 'S' -> out.append(Integer.toString(1_000_000_000 + time.getNano()), 1, 1 + count);
            case 'a' -> out.append(time.getHour() < 12 ? "AM" : "PM");
            case 'w' -> number(out, Dates.weekOfYear(time), count);
            case 'W' -> number(out, Dates.weekOfMonth(time), count);
            case 'Q' -> {
                if (count == 3) out.append('Q');
                number(out, (time.getMonthValue() + 2) / 3, count == 3 ? 1 : count);
            }
            case 'Z' -> out.append("+0000");
            case 'z' -> out.append("GMT");
            case 'X' -> out.append('Z');
            default -> throw new IllegalStateException("letter " + field.letter);
        }
    }

    private static void year(StringBuilder out, long year, int count) {
        if (count == 2) number(out, Math.floorMod(year, 100L), 2);
        else
            number(out, year, count);
    }

    private static void name(StringBuilder out, String name, int count) {
        out.append(name, 0, count < 4 ? 3 : name.length());
    }

    private static void number(StringBuilder out, long number, int width) {
        String digits = Long.toString(Math.abs(number));
        if (number < 0) out.append('-');
        out.repeat('0', Math.max(0, width - digits.length())).append(digits);
    }
}
