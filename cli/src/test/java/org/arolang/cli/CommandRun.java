package org.arolang.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a command line did: standard output, standard error, exit code. */
public record CommandRun(String output, String error, int exitCode) {

    /** Runs a command line in this process, in {@code directory}, without standard input and environment. */
    public static CommandRun of(Path directory, String... words) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Surroundings around = new Surroundings(
                directory.toAbsolutePath().normalize(), new ByteArrayInputStream(new byte[0]), output, error, Map.of(), false, false);
        int code = Main.run(List.of(words), around);
        return new CommandRun(output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8), code);
    }
}
