package org.arolang.cli.random;

import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.arolang.cli.random.ProgramRuns.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** [SYN-643] [DEC-18] What is large in a program neither breaks nor slows down the compilers. */
@Tag("native")
class LargeProgramTest {

    @TempDir
    Path directory;

    @Test
    void manyStatements() {
        assertPrints(
                repeated(900, "", i -> "Compute the <n%d> from %s + 1.\n".formatted(i, i == 0 ? "0" : "<n" + (i - 1) + ">"))
                        + "Log <n899> to the <console>.\n",
                "900");
    }

    @Test
    void manyStatementsInLoops() {
        assertPrints(
                """
                    Create the <sum> with 0.
                    Create the <ready> with false.
                    while <sum> < 1000 {
                    %s    Compute the <ready> from <sum> > 900.
                        Break when <ready>.
                    }
                    for each <x> in [1, 2] {
                    %s    Return an <OK: status> for the <application> when <x> == 2.
                        Log "${sum} ${<n599>}" to the <console>.
                    }
                    """.formatted(
                        repeated(600, "", i -> "    Compute the <sum> from <sum> + 1.\n"),
                        repeated(600, "", i -> "    Compute the <n%d> from <x> + %d.\n".formatted(i, i))),
                "1200 600");
    }

    @Test
    void manyVariablesInOneStatement() {
        assertPrints(
                repeated(150, "", i -> "Create the <n%d> with %d.\n".formatted(i, i))
                        + "Log " + repeated(150, " + ", i -> "<n" + i + ">") + " to the <console>.\n"
                        + "Compute the <last> from \"" + repeated(150, ",", i -> "${n" + i + "}") + "\".\n"
                        + "Split the <parts> from the <last> by /,/.\n"
                        + "Log <parts: count> to the <console> when [" + repeated(150, ", ", i -> "<n" + i + ">") + "] exists.\n",
                "11175\n150");
    }

    @Test
    void longSums() {
        assertPrints(
                "Create the <n> with 1.\nCompute the <sum> from " + repeated(300, " + ", i -> "<n>") + ".\nLog <sum> to the <console>.\n"
                        + "Compute the <negative> from " + "- ".repeat(101) + "<n>.\nLog <negative> to the <console>.\n",
                "300\n-1");
    }

    @Test
    void longLiterals() {
        assertPrints(
                "Create the <numbers> with [" + repeated(8000, ", ", i -> "" + i) + "].\nLog <numbers: count> to the <console>.\n"
                        + "Create the <records> with [" + repeated(1500, ", ", i -> "{ id: " + i + ", tags: [\"a\", \"b\"] }") + "].\n"
                        + "Reduce the <sum> from the <records> with sum(<id>).\nLog <sum> to the <console>.\n",
                "8000\n1124250.00");
    }

    @Test
    void deepNesting() {
        assertPrints(
                repeated(200, "", i -> "for <n" + i + "> from 0 to 1 {\n") + "Log <n0> + <n199> to the <console>.\n" + "}".repeat(200)
                        + "\n"
                        + "Create the <n> with 1.\n"
                        + "match <n> { case 1 { ".repeat(100) + "Log <n> to the <console>. " + "} }".repeat(100) + "\n"
                        + "Log " + "(".repeat(150) + "<n>" + " + 1)".repeat(150) + " to the <console>.\n",
                "0\n1\n151");
    }

    private static String repeated(int count, String separator, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(separator));
    }

    private void assertPrints(String statements, String expected) {
        ProgramRuns runs = new ProgramRuns(directory);
        String program = "(Application-Start: Large) {\n" + statements + "Return an <OK: status> for the <application>.\n}\n";
        assertThat(runs.run(program)).isEqualTo(new Outcome(0, expected + "\n", ""));
        assertThat(runs.runBuilt(program)).isEqualTo(new Outcome(0, expected + "\n", ""));
    }
}
