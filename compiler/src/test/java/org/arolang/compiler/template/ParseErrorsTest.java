package org.arolang.compiler.template;

import java.util.List;
import org.arolang.language.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** [WEB-315]: the message with its line, and all of them at once when the application is loaded. */
class ParseErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{{ <x>;Unclosed execution block - expected }}",
        "{{ \"}};Unclosed execution block - expected }}",
        "{{ for each <x> in <xs> }};Invalid for-each syntax - expected '{' at end",
        "{{ for each x in <xs> { }}{{ } }};Invalid for-each syntax - expected <item> variable",
        "{{ for each <x> at i in <xs> { }}{{ } }};Invalid for-each syntax - expected <index> variable after 'at'",
        "{{ for each <x> of <xs> { }}{{ } }};Invalid for-each syntax - expected 'in' keyword",
        "{{ for each <x> in { }}{{ } }};Invalid for-each syntax - expected <collection> expression",
        "{{ for each <x> in ??? { }}{{ } }};Invalid for-each syntax - expected <collection> expression",
        "{{ for each <x> in <xs> sorted { }}{{ } }};Invalid for-each syntax - unexpected text after the collection",
        "{{ } }};Unexpected }} - no matching for-each block",
        "{{ for each <x> in <xs> { }};Unclosed for-each block",
        "{{ when <x> { }};Unclosed when block",
        "{{ } otherwise { }};Unexpected otherwise - no matching when block",
        "{{ <x> | shout }};Unknown filter 'shout'",
        "{{ <x> | date: \"qq\" }};Invalid date format: qq",
    })
    void details(String template, String detail) {
        assertThatThrownBy(() -> Folder.of("t.html", "\n\n" + template).text("t.html"))
                .hasMessage("Template parse error in t.html: Template parse error at line 3: " + detail);
    }

    /** [WEB-316]. */
    @Test
    void statements() {
        assertThatThrownBy(() -> Folder.of("t.html", "{{ Print to the. }}").text("t.html"))
                .hasMessageStartingWith("Template parse error in t.html: Statement compilation error: ");
    }

    @Test
    void expressions() {
        assertThatThrownBy(() -> Folder.of("t.html", "\n{{ <a> <b> }}").text("t.html"))
                .hasMessageStartingWith("Template parse error in t.html: Template parse error at line 2: ");
    }

    @Test
    void everyTemplateIsChecked() {
        List<Diagnostic> diagnostics = Folder.of("good.html", "{{ <x> }}")
                .with("bad.html", "{{ } }}{{ <x> | a | b }}")
                .with("mail/also.txt", "{{ for each }}{{ } }}")
                .with("verb.html", "{{ Frobnicate the <x> from the <y>. }}")
                .with("include.html",
                        "{{ Include the <template: gone.html>. Include the <template: good.html>. Include the <template: word>. }}")
                .with("logo.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', '{', '{'})
                .with("/static/lib.js", "{{ not a template")
                .templates()
                .check();
        assertThat(diagnostics).extracting(Diagnostic::message).containsExactlyInAnyOrder(
                "Template parse error in bad.html: Template parse error at line 1: Unexpected }} - no matching for-each block",
                "Template parse error in bad.html: Template parse error at line 1: Unknown filter 'a'",
                "Template parse error in bad.html: Template parse error at line 1: Unknown filter 'b'",
                "Template parse error in mail/also.txt: Template parse error at line 1: Invalid for-each syntax - expected '{' at end",
                "Template parse error in verb.html: Statement compilation error: Unknown action verb: 'Frobnicate'",
                "Template not found: gone.html");
    }

    @Test
    void invalidEncoding() {
        assertThatThrownBy(() -> new Folder().with("t.html", new byte[]{'{', '{', '1', '}', '}', (byte) 0xFF}).text("t.html"))
                .hasMessage("Template parse error in t.html: Template parse error at line 1: Invalid encoding (expected UTF-8)");
    }
}
