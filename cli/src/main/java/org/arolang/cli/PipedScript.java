package org.arolang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.arolang.cli.command.RunCommand;
import org.arolang.cli.load.LoadError;
import org.arolang.cli.load.Loader;
import org.arolang.cli.load.Sources;
import org.arolang.language.parse.ParseResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.source.SourceFile;
import org.arolang.runtime.execution.Options;

/** Program text on standard input ([APP-15], [TOOL-160], [TOOL-161]). */
final class PipedScript {

    private PipedScript() {}

    static int run(Surroundings around) {
        String text = read(around);
        if (text.isBlank()) {
            return 0;
        }
        SourceFile file = new SourceFile("<stdin>", text);
        ParseResult parsed = Parser.parseSnippet(file);
        String entryPoint = parsed.program().featureSets().isEmpty()
                ? "Application-Start"
                : parsed.program().featureSets().getFirst().name();
        boolean script = entryPoint.equals(Parser.SNIPPET_NAME);
        Path here = around.directory();
        Loader loader = Loader.of(new Sources(
                here, "<stdin>", List.of(parsed.program()), List.of(here.resolve("<stdin>")), Set.of(), parsed.diagnostics(),
                parsed.complete() ? Set.of() : Set.of(file)));
        if (!script) {
            entryPoint = "Application-Start";
        }
        if (Report.show(around, List.of(file), loader.diagnostics(entryPoint), false)) {
            return 1;
        }
        Options options = Options.of(here)
                .withEntryPoint(entryPoint)
                .withFinalResponse(!script)
                .withEnvironment(around.environment())
                .withColour(around.colourError())
                .withDirectory(here);
        return RunCommand.run(loader, options, around);
    }

    private static String read(Surroundings around) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(around.input().readAllBytes())).toString();
        } catch (CharacterCodingException _) {
            throw new LoadError("Error: invalid UTF-8 on stdin");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
