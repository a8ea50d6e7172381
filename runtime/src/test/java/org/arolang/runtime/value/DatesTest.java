package org.arolang.runtime.value;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

/** [VAL-200] to [VAL-241], [WEB-321]. */
class DatesTest {

    /** [VAL-203]. */
    @ParameterizedTest
    @CsvSource({"2025-03-01, 2025-03-01T00:00:00Z", "2025-03-01T10:20:30Z, 2025-03-01T10:20:30Z",
        "2025-03-01T10:20:30, 2025-03-01T10:20:30Z", "2025-03-01T10:20:30.5Z, 2025-03-01T10:20:30.500Z",
        "2025-03-01T10:20:30.1234567891Z, 2025-03-01T10:20:30.123456789Z", "2025-03-01T00:30:00+02:00, 2025-02-28T22:30:00Z",
        "2025-03-01T23:30:00.25-01:00, 2025-03-02T00:30:00.250Z",
        "' 2024-02-29 ', 2024-02-29T00:00:00Z", "0001-01-01, 0001-01-01T00:00:00Z"})
    void parsable(String text, String instant) {
        assertThat(Dates.parse(text)).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "2025-13-01", "2025-00-01", "2025-1-01", "25-01-01", "2025-01-01t00:00:00Z",
        "2025-01-01 00:00:00", "2025-01-01T24:00:00Z", "2025-01-01T00:60:00Z", "2025-01-01T00:00:60Z",
        "2025-01-01T00:00Z", "2025-01-01T00:00:00.Z", "2025-01-01T00:00:00.5", "2025-01-01T00:00:00+0200", "2025-01-01T00:00:00z",
        "2025-01-01T00:00:00Zx", "2023-02-29", "today", "", "2025-01-0a", "2025/01/01", "20250101"})
    void notParsable(String text) {
        assertThat(Dates.parse(text)).isNull();
    }

    /** [VAL-204], compared with java.time. */
    @Test
    void isoForm() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            long seconds = random.nextLong(-62_167_219_200L, 253_402_300_800L);
            Instant date = Instant.ofEpochSecond(seconds, random.nextInt(1_000_000_000));
            String iso = Dates.iso(date);
            assertThat(iso).isEqualTo(date.truncatedTo(ChronoUnit.SECONDS).toString());
            assertThat(Dates.parse(iso)).isEqualTo(Instant.ofEpochSecond(seconds));
        }
        assertThat(Dates.iso(Instant.parse("+12345-01-02T03:04:05Z"))).isEqualTo("12345-01-02T03:04:05Z");
    }

    /** [VAL-206], W29. */
    @Test
    void properties() {
        Instant date = date("2025-12-31T23:59:07.9Z");
        Object[][] table = {{"year", 2025L}, {"MONTH", 12L}, {"day", 31L}, {"hour", 23L}, {"minute", 59L}, {"second", 7L},
            {"dayOfWeek", "Wednesday"}, {"dayofyear", 365L}, {"weekOfYear", 1L}, {"timestamp", 1767225547L},
            {"iso", "2025-12-31T23:59:07Z"}, {"timezone", "GMT"}, {"x", null}};
        for (Object[] row : table) assertThat(Dates.property(date, (String) row[0])).as("%s", row[0]).isEqualTo(row[1]);
        assertThat(Dates.property(date("2025-01-01"), "weekOfYear")).isEqualTo(1L);
        assertThat(Dates.property(date("2025-01-05"), "weekOfYear")).isEqualTo(2L);
    }

    /** [VAL-215], [VAL-216], [DATA-93]. */
    @ParameterizedTest
    @CsvSource({"2025-01-30T06:00:00Z, +3d, 2025-02-02T06:00:00Z", "2025-01-31, +1M, 2025-02-28T00:00:00Z",
        "2024-02-29, +1y, 2025-02-28T00:00:00Z", "2025-01-01, -3h, 2024-12-31T21:00:00Z", "2025-01-01, +30minutes, 2025-01-01T00:30:00Z",
        "2025-01-01, +1m, 2025-01-01T00:01:00Z", "2025-01-01, +2weeks, 2025-01-15T00:00:00Z", "2025-03-31, -1month, 2025-02-28T00:00:00Z",
        "2025-01-01, +90s, 2025-01-01T00:01:30Z", "2025-01-01, +1w, 2025-01-08T00:00:00Z"})
    void offsets(String date, String offset, String result) {
        assertThat(compute(offset, date)).isEqualTo(date(result));
    }

    @Test
    void offsetsThatAreNone() {
        for (String text : new String[]{"+", "+d", "7d", "+7", "+7x", "+ 7d", "+99999999999999999999d"})
            assertThat(DateOffset.parse(text)).as(text).isNull();
        assertThat(compute("+999999999999999999d", "2025-01-01")).isEqualTo("! Date out of range");
    }

    /** [VAL-220] to [VAL-225], W30. */
    @Test
    void rangesAndDistances() {
        DateRange range = new DateRange(date("2025-03-15"), date("2025-01-01"));
        Object[][] table = {{"days", 73L}, {"weeks", 10L}, {"hours", 1752L}, {"minutes", 105120L}, {"seconds", 6307200L}, {"months", 2L},
            {"years", 0L}, {"START", date("2025-03-15")}, {"end", date("2025-01-01")}, {"x", null}};
        for (Object[] row : table) assertThat(range.property((String) row[0])).as("%s", row[0]).isEqualTo(row[1]);
        Distance back = new Distance(date("2025-01-02T00:00:00.5Z"), date("2025-01-01"));
        assertThat(back.property("seconds")).isEqualTo(-86400L);
        assertThat(back.property("weeks")).isEqualTo(0L);
        assertThat(ConsoleForm.of(back)).isEqualTo("days: -1\nhours: -24\nminutes: -1440\nseconds: -86400\nweeks: 0");
    }

    /** [VAL-240], W31. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"yyyy-MM-dd|2025-12-31", "MMMM dd, yyyy|December 31, 2025", "MMM d|Dec 31",
        "dd.MM.yyyy HH:mm|31.12.2025 23:59", "hh:mm a|11:59 PM", "EEEE 'at' HH:mm:ss|Wednesday at 23:59:07", "EEE E|Wed Wed",
        "yy M|25 12", "D|365", "h H K k|11 23 11 23", "S SSS|4 456", "w W Q u Y|1 5 4 2025 2026", "Z z XXX|+0000 GMT Z",
        "'it''s' ''y''|it's '2025'", "''|'", "yyyy/MM/dd|2025/12/31", "y|2025", "äö d|äö 31"})
    void formats(String pattern, String text) {
        assertThat(DateFormatter.of(pattern).format(date("2025-12-31T23:59:07.456Z"))).isEqualTo(text);
    }

    @Test
    void midnightAndNoon() {
        assertThat(DateFormatter.of("hh K kk H a").format(date("2025-01-01"))).isEqualTo("12 0 24 0 AM");
        assertThat(DateFormatter.of("hh K kk H a").format(date("2025-01-01T12:00:00Z"))).isEqualTo("12 0 12 12 PM");
    }

    /** [VAL-241]. */
    @ParameterizedTest
    @ValueSource(strings = {"b", "yyyy-bb", "'open", "MMMMM", "ddd", "aa", "e", "G"})
    void invalidFormats(String pattern) {
        assertThat(result(() -> DateFormatter.of(pattern))).isEqualTo("! Invalid date format: " + pattern);
    }

    /** [VAL-230], [VAL-231]; 2025-06-18 is a Wednesday. */
    @ParameterizedTest
    @CsvSource({"every day, 2025-06-19T10:00:00Z, 2025-06-17T10:00:00Z", "every 2 weeks, 2025-07-02T10:00:00Z, 2025-06-04T10:00:00Z",
        "Every 2nd Day, 2025-06-20T10:00:00Z, 2025-06-16T10:00:00Z",
        "every hr, 2025-06-18T11:00:00Z, 2025-06-18T09:00:00Z", "every mo, 2025-07-18T10:00:00Z, 2025-05-18T10:00:00Z",
        "every wednesday, 2025-06-25T10:00:00Z, 2025-06-11T10:00:00Z",
        "every thurs, 2025-06-19T10:00:00Z, 2025-06-12T10:00:00Z", "every first mon, 2025-07-07T10:00:00Z, 2025-06-02T10:00:00Z",
        "every 3rd wednesday, 2025-07-16T10:00:00Z, 2025-05-21T10:00:00Z",
        "every fifth sun, 2025-06-29T10:00:00Z, 2025-03-30T10:00:00Z", "every last friday, 2025-06-27T10:00:00Z, 2025-05-30T10:00:00Z",
        "every  last   monday , 2025-06-30T10:00:00Z, 2025-05-26T10:00:00Z"})
    void recurrences(String pattern, String next, String previous) {
        Instant now = date("2025-06-18T10:00:00Z");
        Recurrence recurrence = Recurrence.of(pattern, null);
        assertThat(recurrence.next(now)).isEqualTo(date(next));
        assertThat(recurrence.previous(now)).isEqualTo(date(previous));
        assertThat(recurrence.occurrences(now).size()).isEqualTo(10);
        assertThat(recurrence.occurrences(now).get(0)).isEqualTo(date(next));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "every", "daily", "every 0 days", "every x days", "every sixth monday", "every 2 mondays",
        "every two weeks", "each day", "every first day off", "every -1 days", "every 2xx day"})
    void invalidRecurrences(String pattern) {
        assertThat(result(() -> Recurrence.of(pattern, null))).isEqualTo("! Invalid recurrence pattern '" + pattern + "'");
    }

    /** [VAL-231] with a start date. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "every 2 weeks, 2025-01-01T08:00:00Z, 2025-06-18T08:00:00Z, 2025-06-04T08:00:00Z, 2025-07-02T08:00:00Z",
        "every day, 2025-06-20, 2025-06-20T00:00:00Z, -, 2025-06-21T00:00:00Z",
        "every month, 2025-01-31, 2025-06-30T00:00:00Z, 2025-05-31T00:00:00Z, 2025-07-31T00:00:00Z",
        "every wednesday, 2025-01-01T12:00:00Z, 2025-06-18T12:00:00Z, 2025-06-11T12:00:00Z, 2025-06-25T12:00:00Z",
        "every wednesday, 2025-01-01T05:00:00Z, 2025-06-25T05:00:00Z, 2025-06-18T05:00:00Z, 2025-07-02T05:00:00Z",
        "every monday, 2025-06-17T09:00:00Z, 2025-06-23T09:00:00Z, -, 2025-06-30T09:00:00Z",
        "every wednesday, 2025-07-02T09:00:00Z, 2025-07-02T09:00:00Z, -, 2025-07-09T09:00:00Z"})
    void recurrencesWithAStart(String pattern, String start, String next, @Nullable String previous, String second) {
        // The first case: now is not exactly an occurrence.
        Instant now = date("2025-06-18T07:00:00Z");
        Recurrence recurrence = Recurrence.of(pattern, date(start));
        assertThat(recurrence.next(now)).isEqualTo(date(next));
        assertThat(recurrence.previous(now)).isEqualTo(previous == null ? null : date(previous));
        assertThat(recurrence.occurrences(now).get(1)).isEqualTo(date(second));
        assertThat(recurrence.next(date(next).minusNanos(1))).isEqualTo(date(next));
        assertThat(recurrence.previous(date(second))).isEqualTo(date(next));
    }

    @Test
    void recurrenceProperties() {
        Recurrence recurrence = Recurrence.of("every 2 days", null);
        assertThat(recurrence.property("PATTERN")).isEqualTo("every 2 days");
        assertThat((Instant) recurrence.property("next")).isAfter(Instant.now().plus(1, ChronoUnit.DAYS));
        assertThat(recurrence.property("x")).isNull();
        assertThat(Recurrence.of("every day", Instant.now().atOffset(ZoneOffset.UTC).plusDays(1).toInstant()).property("previous"))
                .isEqualTo(NULL);
    }
}
