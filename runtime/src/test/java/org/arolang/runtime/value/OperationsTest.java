package org.arolang.runtime.value;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

/** [VAL-85], [VAL-90], [VAL-91], [DATA-70] to [DATA-72], [DATA-80] to [DATA-100]. */
class OperationsTest {

    private static final String DATE = "2025-12-31T23:59:07Z";

    /** [DATA-80], W27, W42. */
    @Test
    void basic() {
        Object[][] table = {{"length", "Grüße 👩‍👩‍👧", 7L}, {"length", "a\r\nb", 3L}, {"count", list(1L, 2L), 2L},
            {"length", object("a", 1L), 1L}, {"length", stream(1L), 1L},
            {"length", 5L, "! Type mismatch: expected 'String, List or Object', got 'Integer'"}, {"uppercase", "straße", "STRASSE"},
            {"UPPERCASE", 1.5, "1.5"}, {"lowercase", "İX", "i̇x"}, {"lowercase", list("A"), "[\"a\"]"},
            {"trim", " \u00a0x\n", "x"}, {"trim", 5L, "5"},
            {"hash", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
            {"hash", object("b", 1L, "a", "x/y"), compute("hash", "{\"a\":\"x/y\",\"b\":1}")}, {"hash", 5L, compute("hash", "5")},
            {"identity", list(1L), list(1L)}, {"clip", "x".repeat(100), "x".repeat(80)},
            {"date", "x", "! Invalid date 'x'"}, {"date", 5L, "! Type mismatch: expected 'String (ISO 8601)', got 'Integer'"},
            {"date", "2025-01-30T08:00:00+02:00", date("2025-01-30T06:00:00Z")},
            {"format", DATE, "December 31, 2025"}, {"format", 5L, "! Type mismatch: expected 'Date or ISO 8601 String', got 'Integer'"},
            {"take", list(1L), "! 'Compute take' requires a 'with' clause"},
            {"union", list(), "! 'Compute union' requires a 'with' clause"},
            {"distance", DATE, "! 'Compute distance' requires a 'to' clause"}, {"+1d", "2025-01-30", date("2025-01-31")},
            {"+1d", 5L, "! Type mismatch: expected 'Date or ISO 8601 String', got 'Integer'"}, {"int", "42", "42"}, {"Money", 5L, 5L},
            {"List<X>", 5L, 5L}, {"", 5L, 5L}};
        for (Object[] row : table) assertThat(compute((String) row[0], row[1])).as("%s %s", row[0], row[1]).isEqualTo(row[2]);
        Object[][] withs = {{"clip", "abcdef", 3L, "abc"}, {"clip", "ab", 3.9, "ab"}, {"clip", "abc", -1L, ""},
            {"clip", "abc", object("width", 2L), "ab"}, {"clip", 12345L, 2L, "12"},
            {"clip", "e\u0301x", 1L, "e\u0301"}, {"clip", "abc", "x", "! Invalid value 'x' for clip"},
            {"take", list(1L, 2L, 3L), 2L, list(1L, 2L)}, {"take", "abc", 2.7, "ab"}, {"take", list(1L), 5L, list(1L)},
            {"take", "abc", -2L, ""}, {"take", "abc", object("count", 1L), "a"},
            {"take", "abc", "x", "! 'Compute take' requires a 'with' clause"}, {"take", 5L, 2L, 5L},
            {"format", DATE, "dd.MM.yyyy HH:mm", "31.12.2025 23:59"},
            {"format", DATE, "qq", "! Invalid date format: qq"}};
        for (Object[] row : withs)
            assertThat(compute((String) row[0], row[1], row[2])).as("%s %s %s", row[0], row[1], row[2]).isEqualTo(row[3]);
        Distance distance = (Distance) BasicOperations.all().stream().filter(o -> o.name().equals("distance")).findFirst().orElseThrow()
                .apply("2025-01-02", Parameters.to("2025-01-01T22:30:00Z"));
        assertThat(distance.property("hours")).isEqualTo(-1L);
        assertThat(distance.property("Minutes")).isEqualTo(-90L);
    }

    /** [DATA-85] to [DATA-88]. */
    @Test
    void sets() {
        String mismatch = "! Type mismatch: expected 'List, String or Object', got '";
        Object[][] table = {{"intersect", list(1L, 1L, 2L), list("1", 3L, 2.0), list(1L)},
            {"difference", list(1L, 1L, 2L), list(1L), list(1L, 2L)}, {"union", list(1L, 1L), list(1L, 2L, 2L), list(1L, 1L, 2L)},
            {"intersect", list(json("{'a':1,'b':2}")), list(json("{'b':2,'a':1}")), list(json("{'a':1,'b':2}"))},
            {"intersect", "hello", "bello", "ello"}, {"difference", "hello", "bello", "h"}, {"union", "hello", "bello", "hellob"},
            {"intersect", json("{'a':1,'b':{'c':1,'d':2},'l':[1,2],'e':{'x':1},'n':1}"),
                json("{'a':1,'b':{'c':1,'d':3},'l':[2],'e':{'x':2},'n':1.0}"), json("{'a':1,'b':{'c':1},'l':[2]}")},
            {"difference", json("{'a':1,'b':{'c':1,'d':2},'l':[1,2],'e':{'x':1},'m':7,'n':1}"),
                json("{'a':1,'b':{'c':1,'d':3},'l':[2],'e':{'x':1},'n':1.0}"), json("{'b':{'d':2},'l':[1],'m':7,'n':1}")},
            {"union", json("{'a':1}"), json("{'a':2,'b':3}"), json("{'a':1,'b':3}")}, {"union", 5L, list(), mismatch + "Integer'"},
            {"union", list(), 5L, mismatch + "Integer'"}, {"union", list(), "x", mismatch + "String'"}};
        for (Object[] row : table) assertThat(compute((String) row[0], row[1], row[2])).as("%s %s", row[0], row[1]).isEqualTo(row[3]);
    }

    /** [DATA-100], [DATA-182]. */
    @Test
    void numbers() {
        Object prices = json("[{'p':{'x':2}},{'p':{'x':'1.5'}},{'p':{'x':true}},{}]");
        Object[][] table = {{"sum", list(1L, "2.5", "x", NULL), 3.5}, {"avg", list(1L, 2L), 1.5}, {"average", list(), 0.0},
            {"min", list(3L, 1.5), 1.5}, {"max", list("b", "a"), "b"}, {"min", list(), 0.0},
            {"max", list(date("2025-01-01"), date("2025-01-02"), "x"), date("2025-01-02")}, {"max", list("a", true), 0.0},
            {"sum", "x", "! Type mismatch: expected 'List', got 'String'"}, {"round", 2.5, 3L}, {"round", -2.5, -3L},
            {"round", 0.49999999999999994, 0L}, {"round", 7L, 7L}, {"round", "2.4", 2L}, {"floor", -1.5, -2L}, {"ceil", 1.2, 2L},
            {"floor", 1e300, "! Integer overflow"}, {"round", Double.NaN, "! Integer overflow"},
            {"floor", "x", "! Type mismatch: expected 'Integer or Float', got 'String'"}, {"abs", -3L, 3L}, {"abs", -1.5, 1.5},
            {"abs", "-3", 3.0}, {"abs", Long.MIN_VALUE, "! Integer overflow"}};
        for (Object[] row : table) assertThat(compute((String) row[0], row[1])).as("%s %s", row[0], row[1]).isEqualTo(row[2]);
        Object[][] withs = {{"sum", prices, "p.x", 3.5}, {"max", prices, "p.x", 2.0}, {"sum", prices, 5L, "! Invalid value '5' for sum"},
            {"round", 2.675, 2L, 2.68}, {"round", -2.675, 2L, -2.68}, {"round", 5L, 2L, 5.0},
            {"round", 1.5, 16L, "! Invalid value '16' for round"}, {"round", 1.5, "x", "! Invalid value 'x' for round"},
            {"round", 1234.5678, 0L, 1235.0}};
        for (Object[] row : withs) assertThat(compute((String) row[0], row[1], row[2])).as("%s %s", row[0], row[1]).isEqualTo(row[3]);
        for (int i = 0; i < 100; i++) {
            assertThat((Long) compute("random", 0L, object("min", 1L, "max", 3L))).isBetween(1L, 3L);
            assertThat((Double) compute("random", object("min", 1L, "max", 2.5))).isBetween(1.0, 2.5);
            assertThat((Double) compute("random", "x")).isBetween(0.0, 1.0);
        }
        assertThat(compute("random", 0L, object("min", Long.MAX_VALUE, "max", Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
        assertThat(compute("random", 0L, object("min", 3L, "max", 1L))).asString().endsWith("for random");
    }

    /** [DATA-100]. */
    @Test
    void lists() {
        Object[][] table = {{"first", list(1L, 2L), 1L}, {"last", list(1L, 2L), 2L}, {"first", list(), ""}, {"last", list(), ""},
            {"reverse", list(1L, 2L), list(2L, 1L)}, {"reverse", "ae\u0301b", "be\u0301a"},
            {"reverse", 5L, "! Type mismatch: expected 'List or String', got 'Integer'"}, {"sort", list(3L, 1L, 2.5), list(1L, 2.5, 3L)},
            {"sort", list(object()), "! Type mismatch: expected 'by \"field\"', got 'Object'"},
            {"distinct", list(1L, 1.0, "1", list(1L), list(1.0)), list(1L, "1", list(1L))},
            {"flatten", list(1L, list(2L, list(3L)), list()), list(1L, 2L, list(3L))}, {"keys", object("b", 1L, "a", 2L), list("a", "b")},
            {"values", object("b", 1L, "a", 2L), list(2L, 1L)}, {"keys", list(), "! Type mismatch: expected 'Object', got 'List'"},
            {"join", list("a", 1L, 1.0), "a11.0"}, {"type", "x", "String"}, {"type", NULL, "Null"},
            {"contains", list(), "! 'Compute contains' requires a 'with' clause"}};
        for (Object[] row : table) assertThat(compute((String) row[0], row[1])).as("%s %s", row[0], row[1]).isEqualTo(row[2]);
        Object people = json("[{'n':'b','t':1},{'n':'a','t':1},{'n':'c'},{'x':1}]");
        assertThat(compute("sort", people, "n desc")).isEqualTo(json("[{'n':'c'},{'n':'b','t':1},{'n':'a','t':1},{'x':1}]"));
        assertThat(compute("distinct", people, "t")).isEqualTo(json("[{'n':'b','t':1},{'n':'c'}]"));
        assertThat(compute("join", list("a", "b"), ", ")).isEqualTo("a, b");
        assertThat(compute("contains", list(5L), "5")).isEqualTo(true);
        assertThat(compute("sort", list(1L), 5L)).isEqualTo("! Invalid value '5' for sort");
    }

    /** [DATA-100]. */
    @Test
    void texts() {
        Object[][] table = {{"replace", "banana", object("from", "an", "to", "x"), "bxxa"},
            {"replace", "abc", object("from", "", "to", "x"), "abc"}, {"replace", "abc", "x", "! Invalid value 'x' for replace"},
            {"startswith", "abc", "ab", true}, {"starts-with", 123L, 1L, true}, {"ends-with", "abc", "ab", false},
            {"substring", "hello", 1L, "ello"}, {"substring", "hello", object("start", 1L, "length", 3L), "ell"},
            {"substring", "hello", 9L, ""}, {"substring", "hello", -1L, "! Invalid value '-1' for substring"},
            {"substring", "👩‍👩‍👧xy", 1L, "xy"}, {"padleft", "7", 3L, "  7"}, {"padleft", "7", object("width", 3L, "pad", "0"), "007"},
            {"padright", "ab", 1L, "ab"}, {"pad-right", "ab", 4L, "ab  "},
            {"padleft", "7", object("width", 3L, "pad", "ab"), "! Invalid value 'ab' for padleft"},
            {"padleft", "7", "x", "! Invalid value 'x' for padleft"}};
        for (Object[] row : table) assertThat(compute((String) row[0], row[1], row[2])).as("%s %s", row[0], row[1]).isEqualTo(row[3]);
        assertThat(compute("capitalize", "éa B")).isEqualTo("Éa B");
        assertThat(compute("capitalize", "")).isEqualTo("");
        assertThat(compute("replace", "x")).isEqualTo("! 'Compute replace' requires a 'with' clause");
    }

    /** [DATA-100]. */
    @Test
    void codings() {
        Binary bytes = Binary.of(new byte[]{(byte) 0xFF, 0});
        Object[][] table = {{"md5", "abc", "900150983cd24fb0d6963f7d28e17f72"}, {"sha1", "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"},
            {"sha256", "abc", compute("hash", "abc")},
            {"base64encode", "é", "w6k="}, {"base64encode", bytes, "/wA="}, {"base64decode", "w6k=", "é"}, {"base64decode", "/wA=", bytes},
            {"base64decode", "*", "! Invalid base64"}, {"hexencode", "é", "c3a9"},
            {"urlencode", "a b/é~", "a%20b%2F%C3%A9~"}, {"urldecode", "a%20b+%C3%A9%zz%", "a b+é%zz%"},
            {"json", object("a", 1.0), "{\"a\":1}"}, {"parsejson", "[1]", list(1L)}, {"type", bytes, "Data"},
            {"parsejson", "[", "! Invalid JSON: unexpected end at line 1, column 2"},
            {"parsejson", 5L, "! Type mismatch: expected 'String', got 'Integer'"}};
        for (Object[] row : table) assertThat(compute((String) row[0], row[1])).as("%s %s", row[0], row[1]).isEqualTo(row[2]);
        assertThat((String) compute("sha512", "abc")).hasSize(128).startsWith("ddaf35a1");
        assertThat((String) compute("sha256", bytes)).isEqualTo(Digests.hex("SHA-256", bytes)).isNotEqualTo(compute("sha256", "2 bytes"));
        assertThat((String) compute("uuid", NULL)).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(new String(Text.utf8("é"), StandardCharsets.UTF_8)).isEqualTo("é");
    }

    /** [DATA-71], [DATA-72], [VAL-85]. */
    @Test
    void resolution() {
        assertThat(compute("trim | uppercase | length", " ab ")).isEqualTo(2L);
        assertThat(compute("trim | nope", "x")).isEqualTo("! Qualifier 'nope' failed: Qualifier 'nope' not found in chain");
        assertThat(compute("take | sum", list(1L, 2L, 3L), 2L)).asString().startsWith("! Invalid value '2' for sum");
        assertThat(Operations.resolve("x.y | length", name -> name.equals("x.y") ? OperationTable.further("x.y", (_, _) -> "1234") : null)
                .apply("", Parameters.NONE)).isEqualTo(4L);
        assertThat(Operations.unknownStages("trim | nope", _ -> null)).containsExactly("nope");
        assertThat(compute("total", object("total", 5L))).isEqualTo(5L);
        assertThat(compute("a.b", json("{'a':{'b':1}}"))).isEqualTo(1L);
        assertThat(compute("summ", list())).isEqualTo("! Unknown operation 'summ'");
        Object[][] hints = {{"summ", "sum"}, {"lenght", "length"}, {"upercase", "uppercase"}, {"hsah", "hash"}, {"xyzzy", null},
            {"Starts-With", "startswith"}};
        for (Object[] row : hints) assertThat(Operations.nearest((String) row[0])).isEqualTo(row[1]);
        assertThat(Operations.findBasic("length")).isNotNull();
        assertThat(Operations.findBasic("sum")).isNull();
        assertThat(Operations.names()).contains("length", "average", "padleft").isSortedAccordingTo(Text::compare);
        assertThat(Operations.find("nope")).isNull();
    }

    /** [VAL-160], [DATA-111], [DATA-112], W26, W28. */
    @Test
    void conversions() {
        String no = "! Type mismatch: expected '";
        Object[][] table = {{"string", 1.5, "1.5"}, {"STRING", list("a"), "[\"a\"]"}, {"int", 5L, 5L}, {"int", 5.9, 5L}, {"int", -5.9, -5L},
            {"integer", "42", 42L}, {"int", "+42", 42L}, {"int", "4 2", no + "Int', got 'String'"},
            {"int", " 42", no + "Int', got 'String'"}, {"int", "4.2", no + "Int', got 'String'"},
            {"int", "9223372036854775808", no + "Int', got 'String'"}, {"int", 1e19, no + "Int', got 'Float'"},
            {"int", Double.NaN, no + "Int', got 'Float'"}, {"int", -0x1p63, Long.MIN_VALUE}, {"int", true, no + "Int', got 'Boolean'"},
            {"int", NULL, no + "Int', got 'Null'"}, {"double", 100L, 100.0}, {"float", "1e3", 1000.0},
            {"double", "x", no + "Double', got 'String'"}, {"double", true, no + "Double', got 'Boolean'"}, {"bool", "TRUE", true},
            {"boolean", "1", true}, {"bool", "yes", false}, {"bool", 2L, true}, {"bool", 0L, false},
            {"bool", 1.0, false}, {"bool", list(1L), false}, {"json", object("a", 1L), "{\"a\":1}"}, {"json", "x", "\"x\""},
            {"json", list(), "[]"}, {"date", "2025-01-01", date("2025-01-01")}, {"identity", 5L, 5L}, {"Order", 5L, 5L},
            {"trim", " x", "x"}, {"nope", 5L, "! Unknown operation 'nope'"}};
        for (Object[] row : table) {
            assertThat(result(() -> Conversions.resolve((String) row[0], _ -> null).apply(row[1], Parameters.NONE)))
                    .as("%s %s", row[0], row[1]).isEqualTo(row[2]);
        }
        assertThat(Conversions.find("trim")).isNull();
        assertThat(Conversions.names()).contains("int", "string");
    }
}
