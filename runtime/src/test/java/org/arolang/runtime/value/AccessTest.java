package org.arolang.runtime.value;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.arolang.runtime.Failure;
import org.junit.jupiter.api.Test;

import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

/** [VAL-70], [VAL-71], [VAL-81], [VAL-99], [VAL-105] to [VAL-108], [DATA-50] to [DATA-58]. */
class AccessTest {

    private static final ListValue NUMBERS = list(10L, 20L, 30L);

    @Test
    void members() {
        assertThat(Access.member(object("a", NULL), "a")).isEqualTo(NULL);
        assertThat(Access.member(date("2025-02-03"), "Month")).isEqualTo(2L);
        assertThat(result(() -> Access.member(object(), "a"))).isEqualTo("! Undefined member: a");
        assertThat(result(() -> Access.member(date("2025-02-03"), "x"))).isEqualTo("! Undefined member: x");
        assertThat(result(() -> Access.member("s", "length"))).isEqualTo("! Type mismatch: Cannot access member 'length' on String");
        assertThat(Access.member(new TestHandle("HTTPServer", object("port", 80L)), "port")).isEqualTo(80L);
    }

    /** W19. */
    @Test
    void subscripts() {
        Object[][] table = {{NUMBERS, 0L, 30L}, {NUMBERS, 2L, 10L}, {NUMBERS, 3L, "! Index 3 out of bounds (count: 3)"},
            {NUMBERS, -1L, "! Index -1 out of bounds (count: 3)"}, {object("a", 1L), "a", 1L},
            {object(), "a", "! Undefined member: a"}, {NUMBERS, "0", "! Type mismatch: Cannot subscript List with String"},
            {"abc", 0L, "! Type mismatch: Cannot subscript String with Integer"},
            {object(), 0L, "! Type mismatch: Cannot subscript Object with Integer"},
            {NUMBERS, 1.0, "! Type mismatch: Cannot subscript List with Float"}};
        for (Object[] row : table) assertThat(result(() -> Access.subscript(row[0], row[1]))).isEqualTo(row[2]);
    }

    /** W22, W23. */
    @Test
    void steps() {
        Object[][] table = {{object("length", 42L), "length", 42L}, {object("a", 1L), "length", 1L},
            {object("name", "Bo"), "email", "! Undefined member: email"}, {date("2025-01-30"), "dayofweek", "Thursday"},
            {date("2025-01-30"), "length", "! Undefined member: length"}, {NUMBERS, "0", 30L}, {NUMBERS, "first", 10L},
            {NUMBERS, "sum", 60.0}, {NUMBERS, "x", "! Type mismatch: Cannot access property 'x' on List"},
            {"abc", "length", 3L}, {"abc", "Uppercase", "ABC"}, {"abc", "capitalize", "Abc"},
            {"abc", "x", "! Type mismatch: Cannot access property 'x' on String"},
            {"abc", "take", "! Type mismatch: Cannot access property 'take' on String"},
            {5L, "x", "! Type mismatch: Cannot access property 'x' on Integer"},
            {NULL, "x", "! Type mismatch: Cannot access property 'x' on Null"}, {date("2025-01-30"), "+1d", "! Undefined member: +1d"},
            {RegexValue.of("a", "i"), "pattern", "a"},
            {new TestHandle("Server", object("port", 1L)), "host", "! Undefined member: host"}, {html("ab"), "length", 2L}};
        for (Object[] row : table) {
            assertThat(result(() -> Access.step(row[0], (String) row[1]))).as("%s: %s", row[0], row[1]).isEqualTo(row[2]);
            assertThat(result(() -> new PathStep((String) row[1]).apply(row[0]))).as("%s: %s", row[0], row[1]).isEqualTo(row[2]);
        }
        assertThat(Access.path(json("{'a':{'b':[1,2]}}"), List.of("a", "b", "last"))).isEqualTo(2L);
    }

    /** [VAL-107], [DATA-57], W24, W25. */
    @Test
    void keysOfTexts() {
        Object[][] table = {{" {\"id\": 7, \"tags\": [\"x\"]} ", "id", 7L}, {"[1,2,3]", "0", 1L}, {"[1,2,3]", "last", 3L},
            {"name=Bo&city=Bonn", "city", "Bonn"}, {"a=x+y%26z&b=2", "a", "x y&z"},
            {"a=1&a=2", "a", "1"}, {"Content-Type: text/html\nX: y:z", "x", "y:z"},
            {"Content-Type: text/html", "content-type", "text/html"}, {"say  hello you ", "SAY", "hello you"},
            {"say hello", "x", "! Property 'x' not found on type 'String'"},
            {"{\"a\":1}", "b", "! Property 'b' not found on type 'String'"}, {"", "a", "! Property 'a' not found on type 'String'"},
            {Binary.of("a=1".getBytes(StandardCharsets.UTF_8)), "a", "1"},
            {Binary.of(new byte[]{-1}), "a", "! Property 'a' not found on type 'Data'"},
            {"[9]", "5", "! Property '5' not found on type 'String'"}};
        for (Object[] row : table) assertThat(result(() -> Access.objectStep(row[0], (String) row[1]))).as("%s", row[0]).isEqualTo(row[2]);
    }

    /** [VAL-106], [DATA-56]. */
    @Test
    void objectPaths() {
        Object data = json("{'user.name':'Ann','user':{'id':1,'a.b':2},'items':[1,2,3],'none':null,'raw':'{\\\"k\\\":[5,6]}'}");
        Object[][] table = {{List.of("user", "id"), 1L}, {List.of("user", "name"), "Ann"}, {List.of("user", "a", "b"), 2L},
            {List.of("items", "0"), 3L}, {List.of("items", "first"), 1L}, {List.of("items", "9"), ""},
            {List.of("none"), NULL}, {List.of("raw", "k", "0"), 6L}, {List.of("user", "x"), "! Property 'x' not found on type 'Object'"},
            {List.of("none", "x"), "! Property 'x' not found on type 'Null'"},
            {List.of("items", "x"), "! Property 'x' not found on type 'List'"}, {List.of("items", "1-2"), list(2L, 1L)}};
        for (Object[] row : table) {
            @SuppressWarnings("unchecked")
            List<String> path = (List<String>) row[0];
            assertThat(result(() -> Access.objectPath(data, path))).as("%s", path).isEqualTo(row[1]);
            assertThat(result(() -> Extraction.of(path, List.of(), true, null).extract(data))).as("%s", path).isEqualTo(row[1]);
        }
    }

    /** [VAL-105], [VAL-108], [VAL-185], [DATA-53]. */
    @Test
    void extraction() {
        SchemaTypes schemas = new SchemaTypes() {
            @Override
            public boolean knows(String name) {
                return name.equals("User");
            }

            @Override
            public Object convert(String name, Object value) {
                if (!knows(name)) throw new Failure("Schema '" + name + "' is not defined");
                return object("checked", value);
            }
        };
        Object[][] table = {{"{\"id\": 7}", null, object("id", 7L)}, {"{id: 7", null, "{id: 7"}, {"{\"id\": 7}", "id", 7L},
            {object("name", "Bo"), "name", "Bo"}, {object("name", NULL), "name", NULL},
            {object("name", "Bo"), "email", "! Property 'email' not found on type 'Object'"},
            {"plain", "email", "! Property 'email' not found on type 'String'"}, {NUMBERS, "0-1", list(30L, 20L)},
            {NUMBERS, "count", 3L}, {NUMBERS, "frist", "! Property 'frist' not found on type 'List'"},
            {object("a", 1L), "String", object("a", 1L)}, {object("date", "x"), "date", "x"},
            {object("a", 1L), "date", object("a", 1L)}, {NUMBERS, "List<Order>", NUMBERS}, {date("2025-01-01"), "year", 2025L},
            {date("2025-01-01"), "x", "! Property 'x' not found on type 'Date'"},
            {5L, "x", "! Property 'x' not found on type 'Integer'"}, {object("a", 1L), "User", object("checked", object("a", 1L))},
            {object("Order", 1L), "Order", "! Schema 'Order' is not defined"},
            {new DateRange(date("2025-01-01"), date("2025-01-15")), "days", 14L}, {"name=Bo", "name", "Bo"},
            {object("Count", 3L), "Count", 3L}};
        for (Object[] row : table) {
            List<String> specifiers = row[1] == null ? List.of() : List.of((String) row[1]);
            assertThat(result(() -> Extraction.of(List.of(), specifiers, true, schemas).extract(row[0]))).as("%s of %s", row[1], row[0])
                    .isEqualTo(row[2]);
        }
        assertThat(Extraction.of(List.of(), List.of(), false, null).extract("{\"id\":7}")).isEqualTo("{\"id\":7}");
        assertThat(result(() -> Extraction.of(List.of(), List.of("Thing"), true, null).extract(1L))).isEqualTo(
                "! Schema 'Thing' is not defined in openapi.yaml components.schemas.\nAvailable schemas: (schema registry not available - ensure openapi.yaml is present)");
        MarkedText page = html("<p>");
        assertThat(Extraction.of(List.of(), List.of(), true, null).extract(page)).isSameAs(page);
    }
}
