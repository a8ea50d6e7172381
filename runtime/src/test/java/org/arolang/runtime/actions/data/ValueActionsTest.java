package org.arolang.runtime.actions.data;

import java.util.List;
import java.util.Map;
import org.arolang.runtime.Failure;
import org.arolang.runtime.InvalidData;
import org.arolang.runtime.Missing;
import org.arolang.runtime.Violation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.value.DateRange;
import org.arolang.runtime.value.Dates;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Recurrence;
import org.arolang.runtime.value.RegexValue;
import org.arolang.runtime.value.SchemaTypes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.arolang.runtime.actions.data.Fixtures.list;
import static org.arolang.runtime.actions.data.Fixtures.object;
import static org.arolang.runtime.actions.data.Statement.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Create, Extract, Parse, Compute, Transform, Validate, Compare, the test verbs and Call: [DATA-40] to [DATA-137], [DATA-195] ff. */
class ValueActionsTest {

    @Nested
    class Creating {

        @Test
        void plainValues() { // [DATA-40] [DATA-41]
            assertThat(statement("Create", "x").value("with", 7L).run()).isEqualTo(7L);
            assertThat(statement("Create", "x").noun("from", "y").variable("y", "v").run()).isEqualTo("v");
            assertThat(statement("Create", "x").noun("for", "y").variable("y", "v").with("w").run()).isEqualTo("w");
        }

        @Test
        void ids() { // [DATA-42] [DATA-43]
            ObjectValue first = (ObjectValue) statement("Create", "x: Bed").value("with", object("crop", "leek")).run();
            ObjectValue second = (ObjectValue) statement("Create", "x: Bed").value("with", object("crop", "leek")).run();
            assertThat((String) first.get("id")).matches("[0-9a-f]{19}");
            assertThat((String) second.get("id")).isGreaterThan((String) first.get("id"));
            assertThat(statement("Create", "x: Bed").value("with", object("id", Null.NULL)).run()).isEqualTo(object("id", Null.NULL));
            assertThat(statement("Create", "x: Row").value("with", 5L).run()).isEqualTo(5L);
            assertThat(statement("Create", "x").value("with", object("crop", "leek")).run()).isEqualTo(object("crop", "leek"));
        }

        @Test
        void dateRanges() { // [DATA-44] [DATA-46]
            assertThat(statement("Create", "x: Date-Range").value("from", "2030-06-08").to("2030-06-01").run())
                    .isEqualTo(new DateRange(Dates.parse("2030-06-08"), Dates.parse("2030-06-01")));
            assertThatThrownBy(() -> statement("Create", "x: daterange").value("from", 5L).to("2030-06-01").run())
                    .hasMessage("Type mismatch: expected 'Date or ISO 8601 String', got 'Integer'");
            assertThatThrownBy(() -> statement("Create", "x: date-range").value("from", "2030-06-01").run())
                    .hasMessage("'Create date-range' requires a 'to' clause");
            assertThatThrownBy(() -> statement("Create", "x: date-range").value("from", "2030-06-01").to("soon").run())
                    .hasMessage("'Create date-range' requires a 'to' clause");
        }

        @Test
        void recurrences() { // [DATA-45]
            assertThat(((Recurrence) statement("Create", "x: recurrence").value("with", "every 2 weeks").run()).pattern())
                    .isEqualTo("every 2 weeks");
            Recurrence started = (Recurrence) statement("Create", "x: recurrence").value("from", "2999-01-01").with("every day").run();
            assertThat(started.property("next")).isEqualTo(Dates.parse("2999-01-01"));
            assertThatThrownBy(() -> statement("Create", "x: recurrence").value("with", "now and then").run())
                    .hasMessage("Invalid recurrence pattern 'now and then'");
        }
    }

    @Nested
    class Extracting {

        private static final ListValue DAYS = list("mon", "tue", "wed", "thu");

        @Test
        void selectors() { // [DATA-54], C2
            Map<String, Object> expected = Map.of("0", "thu", "1-2", list("wed", "tue"), "0,3", list("thu", "mon"), "first", "mon", "Last",
                    "thu", "2-9", list("tue", "mon"), "9", "", "count", 4L);
            expected.forEach((selector, value) -> assertThat(
                    statement("Extract", "x: " + selector).noun("from", "days").variable("days", DAYS).run()).as(selector)
                    .isEqualTo(value));
            assertThat(((ListValue) statement("Extract", "x: 0-1").value("from", DAYS).run()).isRecency()).isTrue();
            assertThat(statement("Extract", "x: last").value("from", list()).run()).isEqualTo("");
            assertThatThrownBy(() -> statement("Extract", "x: middle").value("from", DAYS).run())
                    .hasMessage("Property 'middle' not found on type 'List'");
        }

        @Test
        void paths() { // [DATA-51] [DATA-56] [DATA-57], C4 C5
            assertThat(statement("Extract", "kind").noun("from", "raw: kind").variable("raw", "{\"kind\": \"fern\"}").run())
                    .isEqualTo("fern");
            assertThat(statement("Extract", "plant").noun("from", "raw").variable("raw", " [1, 2] ").run()).isEqualTo(list(1, 2));
            assertThat(statement("Extract", "plant: size").value("from", "{\"size\": 12}").run()).isEqualTo(12L);
            assertThat(statement("Extract", "who: name").noun("from", "form").variable("form", "name=Ann%20Lee&bed=4").run())
                    .isEqualTo("Ann Lee");
            assertThat(statement("Extract", "host").noun("from", "head: host").variable("head", "Host: garden.test").run())
                    .isEqualTo("garden.test");
            assertThat(statement("Get", "x").noun("from", "o: a.b").variable("o", object("a.b", 1)).run()).isEqualTo(1L);
            assertThatThrownBy(() -> statement("Extract", "x").noun("from", "o: a").variable("o", object("b", 1)).run())
                    .hasMessage("Property 'a' not found on type 'Object'");
            assertThatThrownBy(() -> statement("Extract", "x").noun("from", "o").run()).isInstanceOf(Missing.class)
                    .hasMessage("Undefined variable: 'o'");
        }

        @Test
        void annotations() { // [DATA-53]
            assertThat(statement("Extract", "x: List<Task>").noun("from", "l").variable("l", DAYS).run()).isEqualTo(DAYS);
            assertThat(statement("Extract", "d: date").noun("from", "o").variable("o", object("date", "x")).run()).isEqualTo("x");
        }

        @Test
        void surroundings() { // [DATA-50] [DATA-52]
            assertThat(statement("Extract", "x").noun("from", "env: HOME_BED").run()).isEqualTo("A");
            assertThat(statement("Extract", "x").noun("from", "env: NO_SUCH").run()).isEqualTo("");
            assertThat(statement("Extract", "x").noun("from", "parameter: beds").run()).isEqualTo(3L);
            assertThat(statement("Extract", "x").noun("from", "parameter").run()).isEqualTo(object("beds", 3));
            assertThatThrownBy(() -> statement("Extract", "x").noun("from", "parameter: rows").run())
                    .hasMessage("Undefined variable: 'parameter:rows'");
            Application application = Fixtures.application();
            application.settings().write("garden", List.of("beds"), 4L);
            assertThat(statement("Extract", "x").in(application).noun("from", "garden: beds").run()).isEqualTo(4L);
        }

        @Test
        void parse() { // [DATA-195] [DATA-196] [DATA-197], C28
            assertThat(statement("Parse", "l: link-header")
                    .value("from",
                            "<http://s.test/?p=2,3>; title=\"a, b\"; REL=\"next\", <http://s.test/?p=9>; rel=last, broken; rel=x, <u>")
                    .run())
                    .isEqualTo(object("next", "http://s.test/?p=2,3", "last", "http://s.test/?p=9"));
            assertThat(statement("Parse", "v: json").value("from", "{\"a\": 1.0}").run()).isEqualTo(object("a", 1.0));
            assertThatThrownBy(() -> statement("Parse", "v: json").value("from", "{").run()).hasMessageStartingWith("Invalid JSON: ");
            assertThat(statement("Parse", "v").noun("from", "t").variable("t", "{\"a\": 1}").run()).isEqualTo(object("a", 1));
            assertThatThrownBy(() -> statement("Parse", "l: link-header").value("from", 5L).run())
                    .hasMessage("Type mismatch: expected 'String', got 'Integer'");
        }
    }

    @Nested
    class Computing {

        @Test
        void operations() { // [DATA-70] [DATA-71] [DATA-72]
            assertThat(statement("Compute", "length").noun("from", "t").variable("t", "tulip").run()).isEqualTo(5L);
            assertThat(statement("Compute", "sum").noun("from", "t").variable("t", list(1)).run()).isEqualTo(list(1));
            assertThat(statement("Compute", "x: trim|uppercase").value("from", " a ").run()).isEqualTo("A");
            assertThat(statement("Compute", "x: starts-with").value("from", "abc").with("ab").run()).isEqualTo(true);
            assertThat(statement("Compute", "x: take").value("from", list(4, 5, 6)).with(2L).run()).isEqualTo(list(4, 5));
            assertThat(statement("Compute", "x: union").value("from", list(1, 1)).with(list(1, 3, 3)).run()).isEqualTo(list(1, 1, 3));
            assertThat(statement("Compute", "x: +1M").value("from", "2030-01-31").run()).isEqualTo(Dates.parse("2030-02-28"));
            assertThat(statement("Compute", "x: city").value("from", object("city", "Kiel")).run()).isEqualTo("Kiel");
            assertThat(statement("Compute", "x: Price").value("from", list(1)).run()).isEqualTo(list(1));
            assertThatThrownBy(() -> statement("Compute", "x: summ").value("from", list(1)).run()).hasMessage("Unknown operation 'summ'");
            assertThatThrownBy(() -> statement("Compute", "x: union").value("from", list(1)).run())
                    .hasMessage("'Compute union' requires a 'with' clause");
            assertThatThrownBy(() -> statement("Compute", "x: trim|frob").value("from", "a").run())
                    .hasMessage("Qualifier 'frob' failed: Qualifier 'frob' not found in chain");
        }
    }

    @Nested
    class Transforming {

        @Test
        void conversions() { // [DATA-111] [DATA-112]
            assertThat(statement("Transform", "n: int").value("from", "42").run()).isEqualTo(42L);
            assertThat(statement("Transform", "int").noun("from", "t").variable("t", "42").run()).isEqualTo(42L);
            assertThat(statement("Transform", "n: double").value("from", 2L).run()).isEqualTo(2.0);
            assertThat(statement("Transform", "n: bool").value("from", "TRUE").run()).isEqualTo(true);
            assertThat(statement("Transform", "n: json").value("from", list(1, "a")).run()).isEqualTo("[1,\"a\"]");
            assertThat(statement("Transform", "n: string").value("from", 2.0).run()).isEqualTo("2.0");
            assertThatThrownBy(() -> statement("Transform", "n: int").value("from", "4 2").run())
                    .hasMessage("Type mismatch: expected 'Int', got 'String'");
        }

        @Test
        void withName() { // [DATA-113]
            assertThat(statement("Transform", "x").noun("from", "t").variable("t", " a ").with("trim").run()).isEqualTo("a");
            assertThatThrownBy(() -> statement("Transform", "x").noun("from", "t").variable("t", " a ").with("frob").run())
                    .hasMessage("Unknown operation 'frob'");
        }

        @Test
        void templates() { // [WEB-301]
            Application application = Fixtures.withTemplates(Map.of("board.html", "<b>", "static/x.css", "css"));
            assertThat(statement("Transform", "h").in(application).noun("from", "template: board.html").run()).isEqualTo("<b>");
            assertThat(statement("Map", "h").in(application).noun("from", "Template: static/x.css").run()).isEqualTo("css");
            assertThat(statement("Transform", "h").in(application).noun("from", "template: chosen").variable("chosen", "board.html").run())
                    .isEqualTo("<b>");
            assertThatThrownBy(() -> statement("Transform", "h").in(application).noun("from", "template").run())
                    .hasMessage("'Render' requires a template path");
        }
    }

    @Nested
    class Validating {

        private static final SchemaTypes SCHEMAS = new SchemaTypes() {
            @Override
            public boolean knows(String name) {
                return name.equals("Order");
            }

            @Override
            public Object convert(String name, Object value) {
                if (!knows(name)) throw new Failure("Schema '" + name + "' is not defined");
                return value;
            }

            @Override
            public List<Violation> violations(String name, Object value) {
                return value instanceof ObjectValue object && object.has("id") ? List.of() : List.of(new Violation("/id", "is required"));
            }
        };

        private final Application application = Fixtures.withSchemas(SCHEMAS);

        private Statement validate(String result) {
            return statement("Validate", result).in(application);
        }

        @Test
        void rules() { // [DATA-131]
            Map<String, List<Object>> valid = Map.of("required", List.of("x", 0L, false), "exists", List.of(object()), "nonempty",
                    List.of(list(1), 0L), "email", List.of("a@b.c", "kim.x@farm.test"), "numeric", List.of(1L, 2.5, "-3.5"), "List",
                    List.of(list()), "string", List.of(""));
            Map<String, List<Object>> invalid = Map.of("required", List.of("", Null.NULL, list()), "nonempty", List.of(object(), ""),
                    "email", List.of("a@b", "@b.c", "a@.c", "a@c.", "a@b@c.d", "a b@c.d", 5L), "numeric", List.of("x", " 1", true), "List",
                    List.of("x"), "string", List.of(1L));
            valid.forEach((rule, values) -> values.forEach(
                    value -> assertThat(validate("r: " + rule).value("for", value).run()).as(rule + " " + value).isEqualTo(true)));
            invalid.forEach((rule, values) -> values.forEach(value -> {
                assertThatThrownBy(() -> validate("r: " + rule).value("for", value).run()).as(rule + " " + value)
                        .isInstanceOf(InvalidData.class);
                assertThat(validate("r: " + rule + ".boolean").value("for", value).run()).isEqualTo(false);
            }));
        }

        @Test
        void shapes() { // [DATA-130], C18 C50 C51
            ObjectValue order = object("id", "o1");
            assertThat(validate("order").noun("against", "Order").variable("order", order).runAll()).isEmpty();
            assertThat(validate("ok: order").noun("against", "Order").variable("order", order).run()).isEqualTo(true);
            assertThat(validate("ok").noun("against", "schema: Order").with(order).run()).isEqualTo(true);
            assertThat(validate("ok: boolean").noun("against", "Order").with(object()).run()).isEqualTo(false);
            assertThat(validate("ok: order.item.bool").noun("against", "Order").variable("order", object("item", object())).run())
                    .isEqualTo(false);
            assertThat(validate("many").value("for", true).run()).isEqualTo(true);
            assertThatThrownBy(() -> validate("many").value("for", false).run()).hasMessage("Validation failed: must be true");
            assertThat(validate("email").noun("for", "o: mail").variable("o", object("mail", "a@b.c")).run()).isEqualTo(true);
            assertThat(validate("r").noun("for", "x").variable("x", "k").run()).isEqualTo(true);
            assertThat(validate("r").noun("for", "x").variable("x", "K7").with(RegexValue.of("^[A-Z]", "")).run()).isEqualTo(true);
            assertThat(validate("r").noun("with", "x").variable("x", "a@b.c").with("email").run()).isEqualTo(true);
            assertThat(validate("x").value("against", RegexValue.of("^K", "i")).variable("x", "k7").runAll()).isEmpty();
            assertThat(validate("x").noun("against", "rule").variable("x", "a@b.c").variable("rule", "email").runAll()).isEmpty();
        }

        @Test
        void missingValues() { // [DATA-131]
            assertThatThrownBy(() -> validate("r: required").noun("for", "x").run()).isInstanceOf(InvalidData.class)
                    .hasMessage("Validation failed: is required");
            assertThatThrownBy(() -> validate("r: required").noun("for", "x: a.b").variable("x", object()).run())
                    .isInstanceOf(InvalidData.class);
            assertThatThrownBy(() -> validate("r: email").noun("for", "x").run()).isInstanceOf(Missing.class)
                    .hasMessage("Undefined variable: 'x'");
            assertThatThrownBy(() -> validate("ok: boolean").noun("against", "Order").run()).hasMessage("'Validate' requires a value");
        }

        @Test
        void messages() { // [DATA-130] [DATA-133]
            assertThatThrownBy(() -> validate("x").noun("against", "Order").variable("x", object()).run())
                    .hasMessage("Validation failed: /id: is required");
            assertThatThrownBy(() -> validate("x").value("against", RegexValue.of("@", "i")).variable("x", "a").run())
                    .hasMessage("Validation failed: must match /@/i");
            assertThatThrownBy(() -> validate("r: Integer").value("for", "a").run())
                    .hasMessage("Validation failed: expected Integer, got String");
            assertThatThrownBy(() -> validate("r: postcode").value("for", "a").run())
                    .hasMessage("Invalid value 'postcode' for rule. Valid values: email, exists, nonempty, numeric, required");
            assertThatThrownBy(() -> validate("x").noun("against", "Invoice").variable("x", "a").run())
                    .hasMessage("Schema 'Invoice' is not defined");
        }
    }

    @Nested
    class Comparing {

        @Test
        void outcomes() { // [DATA-135] [DATA-136] [DATA-137], C52
            assertThat(statement("Compare", "cmp: a").noun("against", "b").variable("a", "10").variable("b", 9L).run())
                    .isEqualTo(object("matches", false, "result", "greater"));
            assertThat(statement("Compare", "a").value("against", 10L).variable("a", "10").runAll())
                    .containsExactly(Map.entry("comparison", object("matches", true, "result", "equal")));
            assertThat(statement("Compare", "cmp: o.n").value("to", 3L).variable("o", object("n", 2)).run())
                    .isEqualTo(object("matches", false, "result", "less"));
            assertThat(statement("Compare", "cmp: a").value("with", list()).variable("a", true).run())
                    .isEqualTo(object("matches", false, "result", "notEqual"));
            assertThatThrownBy(() -> statement("Compare", "a").value("against", 1L).run()).hasMessage("Undefined variable: 'a'");
        }

        @Test
        void aVariableOfTheProgramStays() { // [DATA-137]
            assertThat(statement("Compare", "a").value("against", 1L).variable("a", 1L).variable("comparison", "mine").runAll()).isEmpty();
        }
    }

    @Nested
    class TestVerbs {

        @Test
        void given() { // [DATA-240]
            assertThat(statement("Given", "x").noun("with", "y").variable("y", 4L).run()).isEqualTo(4L);
            assertThat(statement("Given", "x").noun("with", "plain").run()).isEqualTo("plain");
        }

        @Test
        void assertions() { // [DATA-242] [TOOL-404] [TOOL-405]
            assertThat(statement("Then", "n").value("with", 5.00001).variable("n", 5L).runAll()).isEmpty();
            assertThat(statement("Assert", "n").value("for", object("a", list(1.0))).variable("n", object("a", list(1))).runAll())
                    .isEmpty();
            assertThat(statement("Then", "n").value("with", "5").variable("n", 5L).runAll()).isEmpty();
            assertThatThrownBy(() -> statement("Then", "n").value("with", 3L).variable("n", 2L).run())
                    .hasMessage("Expected n to be 3, but was 2");
            assertThatThrownBy(() -> statement("Assert", "n").value("with", object("b", 1, "a", 2)).variable("n", list("x")).run())
                    .hasMessage("Assertion failed: n is [\"x\"], expected {\"a\":2,\"b\":1}");
            assertThatThrownBy(() -> statement("Then", "ghost").value("with", 1L).run()).hasMessage("Variable 'ghost' is undefined");
        }

        @Test
        void when() { // [DATA-241]
            assertThatThrownBy(() -> statement("When", "r").noun("from", "plus-one").run())
                    .hasMessage("Service not registered: 'TestExecutionContext (use 'aro test' command)'");
            Application application = Fixtures.application();
            application.extend(TestContext.class, (_, variables, name, result) -> name + " " + result + " " + variables.find("n"));
            assertThat(statement("When", "r").in(application).noun("from", "plus-one").variable("n", 4L).run()).isEqualTo("plus-one r 4");
        }
    }

    @Nested
    class Calling {

        @Test
        void services() { // [DATA-230] [DATA-231] [DATA-232], C49
            assertThatThrownBy(() -> statement("Call", "r").noun("from", "nosuch: run").with(object()).run())
                    .hasMessage("Service not found: nosuch");
            assertThatThrownBy(() -> statement("Call", "r").noun("from", "plain").run())
                    .hasMessage("Invalid input: Call action requires service and method: <service: method>. Received: plain");
            Application application = Fixtures.application();
            application.extend(CallableService.Directory.class, name -> name.equals("echo") ? Fixtures.ECHO : null);
            assertThat(statement("Call", "r").in(application).noun("from", "Echo: say").with(object("a", 1)).run())
                    .isEqualTo(object("a", 1, "method", "say"));
            assertThat(statement("Call", "r").in(application).noun("via", "echo-say").with("x").run()).isEqualTo(object("method", "say"));
            assertThatThrownBy(() -> statement("Call", "r").in(application).noun("from", "echo: shout").run())
                    .hasMessage("Unknown method 'shout' on service 'echo'");
        }
    }

    @Nested
    class ReadingHtml {

        private static final String PAGE = "<html><head><title>Beds</title></head><body><a href='/a'>A</a> <a href='b c'>B</a></body></html>";

        @Test
        void modes() { // [DATA-200] [DATA-201], C29
            assertThat(statement("ParseHtml", "u: links").value("from", PAGE).run()).isEqualTo(list("/a", "b c"));
            assertThat(statement("ParseHtml", "u: content").value("from", PAGE).run()).isEqualTo(object("title", "Beds", "content", "A B"));
            assertThat(statement("ParseHtml", "u").value("from", PAGE).run()).isEqualTo(list("A B"));
            assertThat(statement("ParseHtml", "u: text").value("from", PAGE).with("a").run()).isEqualTo(list("A", "B"));
            assertThat(statement("ParseHtml", "u: page").value("from", PAGE).run()).isEqualTo(
                    object("title", "Beds", "markdown", "[A](/a) [B](b%20c)", "links", list("/a", "b c")));
            assertThatThrownBy(() -> statement("ParseHtml", "u: images").value("from", PAGE).run())
                    .hasMessage("Invalid value 'images' for parse type. Valid values: links, content, text, markdown, page");
        }

        private String markdown(String html) {
            return (String) ((ObjectValue) statement("ParseHtml", "u: markdown").value("from", html).run()).get("markdown");
        }

        @Test
        void markdown() { // [DATA-202]
            assertThat(markdown("<h2>A <i>b</i></h2><p>One\n two</p>tail<script>x</script>")).isEqualTo("## A *b*\n\nOne two\n\ntail");
            assertThat(markdown("<p>a<br>b <b>c</b> <del>d</del> <code>e</code></p><hr>"))
                    .isEqualTo("a\nb **c** ~~d~~ `e`\n\n---");
            assertThat(markdown("<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>")).isEqualTo("- a\n  1. b\n  2. c\n- d");
            assertThat(markdown("<pre><code class='language-aro'>x  y\n\n\nz</code></pre>")).isEqualTo("```aro\nx  y\n\nz\n```");
            assertThat(markdown("<blockquote><p>a</p><p>b</p></blockquote>")).isEqualTo("> a\n>\n> b");
            assertThat(markdown("<table><tr><th>a<th>b</tr><tr><td>1|2</tr></table>"))
                    .isEqualTo("| a | b |\n|---|---|\n| 1\\|2 |  |");
            assertThat(markdown("<dl><dt>t</dt><dd>x</dd></dl>")).isEqualTo("**t**\n: x");
            assertThat(markdown("<img src='a(1).png' alt='x [y]'>")).isEqualTo("![x \\[y\\]](a%281%29.png)");
            assertThat(markdown("<body>x<main>y</main></body>")).isEqualTo("y");
        }
    }
}
