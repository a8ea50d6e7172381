package org.arolang.runtime.value;

import org.junit.jupiter.api.Test;

import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

/** [VAL-20], [VAL-30] to [VAL-33]. */
class EqualityTest {

    /** [VAL-20], W12. */
    @Test
    void truth() {
        Object[] falsehoods = {false, 0L, 0.0, -0.0, Double.NaN, "", html(""), list(), stream(), NULL};
        Object[] truths = {true, 1L, -1L, 0.1, "false", "0", " ", list(0L), stream(1L), object(), date("2025-01-01"), Binary.EMPTY,
            RegexValue.of("", ""),
            new TestHandle("H", object())};
        for (Object value : falsehoods) assertThat(Truth.of(value)).as("%s", value).isFalse();
        for (Object value : truths) assertThat(Truth.of(value)).as("%s", value).isTrue();
        assertThat(Truth.of(0L)).isFalse();
        assertThat(Truth.of(Double.NaN)).isFalse();
    }

    /** [VAL-30], [VAL-32], W8, W9. */
    @Test
    void loose() {
        Object[][] table = {{5L, "5", true}, {5.0, "5", false}, {5.0, "5.0", true}, {true, "true", true}, {true, 1L, false},
            {"10", "10.0", false},
            {5L, 5.0, true}, {NULL, "", false}, {NULL, "null", false}, {NULL, 0L, false}, {NULL, false, false}, {NULL, NULL, true},
            {list(1L, 2L), "[1, 2]", true}, {date("2025-03-01"), "not a date", false}, {"2025-03-01", "2025-03-01T00:00:00Z", true},
            {date("2025-03-01"), "2025-03-01", true}, {date("2025-03-01"), date("2025-03-01"), true}, {"a", "A", false},
            {"é", "e\u0301", true},
            {html("x"), "x", true}, {Double.NaN, Double.NaN, false}, {0.0, -0.0, true}, {list(1L), list(1.0), true},
            {list(1L), list("1"), false},
            {list(1L), stream(1L), true}, {json("{'a':1,'b':[{}]}"), json("{'b':[{}],'a':1.0}"), true},
            {object("a", 1L), object("b", 1L), false},
            {object(), "[:]", true}, {Binary.of(new byte[]{1}), Binary.of(new byte[]{2}), false}, {"2025-03-01", "2025-03-02", false},
            {new DateRange(date("2025-01-01"), date("2025-01-02")), "2025-01-01T00:00:00Z to 2025-01-02T00:00:00Z", true},
            {9007199254740993L, 9007199254740992L, false}};
        for (Object[] row : table) {
            assertThat(Equality.loose(row[0], row[1])).as("%s == %s", row[0], row[1]).isEqualTo(row[2]);
            assertThat(Equality.loose(row[1], row[0])).as("%s == %s", row[1], row[0]).isEqualTo(row[2]);
        }
    }

    /** [VAL-31]. */
    @Test
    void deep() {
        Object[][] table = {{1L, 1.0, true}, {1L, "1", false}, {list(list(1L)), list(list(1.0)), true}, {list(1L, 2L), list(2L, 1L), false},
            {list(NULL), list(NULL), true}, {list(true), list(1L), false}, {list("2025-01-01"), list(date("2025-01-01")), false},
            {html("a"), "a", true},
            {stream(1L, 2L), stream(1L), false}, {list(Double.NaN), list(Double.NaN), false}};
        for (Object[] row : table) assertThat(Equality.deep(row[0], row[1])).as("%s %s", row[0], row[1]).isEqualTo(row[2]);
    }

    /** [VAL-33], W11, W48. */
    @Test
    void theOthers() {
        assertThat(Equality.literal("200", 200L)).isFalse();
        assertThat(Equality.literal(200.0, 200L)).isTrue();
        assertThat(Equality.literal(NULL, NULL)).isTrue();
        assertThat(Equality.literal("null", NULL)).isFalse();
        assertThat(Equality.variablePattern("5", 5L)).isTrue();
        assertThat(Equality.variablePattern(5L, 5.0)).isTrue();
        assertThat(Equality.variablePattern("5", 5.0)).isFalse();
        Object[][] memory = {{5L, "5", true}, {5L, 5.0, false}, {NULL, NULL, true}, {NULL, "null", false}, {"a", "a", true},
            {5.0, 5.0, true}, {true, "true", true},
            {Double.NaN, Double.NaN, true}, {0.0, -0.0, false}};
        for (Object[] row : memory) assertThat(Equality.inMemoryWhere(row[0], row[1])).as("%s %s", row[0], row[1]).isEqualTo(row[2]);
        Object[][] repository = {{5L, "5", false}, {5L, 5.0, true}, {NULL, NULL, true}, {NULL, "null", false}, {"a", html("a"), true},
            {0.0, -0.0, true}, {true, true, true},
            {list(1L), list(1.0), true}, {9007199254740993L, 9007199254740992.0, false}, {1e300, 1e300, true},
            {0x1p63, Long.MAX_VALUE, false}};
        for (Object[] row : repository) {
            assertThat(Equality.repositoryWhere(row[0], row[1])).as("%s %s", row[0], row[1]).isEqualTo(row[2]);
            assertThat(RepositoryKey.of(row[0]).equals(RepositoryKey.of(row[1]))).as("key %s %s", row[0], row[1]).isEqualTo(row[2]);
        }
    }

    /** [VAL-40], [VAL-41], [VAL-42], W10. */
    @Test
    void ordering() {
        Object[][] less = {{1L, 2L}, {1L, 1.5}, {"9", "10"}, {"9", 10L}, {-1L, "0.5"}, {"a", "b"}, {"Z", "a"}, {"10", "9a"},
            {"2025-01-01", "2025-01-01T00:00:01Z"},
            {date("2025-01-01"), "2025-06-01"}, {".5", "5."}, {"+1", "1e3"}, {html("a"), "b"}};
        for (Object[] row : less) {
            assertThat(Ordering.less(row[0], row[1])).as("%s < %s", row[0], row[1]).isTrue();
            assertThat(Ordering.lessOrEqual(row[0], row[1])).isTrue();
            assertThat(Ordering.greater(row[0], row[1])).isFalse();
            assertThat(Ordering.greaterOrEqual(row[0], row[1])).isFalse();
            assertThat(Ordering.greater(row[1], row[0])).as("%s > %s", row[1], row[0]).isTrue();
        }
        assertThat(Ordering.lessOrEqual("1", 1.0)).isTrue();
        assertThat(Ordering.greaterOrEqual(3L, 3L)).isTrue();
        for (Object other : new Object[]{1L, Double.NaN, "1"}) {
            assertThat(Ordering.less(Double.NaN, other) || Ordering.greater(Double.NaN, other) || Ordering.lessOrEqual(other, Double.NaN)
                    || Ordering.greaterOrEqual(other, Double.NaN)).isFalse();
        }
        Object[][] failing = {{true, 1L, "Boolean"}, {1L, NULL, "Null"}, {"a", 1L, "String"}, {1L, "a", "String"}, {list(), 1L, "List"},
            {object(), object(), "Object"},
            {" 1", 2L, "String"}, {"1_0", 2L, "String"}, {"0x1", 2L, "String"}, {"inf", 2L, "String"}, {date("2025-01-01"), 2L, "Date"},
            {"1", list(), "List"}};
        for (Object[] row : failing) {
            assertThat(result(() -> Ordering.less(row[0], row[1]))).isEqualTo("! Type mismatch: Cannot convert " + row[2] + " to number");
        }
        assertThat(Ordering.comparable("a", "b")).isTrue();
        assertThat(Ordering.comparable("a", 1L)).isFalse();
        assertThat(Ordering.comparable(NULL, NULL)).isFalse();
    }

    /** [VAL-41]. */
    @Test
    void numericStrings() {
        for (String yes : new String[]{"1", "-1", "+1", "1.", ".5", "1.5", "1e5", "1E-5", "1.e+5", "007"})
            assertThat(Numbers.isNumeric(yes)).as(yes).isTrue();
        for (String no : new String[]{"", "+", ".", "e5", "1e", "1e+", " 1", "1 ", "1_0", "0x1", "nan", "Infinity", "1f", "١", "--1"}) {
            assertThat(Numbers.isNumeric(no)).as(no).isFalse();
        }
    }

    /** [VAL-61], W13, W30. */
    @Test
    void contains() {
        DateRange range = new DateRange(date("2025-01-15"), date("2025-01-01"));
        Object[][] table = {{range, "2025-01-15", true}, {range, date("2025-01-01"), true}, {range, "2025-01-16", false},
            {"2025-01-10", range, true},
            {list("admin", "guest"), "admin", true}, {list("admin"), "adm", false}, {list(5L), "5", true}, {stream(1L, 2L), 2L, true},
            {"harbour", "arb", true},
            {"x", "", true}, {object("port", NULL), "port", true}, {object("port", 80L), "host", false}, {12345L, "2", false},
            {"a1", 1L, false}, {NULL, NULL, false},
            {html("abc"), html("b"), true}, {range, "x", false}};
        for (Object[] row : table) assertThat(Contains.test(row[0], row[1])).as("%s contains %s", row[0], row[1]).isEqualTo(row[2]);
    }

    /** [VAL-65], [VAL-67], W41. */
    @Test
    void typeTests() {
        Object[][] table = {{"String", "x", true}, {"string", 1L, false}, {"number", 1L, true}, {"NUMBER", 1.5, true}, {"int", 1L, true},
            {"integer", 1.0, false}, {"float", 1.0, true},
            {"double", 1L, false}, {"bool", true, true}, {"list", list(), true}, {"array", stream(), true}, {"map", object(), true},
            {"dictionary", object(), true},
            {"object", list(), false}, {"nil", NULL, true}, {"null", "null", false}, {"date", date("2025-01-01"), true},
            {"date", "2025-01-01", false},
            {"date-range", new DateRange(date("2025-01-01"), date("2025-01-01")), true},
            {"recurrence", Recurrence.of("every day", null), true}, {"binary", Binary.EMPTY, true},
            {"data", "x", false}, {"empty", "", true}, {"empty", list(), true}, {"empty", object(), true}, {"empty", NULL, true},
            {"empty", Binary.EMPTY, true}, {"empty", 0L, false},
            {"empty", false, false}, {"customer", object(), false}, {"string", html("x"), true}};
        for (Object[] row : table) assertThat(TypeTest.of((String) row[0]).test(row[1])).as("%s is %s", row[1], row[0]).isEqualTo(row[2]);
        assertThat(Access.isEmpty(null)).isTrue();
        assertThat(Access.isEmpty(stream())).isTrue();
    }
}
