package org.arolang.cli.format;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.format.SourceFormatter;
import org.arolang.language.parse.ParseResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.source.SourceFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every program of the snippets and examples keeps its meaning and its comments when it is laid out, and once is enough ([TOOL-222]). */
class CorpusFormatTest {

    @Test
    void everyProgramCanBeFormatted() throws IOException {
        List<String> failed = new ArrayList<>();
        int formatted = 0;
        for (Path root : List.of(Path.of("src/test/snippets"), Path.of("../examples"))) {
            for (Path path : sources(root)) {
                SourceFile file = read(path);
                ParseResult parsed = Parser.parse(file);
                if (parsed.diagnostics().stream().noneMatch(Diagnostic::isError)) {
                    try {
                        SourceFormatter.format(file, parsed);
                        formatted++;
                    } catch (RuntimeException failure) {
                        failed.add(path + ": " + failure);
                    }
                }
            }
        }
        assertThat(failed).isEmpty();
        assertThat(formatted).isGreaterThan(300);
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".aro")).sorted().toList();
        }
    }

    private static SourceFile read(Path path) throws IOException {
        try {
            return new SourceFile(path.toString(), Files.readString(path));
        } catch (MalformedInputException _) {
            return new SourceFile(path.toString(), "");
        }
    }
}
