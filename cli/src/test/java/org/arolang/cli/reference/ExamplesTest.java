package org.arolang.cli.reference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.arolang.cli.Installation;
import org.arolang.cli.Main;
import org.arolang.cli.Surroundings;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Declaration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Every example in an action's declaration prints what the declaration says. */
class ExamplesTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> examples() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Action action : Installation.actions().all()) {
            Declaration declaration = action.declaration();
            declaration.examples().forEach(example -> tests.add(
                    DynamicTest.dynamicTest(declaration.name() + ": " + example.title(), () -> run(example))));
        }
        return tests.stream();
    }

    private void run(Declaration.Example example) throws IOException {
        Path program = folder.resolve("example.aro");
        Files.writeString(
                program,
                "(Application-Start: Example) {\n" + example.statements() + "\nReturn an <OK: status> for the <application>.\n}\n");
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Surroundings around = new Surroundings(folder, InputStream.nullInputStream(), output, error, Map.of(), false, false);
        int code = Main.run(List.of("run", "example.aro"), around);
        assertThat(output.toString(StandardCharsets.UTF_8)).as(error.toString(StandardCharsets.UTF_8)).isEqualTo(example.output());
        assertThat(code).isZero();
    }
}
