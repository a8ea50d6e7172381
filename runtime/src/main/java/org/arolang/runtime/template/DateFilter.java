package org.arolang.runtime.template;

import java.time.Instant;
import java.util.Set;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.value.DateFormatter;
import org.arolang.runtime.value.Dates;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * {@code date}: a date, or a text that is one with its time zone, in a pattern and in UTC; anything else unchanged ([WEB-320], [WEB-321]).
 * Pages show the same dates again and again, so the last results are remembered. Thread-safe.
 */
final class DateFilter implements Filter {

    static final String DEFAULT = "dd.MM.yyyy HH:mm";

    private static final int REMEMBERED = 64;

    private static final Set<String> FIELDS = Set.of(
            "yyyy", "yy", "y", "MMMM", "MMM", "MM", "M", "dd", "d", "EEEE", "EEE", "E", "HH", "H", "hh", "h", "mm", "m", "ss", "s", "SSS",
            "a",
            "Z", "XXX");

    private final DateFormatter formatter;
    /** Races only cost a formatting: the elements are immutable. */
    private final @Nullable Result[] results = new Result[REMEMBERED];

    private record Result(Object input, String text) {}

    /**
     * @throws Failure when the pattern has letters that mean nothing
     */
    DateFilter(String pattern) {
        checkLetters(pattern);
        formatter = DateFormatter.of(pattern);
    }

    private static void checkLetters(String pattern) {
        boolean quoted = false;
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            int start = i++;
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                while (i < pattern.length() && pattern.charAt(i) == c) {
                    i++;
                }
                if (!FIELDS.contains(pattern.substring(start, i))) {
                    throw new Failure("Invalid date format: " + pattern);
                }
            }
        }
    }

    @Override
    public Object apply(Object value, Activation activation) {
        if (!(value instanceof Instant) && !(value instanceof String)) {
            String text = Text.string(value);
            return text == null || dateOf(text) == null ? value : apply(text, activation);
        }
        int slot = spread(value.hashCode());
        Result known = results[slot];
        if (known != null && known.input.equals(value)) {
            return known.text;
        }
        Instant date = value instanceof Instant instant ? instant : dateOf((String) value);
        if (date == null) {
            return value;
        }
        String text = formatter.format(date);
        results[slot] = new Result(value, text);
        return text;
    }

    private static int spread(int hash) {
        return (hash ^ hash >>> 6 ^ hash >>> 16) & REMEMBERED - 1;
    }

    /** Only a time with its zone is a moment. */
    private static @Nullable Instant dateOf(String text) {
        int time = text.indexOf('T');
        if (time < 0) {
            return null;
        }
        String zone = text.strip();
        boolean zoned = zone.endsWith("Z") || zone.indexOf('+', time) > 0 || zone.lastIndexOf('-') > time;
        return zoned ? Dates.parse(text) : null;
    }
}
