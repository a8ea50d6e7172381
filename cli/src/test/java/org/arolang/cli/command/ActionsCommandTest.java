package org.arolang.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.arolang.cli.CommandRun;
import org.arolang.cli.Installation;
import org.arolang.runtime.value.Operations;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code aro actions} lists what the actions declare of themselves ([TOOL-650], [TOOL-651]). */
class ActionsCommandTest {

    private static final Path HERE = Path.of("");

    @Test
    void listsEveryActionOnceByName() {
        List<String> lines = lines("actions");
        int count = Installation.actions().all().size();
        assertThat(lines.subList(0, 5)).containsExactly(
                "",
                "Built-in Actions:",
                "─────────────────────────────────────────────────────",
                "  Name              Role        Prepositions                  ",
                "  ────────────────  ──────────  ──────────────────────────────");
        assertThat(lines.subList(5, 5 + count)).isSorted().contains(
                "  Extract           request     from, via",
                "  Compute           own         for, from, with",
                "  Log               response    for, to, with",
                "  Emit              export      to, with",
                "  Keepalive         server      for",
                "  Sleep             own         (any)");
        assertThat(lines.subList(5 + count, lines.size())).containsExactly("", "  " + count + " built-in actions");
        assertThat(lines("actions", "list")).isEqualTo(lines);
    }

    @Test
    void listsQualifiersToo() {
        List<String> lines = lines("actions", "--qualifiers");
        int start = lines.indexOf("Qualifiers:");
        assertThat(lines.subList(start + 1, start + 4)).containsExactly(
                "─────────────────────────────────────────────────────",
                "  Qualifier                 Input Types                   Source      ",
                "  ────────────────────────  ────────────────────────────  ────────────");
        assertThat(lines).contains(
                "  _builtin.length           List, Object, String          Built-in",
                "  _builtin.uppercase        (any)                         Built-in");
        assertThat(lines.getLast()).isEqualTo("  " + Operations.names().size() + " qualifiers");
    }

    private static List<String> lines(String... words) {
        CommandRun run = CommandRun.of(HERE, words);
        assertThat(run.error()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.output().lines().toList();
    }
}
