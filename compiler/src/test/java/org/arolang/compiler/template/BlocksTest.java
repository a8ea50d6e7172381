package org.arolang.compiler.template;

import java.time.Instant;
import org.arolang.runtime.Failure;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What blocks print: [WEB-310] to [WEB-318]. */
class BlocksTest {

    private static Folder text(String template) {
        return Folder.of("t.txt", template);
    }

    private static String printed(String template) {
        return text(template)
                .bind("n", 4L)
                .bind("f", 2.0)
                .bind("half", 98.5)
                .bind("name", "Io")
                .bind("o", ObjectValue.of("a", ObjectValue.of("b", 7L), "title", "T"))
                .bind("xs", ListValue.of("a", "b"))
                .bind("nothing", Null.NULL)
                .bind("yes", true)
                .bind("when", Instant.parse("2031-04-05T06:07:08Z"))
                .text("t.txt");
    }

    /** Worked case 37. */
    @Test
    void textIntegerFloatAndMissingProperty() {
        assertThat(printed("A {{ <n> }}-{{ <f> }}-{{ <o: none> }}.")).isEqualTo("A 4-2-.");
    }

    /** Worked case 38 and 39. */
    @Test
    void loopWithIndexEscapesUnlessRaw() {
        Folder folder = Folder.of("l.html", "<ul>{{ for each <x> at <i> in <xs> { }}<li>{{ <i> }}:{{ <x> }}</li>{{ } }}</ul>")
                .with("raw.html", "<ul>{{ for-each <x> at <i> in <xs> { }}<li>{{ <i> }}:{{ <x> | raw }}</li>{{ } }}</ul>")
                .bind("xs", ListValue.of("a", "<b>"));
        assertThat(folder.text("l.html")).isEqualTo("<ul><li>0:a</li><li>1:&lt;b&gt;</li></ul>");
        assertThat(folder.text("raw.html")).isEqualTo("<ul><li>0:a</li><li>1:<b></li></ul>");
    }

    /** Worked case 40. */
    @Test
    void datesInUtc() {
        assertThat(text("{{ <d> | date: \"yyyy/MM/dd\" }}").bind("d", "2031-04-05T23:30:00+02:00").text("t.txt")).isEqualTo("2031/04/05");
    }

    /** Worked case 41 ([WEB-303]). */
    @Test
    void missingTemplate() {
        assertThatThrownBy(() -> new Folder().text("gone.html")).isInstanceOf(Failure.class).hasMessage("Template not found: gone.html");
    }

    /** Worked case 42 ([WEB-313]). */
    @Test
    void undefinedVariable() {
        assertThatThrownBy(() -> Folder.of("p.html", "<p>\n\n{{ <nobody> }}").text("p.html"))
                .isInstanceOf(Failure.class)
                .hasMessage("Template render error in p.html: line 3: Variable 'nobody' is not defined");
    }

    /** [WEB-312], [VAL-155]. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{{ 7 / 2 }};3.5",
        "{{ <n> + 1 }};5",
        "{{ <n> * <f> - 0.5 }};7.5",
        "{{ 7 % 4 }};3",
        "{{ (7 / 2) % 2 }};1.5",
        "{{ -<n> }};-4",
        "{{ <half> }};98.5",
        "{{ \"a\" ++ <n> ++ <o: none> }};a4",
        "{{ \"a${<n>}b\" }};a4b",
        "{{ <yes> }};true",
        "{{ <nothing> }}x;x",
        "{{ <when> }};2031-04-05T06:07:08Z",
        "{{ <when: year> }};2031",
        "{{ <o: a.b> }};7",
        "{{ <o: a: b> }};7",
        "{{ <o>.title }};T",
        "{{ <o: a.none.more> }}x;x",
        "{{ <o: a> }};{\"b\":7}",
        "{{ <xs> }};[\"a\",\"b\"]",
        "{{ [1, 2.5, \"x\"] }};[1,2.5,\"x\"]",
        "{{ { k: 1 } }};{\"k\":1}",
        "{{ <n> > 3 }};true",
        "{{ <o: none> exists }};false",
        "{{ <o: none> is empty }};true",
        "{{ 3 < 4 }};true",
        "{{ \"{{\" }};{{",
        "{{ \"}}\" }};}}",
        "{{}}x{{  }};x",
        "}} {{ 1 }} }};}} 1 }}",
        "{{ <name: uppercase> }};IO",
        "{{ 1e21 }};1e+21",
        "{{ 10.0 }};10",
    })
    void expressions(String template, String expected) {
        assertThat(printed(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{{ 7 / 0 }};Division by zero",
        "{{ <name: none> }};Cannot access property 'none' on value",
        "{{ <n: none> }};Cannot access property 'none' on value",
        "{{ <n> + <o: none> }};Type mismatch: Cannot convert Null to number",
        "{{ for each <x> in <nobody> { }}{{ } }};Variable 'nobody' is not defined",
        "{{ when <nobody: a> > 1 { }}{{ } }};Variable 'nobody' is not defined",
    })
    void failures(String template, String cause) {
        assertThatThrownBy(() -> printed("\n" + template)).hasMessage("Template render error in t.txt: line 2: " + cause);
    }

    /** [WEB-310]: nothing is trimmed around blocks. */
    @Test
    void whiteSpaceStays() {
        assertThat(printed("a\r\n{{ for each <x> in <xs> { }}\r\n\t{{ <x> }}\r\n{{ } }}\r\nz"))
                .isEqualTo("a\r\n\r\n\ta\r\n\r\n\tb\r\n\r\nz");
        assertThat(printed("{{\n<n>\n}}")).isEqualTo("4");
    }

    /** [WEB-314]. */
    @Test
    void loopsOverObjectsAndNothing() {
        Folder folder = text("{{ for each <v> at <i> in <o> { }}{{ <i> }}{{ <v> }} {{ } }}")
                .bind("o", ObjectValue.of("10", "c", "9", "b", "-1", "a"));
        assertThat(folder.text("t.txt")).isEqualTo("0a 1b 2c ");
        assertThat(text("{{ for each <v> in <o> { }}{{ <v> }}{{ } }}").bind("o", ObjectValue.of("b", 2L, "a", 1L)).text("t.txt"))
                .isEqualTo("12");
        assertThat(printed(
                "{{ for each <v> in <n> { }}x{{ } }}{{ for each <v> in <nothing> { }}x{{ } }}{{ for each <v> in <o: none> { }}x{{ } }}."))
                .isEqualTo(".");
        assertThat(printed("{{ for each <v> in [1, 2, 3] { }}{{ <v> }}{{ } }}")).isEqualTo("123");
    }

    /** [WEB-314], [WEB-305]: inner names hide outer ones, and only there. */
    @Test
    void loopNamesShadow() {
        assertThat(printed(
                "{{ for each <name> in <xs> { }}{{ for each <n> in <xs> { }}{{ <name> }}{{ <n> }} {{ } }}{{ } }}{{ <name> }}{{ <n> }}"))
                .isEqualTo("aa ab ba bb Io4");
    }

    /** [WEB-318]. */
    @Test
    void sections() {
        String template = "{{ when <x> { }}yes{{ } otherwise { }}no{{ } }}";
        assertThat(text(template).bind("x", true).text("t.txt")).isEqualTo("yes");
        assertThat(text(template).bind("x", 0L).text("t.txt")).isEqualTo("no");
        assertThat(text(template).text("t.txt")).isEqualTo("no");
        assertThat(printed("{{ when <n> > 3 and <name> == \"Io\" { }}a{{ when not <yes> { }}b{{ } }}c{{ } }}")).isEqualTo("ac");
        assertThat(printed("{{ when <o: none> { }}a{{ }otherwise{ }}b{{ } }}")).isEqualTo("b");
    }

    /** [WEB-316], [WEB-317], [WEB-305]. */
    @Test
    void statements() {
        assertThat(printed("{{ Print <f> to the <template>. }}")).isEqualTo("2.00");
        assertThat(
                printed("{{ Log \"a\" to the <template>. Output \"b\" to the <template> when <n> > 9. Debug \"c\" to the <template>. }}"))
                .isEqualTo("ac");
        assertThat(printed("{{ Compute the <m> from <n> / 3. }}{{ <m> }}")).isEqualTo("1");
        assertThat(printed(
                "{{ match <name> { case \"Io\" { Print \"A\" to the <template>. } otherwise { Print \"?\" to the <template>. } } }}"))
                .isEqualTo("A");
        assertThat(printed("{{ Create the <name> with \"new\". }}{{ <name> }}")).isEqualTo("new");
        assertThat(printed(
                "{{ for each <x> in <xs> { }}{{ when <x> == \"a\" { }}{{ Create the <name> with \"new\". }}{{ } }}{{ <name> }} {{ } }}"))
                .isEqualTo("new Io ");
        assertThat(printed("{{ when <nothing> { }}{{ Create the <name> with \"new\". }}{{ } }}{{ <name> }}")).isEqualTo("Io");
    }

    /** [WEB-305]. */
    @Test
    void terminalIsBound() {
        assertThat(printed("{{ <terminal: columns> }}x{{ <terminal: rows> }} {{ <terminal: encoding> }}")).isEqualTo("80x24 UTF-8");
    }
}
