package org.arolang.cli.snippet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.arolang.cli.program.SharedObject;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** [APP-16] [DEC-18] [TOOL-320] Every snippet that runs does the same as a built program: output, errors and exit code. */
@Tag("native")
class ParityTest {

    private static final Path ROOT = Path.of("src/test/snippets");

    /** Options of {@code aro run} that a built program does not have ([TOOL-321]). */
    private static final Set<String> NOT_BUILT = Set.of("--verbose", "-v", "--entry-point", "-e", "--record", "--replay", "--watch",
            "--debug-record", "--help", "-h");

    @TempDir
    static Path work;

    @TestFactory
    Stream<DynamicTest> snippets() {
        SharedObject builder = SharedObject.require(work);
        String selection = System.getProperty("aro.snippets", "");
        return Snippet.find(ROOT).stream()
                .filter(snippet -> snippet.name().startsWith(selection))
                .filter(snippet -> snippet.commands().stream().allMatch(ParityTest::isRun))
                .map(snippet -> DynamicTest.dynamicTest(snippet.name(), () -> check(snippet, builder)));
    }

    private static boolean isRun(List<String> command) {
        return command.size() > 1
                && command.getFirst().equals("run")
                && command.stream().noneMatch(word -> NOT_BUILT.contains(word.replaceAll("=.*", "")));
    }

    private static void check(Snippet snippet, SharedObject builder) throws Exception {
        String expected = Files.readString(snippet.expected());
        Transcript transcript;
        try {
            transcript = Execution.of(snippet, builder::run);
        } catch (ExecutionException failure) {
            Assumptions.assumeFalse(isLoadError(failure), "the program cannot be loaded");
            throw failure;
        }
        if (!transcript.matches(expected)) {
            assertThat(transcript.normal()).isEqualTo(expected);
        }
    }

    /** What keeps an application from loading keeps it from being built, and is not the business of this test. */
    private static boolean isLoadError(ExecutionException failure) {
        if (failure.getCause() instanceof org.opentest4j.TestAbortedException aborted) {
            throw aborted;
        }
        return failure.getCause() instanceof org.arolang.cli.load.LoadError;
    }
}
