package org.arolang.runtime.value;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

/** [VAL-120], [VAL-121], [VAL-130] and the characters of texts. */
class TextTest {

    /** [VAL-120]. */
    @Test
    void everyKindHasAText() {
        Object[][] table = {{"a\"b", "a\"b"}, {7L, "7"}, {-9L, "-9"}, {10.0, "10.0"}, {true, "true"}, {NULL, "null"},
            {date("2025-06-15T14:00:00Z"), "2025-06-15T14:00:00Z"},
            {new DateRange(date("2025-01-01"), date("2025-01-15")), "2025-01-01T00:00:00Z to 2025-01-15T00:00:00Z"},
            {Recurrence.of("every 2 weeks", null), "every 2 weeks"},
            {new Distance(date("2025-01-01"), date("2025-01-02")),
                "[\"days\": 1, \"hours\": 24, \"minutes\": 1440, \"seconds\": 86400, \"weeks\": 0]"},
            {RegexValue.of("a+", "i"), "[\"flags\": \"i\", \"pattern\": \"a+\"]"},
            {new TestHandle("HTTPServer", object("port", 80L)), "[\"port\": 80]"}, {list(), "[]"}, {object(), "[:]"},
            {list("a", 1L, 2.0), "[\"a\", 1, 2.0]"}, {stream("a", 1L), "[\"a\", 1]"}, {Binary.of(new byte[3]), "3 bytes"},
            {html("<b>"), "<b>"}, {list(html("<b>")), "[\"<b>\"]"},
            {object("name", "Ann", "tags", list("x"), "n", 1.5), "[\"n\": 1.5, \"name\": \"Ann\", \"tags\": [\"x\"]]"},
            {list("q\"\\\n\r\t\0é/"), "[\"q\\\"\\\\\\n\\r\\t\\0é/\"]"}, {list(NULL, true, list(1L)), "[null, true, [1]]"}};
        for (Object[] row : table) assertThat(Text.of(row[0])).as("text of %s", row[1]).isEqualTo(row[1]);
    }

    /** [VAL-60], W15. */
    @Test
    void concatenationJoinsTexts() {
        assertThat(Text.concatenate(list(1L), list(2L))).isEqualTo("[1][2]");
        assertThat(Text.concatenate("list: ", list("a", 1L, 2.0))).isEqualTo("list: [\"a\", 1, 2.0]");
        assertThat(Text.concatenate("42", 1L)).isEqualTo("421");
        assertThat(Text.concatenate(html("<b>"), NULL)).isEqualTo("<b>null");
    }

    /** [VAL-121]. */
    @ParameterizedTest
    @CsvSource({"0.0, 0.0", "-0.0, -0.0", "10.0, 10.0", "0.1, 0.1", "123456789.25, 123456789.25", "1e15, 1000000000000000.0",
        "9007199254740992, 9007199254740992.0", "9007199254740994, 9.007199254740994e+15", "0.0001, 0.0001", "0.00012, 0.00012",
        "0.00001, 1e-05", "1.5e-7, 1.5e-07", "1e16, 1e+16", "1e21, 1e+21", "6.022e23, 6.022e+23", "-6.022e23, -6.022e+23",
        "1e100, 1e+100", "1e-300, 1e-300", "4.9e-324, 5e-324", "1e-323, 1e-323", "1.7976931348623157e308, 1.7976931348623157e+308",
        "0.30000000000000004, 0.30000000000000004", "1234567.5, 1234567.5", "12345678, 12345678.0", "0.005, 0.005", "2e23, 2e+23"})
    void floatTextIsShortest(double number, String text) {
        assertThat(FloatText.of(number)).isEqualTo(text);
    }

    @Test
    void specialFloats() {
        assertThat(Text.of(Double.NaN)).isEqualTo("nan");
        assertThat(Text.of(Double.POSITIVE_INFINITY)).isEqualTo("inf");
        assertThat(Text.of(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
        assertThat(Text.of(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    }

    /** [VAL-130], [VAL-8] table 7.8. */
    @Test
    void developerForm() {
        Object[][] table = {{"a\"b", "String(\"a\"b\")"}, {42L, "Int(42)"}, {98.5, "Double(98.5)"}, {1e21, "Double(1e+21)"},
            {true, "Bool(true)"},
            {NULL, "Null(null)"}, {date("2025-01-01"), "Date(2025-01-01T00:00:00Z)"}, {list("b", 1L), "[String(\"b\"), Int(1)]"},
            {object("b", 1L, "a", "x"), "Dict { a: String(\"x\"), b: Int(1) }"}, {object(), "Dict {  }"},
            {Binary.of(new byte[2]), "Data(2 bytes)"}};
        for (Object[] row : table) assertThat(DeveloperForm.of(row[0])).isEqualTo(row[1]);
    }

    /** [VAL-3]: code points, not UTF-16 units. */
    @Test
    void codePointOrder() {
        assertThat(Text.compare("a", "b")).isNegative();
        assertThat(Text.compare("Z", "a")).isNegative();
        assertThat(Text.compare("a", "ab")).isNegative();
        assertThat(Text.compare("\uFFFD", "\uD83D\uDE00")).isNegative();
        assertThat(Text.compare("\uD83D\uDE00", "\uD83D\uDE01")).isNegative();
        assertThat(Text.compare("x", "x")).isZero();
    }

    /** [VAL-30] step 3. */
    @Test
    void canonicalEquivalence() {
        assertThat(Text.same("é", "e\u0301")).isTrue();
        assertThat(Text.same("e", "e\u0301")).isFalse();
        assertThat(Text.same("é", "É")).isFalse();
    }

    @Test
    void trimKnowsUnicodeSpace() {
        assertThat(Text.trim("\u00A0\t x y\u2003\r\n\u3000")).isEqualTo("x y");
        assertThat(Text.trim("")).isEmpty();
        assertThat(Text.trim(" \n")).isEmpty();
    }

    /** [VAL-12], [WEB-2]. */
    @Test
    void markedTextIsTheStringItHolds() {
        MarkedText page = MarkedText.ofUtf8("é<p>".getBytes(StandardCharsets.UTF_8), Origin.HTML_TEMPLATE);
        assertThat(page.text()).isEqualTo("é<p>");
        assertThat(page.isMarkup()).isTrue();
        assertThat(Kind.nameOf(page)).isEqualTo("String");
        assertThat(Text.plain(page)).isEqualTo("é<p>");
        assertThat(Text.string(7L)).isNull();
        assertThat(MarkedText.of("a", new Origin("json", Origin.Maker.FILE, null)).isMarkup()).isFalse();
        assertThat(Text.utf8(page)).isSameAs(page.utf8());
    }
}
