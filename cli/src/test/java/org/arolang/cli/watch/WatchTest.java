package org.arolang.cli.watch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.arolang.cli.CommandRun;
import org.arolang.cli.Main;
import org.arolang.cli.Signals;
import org.arolang.cli.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code aro run --watch} ([TOOL-163], [TOOL-164]). */
class WatchTest {

    private static final String PROGRAM = """
        (Application-Start: Harbour) {
            Log "gate open" to the <console>.
            Return an <OK: status> for the <application>.
        }""";
    private static final String ENDED = "[INFO] watch: program ended, waiting for changes\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    /** Worked case W63. */
    @Test
    void runsAgainAndKeepsWaitingWhileThereAreErrors() throws Exception {
        Path main = write("Harbour/main.aro", PROGRAM);
        Thread command = start("run", "--watch", "./Harbour");
        await(ENDED);
        String shut = PROGRAM.replace("open", "shut");
        Files.writeString(main, shut);
        await(ENDED + "[INFO] watch: main.aro changed, restarting\n" + ENDED);
        Files.writeString(main, shut.substring(0, shut.length() - 2));
        String errors = """
            error: Expected '}', but got the end of the file
              Harbour/main.aro:3:50
                3 |     Return an <OK: status> for the <application>.
                  |                                                  ^

            ❌ 1 error in 1 file
            [INFO] watch: errors, waiting for changes
            """;
        await(ENDED + "[INFO] watch: main.aro changed, restarting\n" + ENDED + errors);
        Signals.send(command, "SIGINT");
        assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(output()).isEqualTo("gate open\ngate shut\n");
    }

    @Test
    void endsTheRunningProgramInOrderUnlessTheNewOneHasErrors() throws Exception {
        String waiting = """
            (Application-Start: Harbour) {
                Log "one" to the <console>.
                Keepalive the <application> for the <events>.
                Return an <OK: status> for the <application>.
            }
            (Application-End: Success) {
                Log <shutdown: signal> to the <console>.
                Return an <OK: status> for the <application>.
            }
            (Never: Tick Handler) {
                Return an <OK: status> for the <tick>.
            }
            (Tick: Harbour) {
                Schedule the <Tick: event> with { every: 3600 }.
            }
            """.replace("Keepalive the <application> for the <events>.", "Sleep the <night> for 3600.");
        Path main = write("Harbour/main.aro", waiting);
        Thread command = start("run", "--watch", "Harbour");
        awaitOutput("one\n");
        Files.writeString(main, "(Broken");
        await("[INFO] watch: errors, the running program is kept\n");
        Files.writeString(main, waiting.replace("one", "two"));
        awaitOutput("one\nSIGTERM\ntwo\n");
        Signals.send(command, "SIGTERM");
        assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(output()).isEqualTo("one\nSIGTERM\ntwo\nSIGTERM\n");
    }

    @Test
    void seesNewFilesAndImportsButNoTemplates() throws Exception {
        write("App/main.aro", "import ../Parts\n" + PROGRAM);
        Path part = write("Parts/part.aro", "(Part: Harbour) {\n    Return an <OK: status> for the <part>.\n}\n");
        Path page = write("App/templates/page.txt", "one");
        write("App/beds.store", "[]");
        Snapshot before = Snapshot.of(folder.resolve("App"), List.of(part));
        assertThat(before.program()).hasSize(3);
        assertThat(before.templates()).containsOnlyKeys(page);
        Path added = write("App/deep/er.aro", PROGRAM);
        write("App/notes.txt", "nothing");
        write("App/.hidden/x.aro", PROGRAM);
        Files.delete(part);
        Snapshot after = Snapshot.of(folder.resolve("App"), List.of(part));
        assertThat(Snapshot.changed(before.program(), after.program())).containsExactly(added, part);
        assertThat(after.templates()).isEqualTo(before.templates());
    }

    @Test
    void cannotRecord() {
        for (String option : List.of("--record", "--replay")) {
            CommandRun run = CommandRun.of(folder, "run", "--watch", option, "f", "x.aro");
            assertThat(run.exitCode()).isEqualTo(64);
            assertThat(run.error()).startsWith("Error: '" + option + "' cannot be used with '--watch'\nUsage: aro run ");
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Thread start(String... words) {
        Surroundings around = new Surroundings(
                folder, new ByteArrayInputStream(new byte[0]), output, error, Map.of(), false, false);
        return Thread.ofPlatform().daemon().start(() -> exit.complete(Main.run(Arrays.asList(words), around)));
    }

    private void await(String expected) throws InterruptedException {
        awaitText(error, expected);
    }

    private void awaitOutput(String expected) throws InterruptedException {
        awaitText(output, expected);
    }

    private static void awaitText(ByteArrayOutputStream stream, String expected) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!stream.toString(StandardCharsets.UTF_8).endsWith(expected) && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(stream.toString(StandardCharsets.UTF_8)).endsWith(expected);
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
