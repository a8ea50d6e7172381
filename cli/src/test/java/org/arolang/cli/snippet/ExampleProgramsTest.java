package org.arolang.cli.snippet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.arolang.cli.program.SharedObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the programs of {@code examples/}, with {@code aro run} and as built programs. What a program prints is its {@code expected.txt},
 * what clients do its {@code requests.http}; comments of its {@code main.aro} say more, as in a {@link Snippet}.
 */
class ExampleProgramsTest {

    private static final Path ROOT = Path.of("../examples").toAbsolutePath().normalize();

    @TempDir
    static Path work;

    @TestFactory
    Stream<DynamicTest> run() {
        return Snippet.examples(ROOT).stream()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> check(example, Execution.of(example))));
    }

    /** What is built is `aro run` alone: the other commands of an example are left to {@link #run}. */
    @TestFactory
    @Tag("native")
    Stream<DynamicTest> built() {
        SharedObject builder = SharedObject.require(work);
        return Snippet.examples(ROOT).stream()
                .filter(example -> example.commands().stream().allMatch(command -> command.getFirst().equals("run")))
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> check(example, Execution.of(example, builder::run))));
    }

    @Test
    void thereAreExamplesAndTheListHasThemAll() throws Exception {
        List<Snippet> examples = Snippet.examples(ROOT);
        assertThat(examples).hasSizeGreaterThan(20);
        String list = Files.readString(ROOT.resolve("README.md"));
        assertThat(examples).allSatisfy(example -> assertThat(list).contains("[" + example.name() + "](" + example.name() + ")"));
    }

    private static void check(Snippet example, Transcript transcript) throws Exception {
        String expected = Files.readString(example.expected());
        if (!transcript.matches(expected)) {
            assertThat(transcript.normal()).isEqualTo(expected);
        }
    }
}
