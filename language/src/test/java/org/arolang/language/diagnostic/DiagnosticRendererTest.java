package org.arolang.language.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.diagnostic.DiagnosticRenderer.Options;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** [SYN-801] to [SYN-813]. */
class DiagnosticRendererTest {

    private static final SourceFile MAIN = new SourceFile("main.aro", "(A: B) {\n\tLog \"é😀\".  \n}\n");
    private static final SourceFile OTHER = new SourceFile("lib/x.aro", "one\ntwo");

    private static Span span(SourceFile file, String text) {
        int start = file.text().indexOf(text);
        return new Span(start, start + text.length());
    }

    private static String rendered(Span span) {
        return DiagnosticRenderer.render(Diagnostic.error("x", "Wrong", MAIN, span), Palette.PLAIN);
    }

    @Test
    void layout() { // [SYN-802]
        Diagnostic warning = Diagnostic.warning("x", "Odd", MAIN, span(MAIN, "\"é😀\""), "Do this", "Or that");
        assertThat(DiagnosticRenderer.render(warning, Palette.PLAIN))
                .isEqualTo(
                        """
                            warning: Odd
                              main.aro:2:6
                                2 |  Log "é😀".
                                  |      ^^^^
                              hint: Do this
                              hint: Or that
                            """);
    }

    @Test
    void spans() { // [SYN-802]
        assertThat(rendered(span(MAIN, "\"é😀\".  \n}"))).endsWith("    2 |  Log \"é😀\".\n      |      ^^^^^\n");
        assertThat(rendered(Span.at(8))).endsWith("  main.aro:1:9\n    1 | (A: B) {\n      |         ^\n");
        assertThat(rendered(Span.at(span(MAIN, ".  ").end()))).endsWith("    2 |  Log \"é😀\".\n      |             ^\n");
        assertThat(rendered(Span.at(MAIN.text().length() - 1))).endsWith("    3 | }\n      |  ^\n");
        Diagnostic lineTen = Diagnostic.error("x", "Wrong", new SourceFile("f", "\n".repeat(9) + "ab"), new Span(10, 11));
        assertThat(DiagnosticRenderer.render(lineTen, Palette.PLAIN)).endsWith("  f:10:2\n    10 | ab\n       |  ^\n");
    }

    @Test
    void withoutSpanOrFile() { // [SYN-802]
        Diagnostic noSpan = new Diagnostic(Severity.NOTE, "x", "Look", MAIN, null, List.of());
        Diagnostic noFile = new Diagnostic(Severity.ERROR, "x", "Look", null, null, List.of("h"));
        assertThat(DiagnosticRenderer.render(noSpan, Palette.PLAIN)).isEqualTo("note: Look\n  main.aro\n");
        assertThat(DiagnosticRenderer.render(noFile, Palette.PLAIN)).isEqualTo("error: Look\n  hint: h\n");
    }

    @Test
    void nothingSteersATerminal() {
        SourceFile file = new SourceFile("f", "a\u001B[31m\u202Eb");
        assertThat(Excerpt.of(file, new Span(0, 1)).source()).isEqualTo("a\uFFFD[31m\uFFFDb");
    }

    @Test
    void orderAndRepetition() { // [SYN-803]
        Diagnostic b = Diagnostic.warning("b", "b", MAIN, new Span(1, 2));
        Diagnostic a = Diagnostic.error("z", "a", MAIN, new Span(1, 3));
        Diagnostic first = Diagnostic.warning("y", "first", MAIN, new Span(0, 1));
        Diagnostic other = Diagnostic.error("a", "other", OTHER, new Span(0, 1));
        Diagnostic code = Diagnostic.warning("a", "code", MAIN, new Span(1, 2));
        Diagnostic again = Diagnostic.warning("b", "again", MAIN, new Span(1, 2));
        assertThat(DiagnosticRenderer.inOrder(List.of(MAIN, OTHER), List.of(other, b, again, a, first, code)))
                .containsExactly(first, a, code, b, other);
        assertThat(DiagnosticRenderer.inOrder(List.of(OTHER, MAIN), List.of(first, other))).containsExactly(other, first);
    }

    @Test
    void summaries() { // [SYN-803], [SYN-810], [SYN-804]
        Diagnostic error = Diagnostic.error("x", "E", MAIN, new Span(0, 1));
        Diagnostic warning = Diagnostic.warning("y", "W", MAIN, new Span(0, 1));
        List<SourceFile> one = List.of(MAIN);
        List<SourceFile> two = List.of(MAIN, OTHER);
        Options quiet = Options.DEFAULT.withoutWarnings();
        assertThat(DiagnosticRenderer.report(two, List.of(error, warning))).endsWith("\n\n❌ 1 error, 1 warning in 2 files\n");
        assertThat(DiagnosticRenderer.report(one, List.of(error, warning), quiet)).endsWith("\n\n❌ 1 error in 1 file\n")
                .doesNotContain("W");
        assertThat(DiagnosticRenderer.report(one, List.of(warning))).endsWith("\n\n⚠️ 1 warning in 1 file\n");
        assertThat(DiagnosticRenderer.report(one, List.of(warning), quiet)).isEqualTo("✅ No errors found in 1 file\n");
        assertThat(DiagnosticRenderer.report(two, List.of())).isEqualTo("✅ No issues found in 2 files\n");
        assertThat(DiagnosticRenderer.report(one, List.of(), Options.DEFAULT.withLabel("<snippet>")))
                .isEqualTo("✅ No syntax issues in <snippet>\n");
        assertThat(DiagnosticRenderer.report(one, List.of(error), Options.DEFAULT.withLabel("<stdin>")))
                .endsWith("❌ 1 error in <stdin>\n");
    }

    @Test
    void atMostOneHundred() { // [SYN-803]
        List<Diagnostic> many = new ArrayList<>();
        SourceFile file = new SourceFile("f", "x".repeat(200));
        for (int i = 0; i < 130; i++) {
            many.add(Diagnostic.error("x", "E" + i, file, new Span(i, i + 1)));
        }
        String report = DiagnosticRenderer.report(List.of(file), many);
        assertThat(report).contains("error: E99\n").doesNotContain("error: E100\n")
                .endsWith("\n\n... and 30 more\n\n❌ 130 errors in 1 file\n");
        assertThat(DiagnosticJson.write(List.of(file), many, true)).contains("E129").endsWith("\"errors\":130,\"files\":1,\"warnings\":0}");
    }

    @Test
    void colour() { // [SYN-813]
        Diagnostic error = Diagnostic.error("x", "E", OTHER, new Span(4, 6), "h");
        assertThat(DiagnosticRenderer.render(error, Palette.COLOUR).replace('\u001B', '~'))
                .isEqualTo(
                        """
                            ~[31merror~[0m: E
                              ~[2mlib/x.aro:2:1~[0m
                                ~[2m2 |~[0m two
                                ~[2m  |~[0m ~[31m^^~[0m
                              ~[36mhint~[0m: h
                            """);
        assertThat(DiagnosticRenderer.render(Diagnostic.warning("x", "W", OTHER, new Span(0, 1)), Palette.COLOUR))
                .startsWith("\u001B[33mwarning");
        Diagnostic note = new Diagnostic(Severity.NOTE, "x", "N", null, null, List.of());
        assertThat(DiagnosticRenderer.render(note, Palette.COLOUR)).isEqualTo("\u001B[34mnote\u001B[0m: N\n");
        assertThat(DiagnosticRenderer.report(List.of(OTHER), List.of(error))).doesNotContain("\u001B");
    }

    @Test
    void json() { // [SYN-812]
        Diagnostic error = Diagnostic.error("rebind", "A \"quoted\"\n\u0001 / é", MAIN, span(MAIN, "Log"), "h1", "h2");
        Diagnostic warning = new Diagnostic(Severity.WARNING, "w", "W", null, null, List.of());
        String first = "{\"code\":\"rebind\",\"column\":2,\"endColumn\":5,\"endLine\":2,\"file\":\"main.aro\",\"hints\":[\"h1\",\"h2\"],"
                + "\"line\":2,\"message\":\"A \\\"quoted\\\"\\n\\u0001 / é\",\"severity\":\"error\"}";
        String second = "{\"code\":\"w\",\"column\":0,\"endColumn\":0,\"endLine\":0,\"file\":\"\",\"hints\":[],"
                + "\"line\":0,\"message\":\"W\",\"severity\":\"warning\"}";
        assertThat(DiagnosticJson.write(List.of(MAIN), List.of(warning, error), true))
                .isEqualTo("{\"diagnostics\":[" + first + "," + second + "],\"errors\":1,\"files\":1,\"warnings\":1}");
        assertThat(DiagnosticJson.write(List.of(MAIN), List.of(warning, error), false))
                .isEqualTo("{\"diagnostics\":[" + first + "],\"errors\":1,\"files\":1,\"warnings\":0}");
        assertThat(DiagnosticJson.write(List.of(), List.of(), true))
                .isEqualTo("{\"diagnostics\":[],\"errors\":0,\"files\":0,\"warnings\":0}");
    }
}
