package org.arolang.cli.snippet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs every snippet. {@code -Daro.snippets=syntax/} runs those whose name begins so; {@code -Daro.snippets.update=true} rewrites the
 * {@code .out} files of those that differ: read the difference before you keep it.
 */
class SnippetTest {

    private static final Path ROOT = Path.of("src/test/snippets");

    @TestFactory
    Stream<DynamicTest> snippets() {
        String selection = System.getProperty("aro.snippets", "");
        return Snippet.find(ROOT).stream()
                .filter(snippet -> snippet.name().startsWith(selection))
                .map(snippet -> DynamicTest.dynamicTest(snippet.name(), () -> check(snippet)));
    }

    private static void check(Snippet snippet) throws Exception {
        Transcript transcript = Execution.of(snippet);
        String expected = Files.readString(snippet.expected());
        if (transcript.matches(expected)) {
            return;
        }
        if (Boolean.getBoolean("aro.snippets.update")) {
            Files.writeString(snippet.expected(), transcript.normal());
            return;
        }
        assertThat(transcript.normal()).isEqualTo(expected);
    }
}
