package org.arolang.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.arolang.cli.command.RunCommand;
import org.arolang.cli.load.Loader;
import org.arolang.cli.program.SampleProgram;
import org.arolang.runtime.execution.Options;

/** What is run once after a build so that it is fast at the next start: the classes it uses go into the AOT cache. */
final class Training {

    private static final Pattern STARTED = Pattern.compile("HTTP Server started on port (\\d+)");
    private static final int ATTEMPTS = 1_000;

    private Training() {}

    static int run(Surroundings around) {
        Main.run(List.of("--version"), around);
        try {
            runFromFolder(quiet(around));
        } catch (IOException failure) {
            around.error("Error: " + failure.getMessage());
            return 1;
        }
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        CompletableFuture<Thread> server = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            server.complete(Thread.currentThread());
            run(new SampleProgram(around, true), quiet(around), error);
        });
        try {
            SampleProgram.visit(awaitPort(error));
            Signals.send(server.join(), "SIGTERM");
            thread.join();
            return 0;
        } catch (IOException | InterruptedException failure) {
            around.error("Error: " + failure.getMessage());
            return 1;
        }
    }

    /** Runs the console program the way users do: from files, through the command line. */
    private static void runFromFolder(Surroundings around) throws IOException {
        Path folder = Files.createTempDirectory("aro-training-");
        Path file = folder.resolve("main.aro");
        try {
            new SampleProgram(around, false).writeTo(file);
            Main.run(List.of("run", folder.toString()), around);
            Main.run(List.of("check", folder.toString()), around);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static void run(SampleProgram program, Surroundings around, ByteArrayOutputStream error) {
        Surroundings quiet = new Surroundings(
                around.directory(), around.input(), around.output(), error, around.environment(), false, false);
        Loader loader = program.load(around.directory());
        loader.diagnostics("Application-Start");
        RunCommand.run(loader, Options.of(around.directory()).withMetricsSocket(true).withEnvironment(around.environment()), quiet);
    }

    private static Surroundings quiet(Surroundings around) {
        Map<String, String> environment = new HashMap<>(around.environment());
        environment.put("ARO_HTTP_PORT", "0");
        return new Surroundings(
                around.directory(),
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                environment,
                false,
                false);
    }

    private static int awaitPort(ByteArrayOutputStream error) throws InterruptedException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Matcher matcher = STARTED.matcher(error.toString(StandardCharsets.UTF_8));
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("the sample program did not start");
    }
}
