package org.arolang.compiler.template;

import java.util.Collections;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.ObjectValue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Templates in templates: [WEB-305], [WEB-306], [WEB-319]. */
class IncludeTest {

    private static Folder page(String text) {
        return Folder.of("page.html", text)
                .with("parts/head.html", "<h1>{{ <title> }}</h1>")
                .bind("title", "A&B");
    }

    @Test
    void seesTheVariablesOfTheIncludingTemplate() {
        assertThat(page("[{{ Include the <template: parts/head.html>. }}]").text("page.html")).isEqualTo("[<h1>A&amp;B</h1>]");
        assertThat(page("{{ Embed the <head> from the <template: parts/head.html>. }}").text("page.html")).isEqualTo("<h1>A&amp;B</h1>");
        assertThat(page("{{ Insert the <template: \"/parts/head.html\">. }}").text("page.html")).isEqualTo("<h1>A&amp;B</h1>");
        assertThat(page("{{ for each <title> in [1, 2] { }}{{ Include the <template: parts/head.html>. }}{{ } }}").text("page.html"))
                .isEqualTo("<h1>1</h1><h1>2</h1>");
        assertThat(page("{{ Create the <title> with \"<i>\". }}{{ Include the <template: parts/head.html>. }}").text("page.html"))
                .isEqualTo("<h1><i></h1>");
    }

    @Test
    void pathInAVariable() {
        assertThat(page("{{ Include the <template: part>. }}").bind("part", "parts/head.html").text("page.html"))
                .isEqualTo("<h1>A&amp;B</h1>");
        assertThat(page("{{ Include the <template: part>. }}").with("part", "x").text("page.html")).isEqualTo("x");
    }

    @Test
    void overrides() {
        assertThat(page("{{ Include the <template: parts/head.html> with { title: \"Home\" }. }}{{ <title> }}").text("page.html"))
                .isEqualTo("<h1>Home</h1>A&amp;B");
        assertThat(page("{{ Include the <h> from the <template: parts/head.html> with { title: <u: name>, more: 1 }. }}")
                .bind("u", ObjectValue.of("name", "<x>"))
                .text("page.html")).isEqualTo("<h1>&lt;x&gt;</h1>");
    }

    /** Variables that only the outermost caller has, and overrides, reach all the way in. */
    @Test
    void scopesNest() {
        Folder folder = Folder.of("a.html", "{{ Include the <template: b.html> with { x: 1 }. }}")
                .with("b.html",
                        "{{ Create the <y> with 2. }}{{ Include the <template: c.html>. }}{{ Include the <template: c.html> with { y: 9 }. }}")
                .with("c.html", "{{ <x> }}{{ <y> }}{{ <z> }} ")
                .bind("z", 3L);
        assertThat(folder.text("a.html")).isEqualTo("123 193 ");
    }

    @Test
    void cannotChangeTheIncludingTemplate() {
        assertThat(Folder.of("a.html", "{{ Include the <template: b.html>. }}{{ <x> }}")
                .with("b.html", "{{ Create the <x> with 2. }}{{ <x> }}")
                .bind("x", 1L)
                .text("a.html")).isEqualTo("21");
    }

    @Test
    void staticFilesAreInsertedAsTheyAre() {
        assertThat(Folder.of("a.html", "{{ Include the <template: b.html>. }}{{ Include the <template: static/c.svg>. }}")
                .with("b.html", "<b>")
                .with("/static/c.svg", "<svg>{{")
                .text("a.html")).isEqualTo("<b><svg>{{");
        assertThatThrownBy(() -> Folder.of("a.html", "{{ Include the <template: b.png>. }}").with("b.png", "x").text("a.html"))
                .hasMessage("Template render error in a.html: line 1: Cannot include the binary file b.png");
    }

    /** [WEB-303]. */
    @Test
    void failures() {
        assertThatThrownBy(() -> page("\n{{ Include the <template: gone.html>. }}").text("page.html"))
                .hasMessage("Template render error in page.html: line 2: Template not found: gone.html");
        assertThatThrownBy(() -> page("{{ Include the <template: \"../x\">. }}").text("page.html"))
                .hasMessage("Template render error in page.html: line 1: Invalid template path: ../x");
        assertThatThrownBy(() -> page("{{ Include the <template: b.html>. }}").with("b.html", "\n\n{{ <nobody> }}").text("page.html"))
                .hasMessage("Template render error in b.html: line 3: Variable 'nobody' is not defined");
        assertThatThrownBy(() -> page("{{ Include the <template: b.html>. }}").with("b.html", "{{ } }}").text("page.html"))
                .hasMessage("Template parse error in b.html: Template parse error at line 1: Unexpected }} - no matching for-each block");
    }

    /** [WEB-306]. */
    @Test
    void depth() {
        assertThatThrownBy(() -> Folder.of("a.html", "x{{ Include the <template: a.html>. }}").text("a.html"))
                .hasMessage("Template render error in a.html: line 1: Template include too deep");
        assertThatThrownBy(() -> Folder.of("a.html", "{{ Transform the <x> from the <template: a.html>. }}").text("a.html"))
                .hasMessage("Template render error in a.html: line 1: Template include too deep");
        Folder folder = new Folder();
        for (int i = 0; i < 50; i++) {
            folder.with("t" + i + ".txt", i + " {{ Include the <template: t" + (i + 1) + ".txt>. }}");
        }
        assertThat(folder.with("t50.txt", "end{{ }}").text("t0.txt")).endsWith("49 end");
    }

    /** [WEB-306]. */
    @Test
    void outputTooLarge() {
        String text = "x".repeat(1 << 20);
        Folder folder = Folder.of("a.txt", "{{ for each <i> in <list> { }}{{ <t> }}{{ } }}").bind("t", text);
        assertThat(((MarkedText) folder.bind("list", list(100)).value("a.txt")).utf8()).hasSize(100 << 20);
        assertThatThrownBy(() -> folder.bind("list", list(101)).value("a.txt"))
                .hasMessage("Template render error in a.txt: line 1: Template output too large");
    }

    private static Object list(int size) {
        return ListValue.copyOf(Collections.nCopies(size, 1L));
    }

    /** A layout inserts what a Transform made before ([WEB-331]). */
    @Test
    void renderedPartsInsideALayout() {
        Folder folder = Folder.of("layout.html", "<main>{{ <content> }}</main>").with("part.html", "<p>{{ 1 }}</p>");
        assertThat(folder.bind("content", folder.value("part.html")).text("layout.html")).isEqualTo("<main><p>1</p></main>");
        assertThat(Folder.of("a.html", "{{ Transform the <p> from the <template: part.html>. }}<i>{{ <p> }}</i>")
                .with("part.html", "<p>{{ <x> }}</p>")
                .bind("x", "<")
                .text("a.html")).isEqualTo("<i><p>&lt;</p></i>");
    }

    @Test
    void includeOutsideTemplates() {
        CompiledTemplates templates = Folder.of("a.html", "x").templates();
        assertThatThrownBy(
                () -> templates.include("a.html", Folder.execution(templates, Trigger.NONE), new Scope(new String[0], new Object[0], null)))
                .hasMessage("Include is only possible inside a template");
    }
}
