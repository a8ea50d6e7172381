package org.arolang.runtime.value;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** [VAL-140], [VAL-141], [VAL-145], [WEB-1], [IO-55], [DEC-4], [DEC-8]. */
class JsonTest {

    @Test
    void everyKind() {
        Object[][] table = {{NULL, "null"}, {true, "true"}, {7L, "7"}, {Long.MIN_VALUE, "-9223372036854775808"},
            {Long.MAX_VALUE, "9223372036854775807"}, {0L, "0"}, {10.0, "10"}, {98.5, "98.5"},
            {1e21, "1e+21"}, {1e15, "1000000000000000"}, {0.001, "0.001"}, {Double.NaN, "null"}, {Double.NEGATIVE_INFINITY, "null"},
            {"a/b", "\"a/b\""}, {"{\"n\":1}", "\"{\\\"n\\\":1}\""},
            {"\b\f\n\r\t\u0001\u001f\u007f\\é€😀", "\"\\b\\f\\n\\r\\t\\u0001\\u001f\u007f\\\\é€😀\""}, {"\ud800x", "\"\ufffdx\""},
            {list(), "[]"}, {object(), "{}"}, {html("<b>"), "\"<b>\""},
            {object("b", 1L, "a", list(true, NULL)), "{\"a\":[true,null],\"b\":1}"},
            {date("2031-04-05T06:07:08.9Z"), "\"2031-04-05T06:07:08Z\""},
            {new DateRange(date("2025-01-01"), date("2025-01-02")), "\"2025-01-01T00:00:00Z to 2025-01-02T00:00:00Z\""},
            {Recurrence.of("every day", null), "\"every day\""},
            {new Distance(date("2025-01-01"), date("2025-01-01T00:01:00Z")),
                "{\"days\":0,\"hours\":0,\"minutes\":1,\"seconds\":60,\"weeks\":0}"},
            {RegexValue.of("a\"", "i"), "{\"flags\":\"i\",\"pattern\":\"a\\\"\"}"}, {new TestHandle("H", object("x", 1L)), "{\"x\":1}"},
            {Binary.of(new byte[]{1, 2, 3, 4}), "\"AQIDBA==\""},
            {stream(1L, list()), "[1,[]]"}, {object("ключ\"", 1L), "{\"ключ\\\"\":1}"},
            // W34
            {json("{'port':{'name':'Emden','depth':10.0,'crane':{}},'link':'a/b','tags':['x','y']}"),
                "{\"link\":\"a/b\",\"port\":{\"crane\":{},\"depth\":10,\"name\":\"Emden\"},\"tags\":[\"x\",\"y\"]}"}};
        for (Object[] row : table) {
            assertThat(Json.text(row[0])).isEqualTo(row[1]);
            assertThat(new String(Json.utf8(row[0]), StandardCharsets.UTF_8)).isEqualTo(row[1]);
            assertThat(Json.text(list(row[0], row[0], row[0]))).isEqualTo("[" + row[1] + "," + row[1] + "," + row[1] + "]");
        }
    }

    /** [DATA-176] has no say here: keys are in code-point order at every level. */
    @Test
    void keysAreInCodePointOrder() {
        assertThat(Json.text(object("b", 1L, "\uD83D\uDE00", 2L, "\uFFFD", 3L, "B", 4L, "a", 5L)))
                .isEqualTo("{\"B\":4,\"a\":5,\"b\":1,\"\uFFFD\":3,\"\uD83D\uDE00\":2}");
    }

    @Test
    void bytesOfAnObjectAreMadeOnce() {
        ObjectValue object = object("a", object("b", 1L));
        assertThat(object.jsonUtf8()).isSameAs(object.jsonUtf8());
        ObjectValue message = object("text", "hi");
        ListValue page = list(message, message);
        String expected = "[{\"text\":\"hi\"},{\"text\":\"hi\"}]";
        for (int i = 0; i < 3; i++) assertThat(Json.text(page)).isEqualTo(expected);
        assertThat(message.keptJson()).isNotNull();
        ObjectValue live = object("h", new TestHandle("H", object()), "s", stream(1L));
        for (int i = 0; i < 3; i++) assertThat(Json.text(live)).isEqualTo("{\"h\":{},\"s\":[1]}");
        assertThat(live.jsonUtf8()).isNotSameAs(live.jsonUtf8());
        assertThat(live.keptJson()).isNull();
    }

    /** [IO-55]. */
    @Test
    void pretty() {
        assertThat(Json.pretty(json("{'b':[1,{'c':'a/b'},[]],'a':{},'d':2.0}"))).isEqualTo("""
            {
              "a" : {},
              "b" : [
                1,
                {
                  "c" : "a/b"
                },
                []
              ],
              "d" : 2
            }""");
        assertThat(Json.pretty("x")).isEqualTo("\"x\"");
        assertThat(Json.pretty(list())).isEqualTo("[]");
    }

    /** [VAL-145], W51. */
    @Test
    void reading() {
        Object[][] table = {{"3", 3L}, {"3.0", 3.0}, {"1e3", 1000.0}, {"-0", 0L}, {"9223372036854775807", Long.MAX_VALUE},
            {"9223372036854775808", 9223372036854775808.0},
            {"-9223372036854775808", Long.MIN_VALUE}, {"1" + "0".repeat(400), Double.POSITIVE_INFINITY}, {"true", true}, {"null", NULL},
            {" \"a\\u00e9\\n\" ", "aé\n"}, {"[]", list()}, {"{}", object()},
            {"{\"b\":1,\"a\":[1.5,{\"c\":null}],\"b\":2}", object("a", list(1.5, object("c", NULL)), "b", 2L)},
            {"[[1],[2,[3]]]", list(list(1L), list(2L, list(3L)))},
            {"\uFEFF[1]".substring(1), list(1L)}};
        for (Object[] row : table) {
            Object value = Json.parse((String) row[0]);
            assertThat(value).isEqualTo(row[1]).hasSameClassAs(row[1]);
            assertThat(Json.parse(((String) row[0]).getBytes(StandardCharsets.UTF_8))).isEqualTo(row[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "{\"a\"}", "{'a':1}", "nul", "1 2", "[1] x", "01", "+1", ".5", "NaN", "\"a", "\"\t\"",
        "{\"a\":1,}", "\"\\x\"", "// c\n1"})
    void malformed(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(MalformedJson.class).hasMessageStartingWith("Invalid JSON: ");
        assertThatThrownBy(() -> Json.parse(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(MalformedJson.class);
    }

    @Test
    void messagesNameThePlace() {
        assertThat(result(() -> Json.parse("{\"a\":\n x}"))).isEqualTo("! Invalid JSON: unexpected text at line 2, column 2");
        assertThat(result(() -> Json.parse("[1"))).asString().startsWith("! Invalid JSON: unexpected end at line 1");
    }

    @Test
    void limits() {
        assertThat(Json.parse("[".repeat(512) + "]".repeat(512))).isInstanceOf(ListValue.class);
        assertThat(result(() -> Json.parse("[".repeat(513) + "]".repeat(513)))).asString()
                .startsWith("! Invalid JSON: nested deeper than 512");
        Object deep = 1L;
        for (int i = 0; i < 5000; i++) deep = list(deep);
        Object tooDeep = deep;
        assertThat(result(() -> Json.text(tooDeep))).isEqualTo("! Value nested too deeply");
    }

    @Test
    void onlyUtf8() {
        int[][] bad = {{'"', 0xC3, '"'}, {'"', 0xC0, 0x80, '"'}, {'"', 0xED, 0xA0, 0x80, '"'}, {'"', 0xF5, 0x80, 0x80, 0x80, '"'},
            {'"', 0xE0, 0x80, 0x80, '"'}, {'"', 0x80, '"'}, {'[', 0, ']', 0}, {0, '1'},
            {0xFE, 0xFF, 0, '1'}, {'"', 0xF4, 0x90, 0x80, 0x80, '"'}};
        for (int[] numbers : bad) {
            byte[] bytes = new byte[numbers.length];
            for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) numbers[i];
            assertThatThrownBy(() -> Json.parse(bytes)).as("%s", (Object) numbers).isInstanceOf(MalformedJson.class);
        }
        assertThat(Json.parse("\"é€😀\"".getBytes(StandardCharsets.UTF_8))).isEqualTo("é€😀");
    }

    @Test
    void sink() {
        ByteSink sink = new ByteSink(1);
        Json.writeUtf8(object("a", 1L), sink);
        sink.putUtf8("é😀");
        sink.putLong(-120);
        assertThat(sink).hasToString("{\"a\":1}é😀-120");
        assertThat(sink.size()).isEqualTo(sink.toByteArray().length);
    }
}
