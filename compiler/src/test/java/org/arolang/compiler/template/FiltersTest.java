package org.arolang.compiler.template;

import java.time.Instant;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** [WEB-320], [WEB-321], [IO-193] without a terminal. */
class FiltersTest {

    private static String printed(String template) {
        return Folder.of("t.txt", template)
                .bind("name", " \u00EFo\n")
                .bind("n", 42L)
                .bind("xs", ListValue.of("a", 1L, 2.0))
                .bind("o", ObjectValue.of("a", 1L, "b", "</x>"))
                .bind("nothing", Null.NULL)
                .bind("empty", "")
                .bind("d", Instant.parse("2031-04-05T06:07:08.250Z"))
                .bind("iso", "2031-04-05T23:30:00.5+02:00")
                .bind("day", "2031-04-05")
                .bind("local", "2031-04-05T06:07:08")
                .text("t.txt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{{ <name> | trim | upper }};\u00CFO",
        "{{ \"AbC\" | lowercase }};abc",
        "{{ \"AbC\"|uppercase|lower }};abc",
        "{{ <d> | date }};05.04.2031 06:07",
        "{{ <iso> | date }};05.04.2031 21:30",
        "{{ <day> | date }};2031-04-05",
        "{{ <local> | date }};2031-04-05T06:07:08",
        "{{ <n> | date }};42",
        "{{ <nothing> | date }}x;x",
        "{{ <d> | date: yyyy-MM-dd }};2031-04-05",
        "{{ <d> | date: \"yyyy yy y MMMM MMM MM M\" }};2031 31 2031 April Apr 04 4",
        "{{ <d> | date: \"dd d EEEE EEE E\" }};05 5 Saturday Sat Sat",
        "{{ <d> | date: \"HH H hh h mm m ss s SSS a\" }};06 6 06 6 07 7 08 8 250 AM",
        "{{ <d> | date: \"Z XXX 'at' ''\" }};+0000 Z at '",
        "{{ <d> | date: \"HH|mm\" }};06|07",
        "{{ <xs> | join }};a, 1, 2",
        "{{ <xs> | join: \"-\" | upper }};A-1-2",
        "{{ <xs> | length }};3",
        "{{ <o> | length }};2",
        "{{ \"\u00E4\uD83D\uDE00b\" | length }};3",
        "{{ <nothing> | length }};0",
        "{{ <o> | json }};{\"a\":1,\"b\":\"\\u003c/x\\u003e\"}",
        "{{ <nothing> | json }};null",
        "{{ \"a b/\u00E4~\" | url }};a%20b%2F%C3%A4~",
        "{{ <nobody> | default: \"none\" }};none",
        "{{ <nobody: a.b> | upper | default: none }};none",
        "{{ <o: zzz> | default: \"none\" }};none",
        "{{ <empty> | default: \"none\" }};none",
        "{{ <n> | default: \"none\" }};42",
        "{{ <nothing> | default: \"a: b\" }};a: b",
        "{{ <nobody> ++ \"x\" | default: \"none\" }};x",
        "{{ \"x\" | bold | color: \"red\" | bg: \"blue\" | dim | italic | underline | strikethrough }};x",
        "{{ \"a|b\" | upper }};A|B",
        "{{ <name: trim | uppercase> | lower }};\u00EFo",
    })
    void filters(String template, String expected) {
        assertThat(printed(template)).isEqualTo(expected);
    }

    /** [IO-195]; without a terminal there are 24 rows. */
    @Test
    void rows() {
        assertThat(printed("{{ \"a\" | rows: \"3\" }}.")).isEqualTo("a\n\n\n.");
        assertThat(printed("{{ <name> ++ \"b\" | trim | rows: 1 }}.")).isEqualTo("\u00EFo\nb.");
        assertThat(printed("{{ \"a\" | rows: \"full\" }}.")).isEqualTo("a" + "\n".repeat(24) + ".");
        assertThat(printed("{{ \"a\" | rows: \"full-20\" }}.")).isEqualTo("a\n\n\n\n.");
        assertThat(printed("{{ \"a\" | rows: \"full+1\" }}.")).isEqualTo("a" + "\n".repeat(25) + ".");
        assertThat(printed("{{ \"a\" | rows: \"1/8\" }}.")).isEqualTo("a" + "\n".repeat(3) + ".");
    }
}
