package org.arolang.runtime.value;

import java.util.List;
import org.arolang.language.tree.Condition.Operator;
import org.junit.jupiter.api.Test;

import static org.arolang.language.tree.Condition.Operator.*;
import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

/** [DATA-175] to [DATA-177], [APP-110], [VAL-33]. */
class FieldTestTest {

    /** Each row: field, operator, value, in memory, in a repository. */
    @Test
    void operators() {
        Object[][] table = {{5L, EQUAL, "5", true, false}, {5L, EQUAL, 5.0, false, true}, {5L, EQUAL, 5L, true, true},
            {NULL, EQUAL, NULL, true, true}, {NULL, EQUAL, "null", false, false}, {"a", EQUAL, "a", true, true},
            {"é", EQUAL, "e\u0301", true, true}, {5L, NOT_EQUAL, "5", false, true}, {NULL, NOT_EQUAL, 5L, true, true},
            {true, EQUAL, "true", true, false}, {true, EQUAL, true, true, true}, {list(1L), EQUAL, list(1L), true, true},
            {"9", LESS, "10", true, true}, {9L, LESS, 10L, true, true}, {9L, LESS, "10", true, true}, {"a", LESS, "b", true, true},
            {NULL, LESS, 5L, false, false}, {5L, GREATER, NULL, false, false}, {5L, LESS_OR_EQUAL, 5.0, true, true},
            {5L, GREATER_OR_EQUAL, 5L, true, true}, {5L, GREATER, 4.5, true, true},
            {"2025-01-01T00:00:00Z", LESS, "2025-01-01T00:00:00-01:00", true, false},
            {date("2025-01-01"), LESS, date("2025-01-02"), true, true},
            {date("2025-01-01"), LESS, "2025-06-01", true, true}, {Double.NaN, LESS, 1L, false, false},
            {Double.NaN, LESS_OR_EQUAL, Double.NaN, false, false}, {"harbour", CONTAINS, "arb", true, true},
            {12345L, CONTAINS, "34", true, true},
            {"x", CONTAINS, "", true, true}, {list("a", 5L), CONTAINS, "5", true, false}, {list("a", 5L), CONTAINS, 5L, true, true},
            {list("abc"), CONTAINS, "b", false, false}, {"Kiel-1", MATCHES, RegexValue.of("^KIEL", "i"), true, true},
            {"Kiel-1", MATCHES, "\\d$", true, true}, {5L, MATCHES, "^5$", true, true}, {"a", IN, list("a", "b"), true, true},
            {5L, IN, list("5"), true, false}, {5L, IN, list(5.0), false, true}, {"b", IN, "a, b", true, true}, {7L, IN, "7,8", true, true},
            {"c", NOT_IN, "a, b", true, true}, {"c", NOT_IN, list("c"), false, false}, {"Ulm", STARTS_WITH, "U", true, true},
            {123L, STARTS_WITH, 12L, true, true}, {"Ulm", ENDS_WITH, "m", true, true}, {"", EMPTY, null, true, true},
            {NULL, EMPTY, null, true, true}, {list(), EMPTY, null, true, true}, {0L, EMPTY, null, false, false},
            {0L, NOT_EMPTY, null, true, true}, {NULL, DEFINED, null, true, true}, {NULL, NOT_DEFINED, null, false, false},
            {html("a"), EQUAL, "a", true, true}};
        for (Object[] row : table) {
            Operator operator = (Operator) row[1];
            assertThat(FieldTest.inMemory("f.g", operator).test(object("f", object("g", row[0])), row[2], null))
                    .as("%s %s %s", row[0], operator, row[2]).isEqualTo(row[3]);
            assertThat(FieldTest.inRepository("f", operator).test(object("f", row[0]), row[2], null))
                    .as("repository: %s %s %s", row[0], operator, row[2]).isEqualTo(row[4]);
        }
    }

    /** [DATA-175]: without the field nothing matches, but that it is empty or not defined. */
    @Test
    void missingFields() {
        for (Operator operator : Operator.values()) {
            boolean matches = operator == EMPTY || operator == NOT_DEFINED;
            assertThat(FieldTest.inMemory("f", operator).test(object("g", 1L), 1L, 2L)).as("%s", operator).isEqualTo(matches);
            assertThat(FieldTest.inRepository("f", operator).test("plain", 1L, 2L)).as("%s", operator).isEqualTo(matches);
        }
        assertThat(FieldTest.inMemory("_value", CONTAINS).test("plain", "la", null)).isTrue();
    }

    @Test
    void between() {
        FieldTest test = FieldTest.inMemory("n", BETWEEN);
        Object[][] table = {{1L, false}, {2L, true}, {2.5, true}, {3L, true}, {3.5, false}, {NULL, false}};
        for (Object[] row : table) assertThat(test.test(object("n", row[0]), 2L, 3L)).isEqualTo(row[1]);
    }

    /** [DATA-177]. */
    @Test
    void badPattern() {
        assertThat(result(() -> FieldTest.inMemory("f", MATCHES).bind("(", null))).isEqualTo("! Invalid regular expression: (");
    }

    /** [DATA-140] to [DATA-143]. */
    @Test
    void sorting() {
        Object[][] plain = {{list(3L, 1.5, 2L), list(1.5, 2L, 3L)}, {list("b", "a", "B"), list("B", "a", "b")},
            {list("10", "9", 2L), list(2L, "9", "10")}, {list("10", "9"), list("10", "9")},
            {list(true, false, true), list(false, true, true)},
            {list(date("2025-02-01"), date("2025-01-01")), list(date("2025-01-01"), date("2025-02-01"))},
            {list("b", 1L, true), list(1L, "b", true)}, {list(), list()},
            {list(Double.NaN, 1L), list(1L, Double.NaN)},
            {list(9007199254740993L, 9007199254740992.0), list(9007199254740992.0, 9007199254740993L)}};
        for (Object[] row : plain) assertThat(SortOrder.ASCENDING.sort((ListValue) row[0])).as("%s", row[0]).isEqualTo(row[1]);
        assertThat(SortOrder.DESCENDING.sort(list(1L, 3L, 2L))).isEqualTo(list(3L, 2L, 1L));
        assertThat(result(() -> SortOrder.ASCENDING.sort(list(object()))))
                .isEqualTo("! Type mismatch: expected 'by \"field\"', got 'Object'");
        ListValue people = (ListValue) json("[{'n':'a','t':2},{'n':'b','t':1},{'n':'c'},{'n':'d','t':1},{'n':'e','t':null}]");
        assertThat(names(SortOrder.parse("t").sort(people))).isEqualTo("bdace");
        assertThat(names(SortOrder.parse("t DESC").sort(people))).isEqualTo("abdce");
        assertThat(names(SortOrder.parse("t, n descending").sort(people))).isEqualTo("dbaec");
        assertThat(names(SortOrder.parse("t, n asc", true).sort(people))).isEqualTo("abdce");
        assertThat(names(SortOrder.ofSpecifiers(List.of("n", "descending"), false).sort(people))).isEqualTo("edcba");
        assertThat(SortOrder.ofSpecifiers(List.of("descending"), false)).isSameAs(SortOrder.DESCENDING);
        assertThat(result(() -> SortOrder.parse("a b c"))).isEqualTo("! Invalid value 'a b c' for by");
        assertThat(names(SortOrder.parse("h.c").sort((ListValue) json("[{'n':'x','h':{'c':2}},{'n':'y','h':{'c':1}},{'n':'z','h':5}]"))))
                .isEqualTo("yxz");
    }

    private static String names(ListValue people) {
        StringBuilder names = new StringBuilder();
        for (Object person : people) names.append(((ObjectValue) person).get("n"));
        return names.toString();
    }

    /** [DATA-180] to [DATA-182]. */
    @Test
    void aggregation() {
        ListValue rows = (ListValue) json("[{'p':2},{'p':null},{'p':'1.5'},{}]");
        FieldPath p = FieldPath.of("p");
        assertThat(Aggregation.COUNT.of(rows, p)).isEqualTo(2L);
        assertThat(Aggregation.COUNT.of(rows, null)).isEqualTo(4L);
        assertThat(Aggregation.SUM.of(rows, p)).isEqualTo(3.5);
        assertThat(Aggregation.AVG.of(rows, p)).isEqualTo(1.75);
        assertThat(Aggregation.FIRST.of(rows, p)).isEqualTo(2L);
        assertThat(Aggregation.LAST.of(rows, p)).isEqualTo("");
        assertThat(Aggregation.of("Average")).isEqualTo(Aggregation.AVG);
        assertThat(Aggregation.of("median")).isNull();
    }
}
