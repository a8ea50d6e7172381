package org.arolang.compiler.executable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.arolang.compiler.toolchain.FileTree;

/** One run of an executable with exactly the given environment. */
record Run(int exitCode, String output, String errors) {

    static Run of(Map<String, String> environment, List<String> command) throws Exception {
        try (var running = start(environment, command)) {
            return running.end();
        }
    }

    static Run of(Map<String, String> environment, Path program, String... arguments) throws Exception {
        return of(environment, command(program, arguments));
    }

    static List<String> command(Path program, String... arguments) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    static Running start(Map<String, String> environment, List<String> command) throws IOException {
        Path directory = Files.createTempDirectory("aro-test-run-");
        var builder = new ProcessBuilder(command).redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(new TreeMap<>(environment));
        Process process = builder.start();
        process.getOutputStream().close();
        return new Running(process, directory);
    }

    /** A program that runs. */
    record Running(Process process, Path directory) implements AutoCloseable {

        String output() throws IOException {
            return Files.readString(directory.resolve("out"), StandardCharsets.UTF_8);
        }

        void awaitOutput(String text) throws Exception {
            for (int i = 0; i < 3000 && !output().contains(text); i++) Thread.sleep(10);
            if (!output().contains(text)) throw new AssertionError("no " + text + " but " + output());
        }

        Run end() throws Exception {
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("still runs: " + output());
            return new Run(process.exitValue(), output(), Files.readString(directory.resolve("err"), StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            FileTree.delete(directory);
        }
    }
}
