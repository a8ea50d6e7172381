package org.arolang.language.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.parse.ParseResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.Program;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the checker as a whole; its rules are tested by the programs in {@code check/}. */
class CheckerTest {

    private static List<Diagnostic> check(String... texts) {
        List<Program> programs = new ArrayList<>();
        for (String text : texts) {
            programs.add(Parser.parse(new SourceFile("f" + programs.size() + ".aro", text)).program());
        }
        return Checker.check(new Application(programs, Set.of(), Environment.NONE), new MasterTable());
    }

    @Test
    void diagnosticsComeInTheOrderOfFilesAndPlaces() {
        List<Diagnostic> found = check(
                """
                    (B: Tea) {
                        Create the <x> with <y>.
                        Create the <x> with <z>.
                    }
                    """,
                "(A: Tea) { Create the <x> with 1. Return an <OK: status>. }");
        assertThat(found)
                .extracting(Diagnostic::code)
                .containsExactly("unused", "dependency", "rebind", "dependency", "no-return", "unused");
        assertThat(found.getLast().file()).isNotNull().extracting(SourceFile::name).isEqualTo("f1.aro");
    }

    @Test
    void messagesNeverShowTheNameOfASnippet() {
        ParseResult snippet = Parser.parseSnippet(new SourceFile("<snippet>", "// nothing\n"));
        Application application = new Application(List.of(snippet.program()), Set.of(), Environment.NONE.asSnippet());
        assertThat(Checker.check(application, new MasterTable())).isEmpty();
    }

    @Test
    void longExpressionsNeedNoStack() {
        String sum = "1" + " + 1".repeat(20_000);
        String condition = "1 == 1" + " and 1 == 1".repeat(20_000);
        assertThat(check("(A: Tea) { Create the <x> with " + sum + ". Return an <OK: status> with <x> when " + condition + ". }"))
                .isEmpty();
    }

    @Test
    void deepBlocksAreChecked() {
        String open = "for each <a> in [1] { match <a> { case 1 { ".repeat(60);
        assertThat(check("(A: Tea) { " + open + "break." + " } } }".repeat(60) + " Return an <OK: status>. }")).isEmpty();
    }

    @Test
    void timeGrowsWithTheLengthOfTheProgramOnly() {
        StringBuilder text = new StringBuilder();
        for (int set = 0; set < 500; set++) {
            text.append("(F").append(set).append(": E").append(set).append(" Handler) {\n");
            for (int i = 0; i < 100; i++) {
                text.append("Create the <n").append(i).append("> with { a: <n").append(Math.max(0, i - 1)).append("> }.\n");
            }
            text.append("Emit an <E").append(set + 1).append(": event> with <n99>.\nReturn an <OK: status>.\n}\n");
        }
        Program program = Parser.parse(new SourceFile("large.aro", text.toString())).program();
        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(Checker.check(Application.of(program), new MasterTable())).isNotEmpty());
    }
}
