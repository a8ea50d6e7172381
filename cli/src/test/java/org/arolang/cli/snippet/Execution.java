package org.arolang.cli.snippet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.arolang.cli.Main;
import org.arolang.cli.Signals;
import org.arolang.cli.Surroundings;

/** Runs a snippet through the command line's own code, in this process. */
final class Execution {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern STARTED = Pattern.compile("HTTP Server started on port (\\d+)");

    private final Snippet snippet;
    private final Runner runner;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final StringBuilder responses = new StringBuilder();

    private Execution(Snippet snippet, Runner runner) {
        this.snippet = snippet;
        this.runner = runner;
    }

    /** What carries out a command line. */
    interface Runner {
        int run(List<String> command, Surroundings around) throws Exception;
    }

    static Transcript of(Snippet snippet) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        return of(snippet, Main::run);
    }

    static Transcript of(Snippet snippet, Runner runner) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Path directory = snippet.directory().toAbsolutePath();
        if (!snippet.workspace().isCopy()) {
            return new Execution(snippet, runner).run(directory);
        }
        try (FolderCopy copy = new FolderCopy(directory, snippet.workspace())) {
            Transcript transcript = new Execution(snippet, runner).run(copy.folder());
            return transcript.withFiles(copy.shown());
        }
    }

    private Transcript run(Path directory) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        int code = 0;
        for (List<String> command : snippet.commands()) {
            code = run(command, directory);
        }
        return new Transcript(
                output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8), code, responses.toString(), "");
    }

    private int run(List<String> command, Path directory) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (snippet.requests() != null) {
            environment.putIfAbsent("ARO_HTTP_PORT", "0");
        }
        environment.putAll(snippet.environment());
        Surroundings around = new Surroundings(
                directory,
                new ByteArrayInputStream(snippet.input().getBytes(StandardCharsets.UTF_8)),
                output,
                error,
                environment,
                false,
                false);
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name(snippet.name()).unstarted(() -> {
            try {
                exit.complete(runner.run(command, around));
            } catch (Throwable thrown) {
                exit.completeExceptionally(thrown);
            }
        });
        thread.start();
        Snippet.Signal signal = snippet.signal();
        if (snippet.requests() != null) {
            try (HttpScript script = new HttpScript(snippet.requests())) {
                int port = awaitPort(exit);
                if (port > 0) {
                    responses.append(script.run(port));
                }
                Signals.send(thread, signal == null ? "SIGTERM" : signal.name());
                return exit.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        } else if (signal != null) {
            await(signal, exit);
            Signals.send(thread, signal.name());
        }
        return exit.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private void await(Snippet.Signal signal, CompletableFuture<Integer> exit) throws InterruptedException {
        Thread.sleep(signal.milliseconds());
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline && !exit.isDone() && output.toString(StandardCharsets.UTF_8).lines().count() < signal.lines()) {
            Thread.sleep(2);
        }
    }

    private int awaitPort(CompletableFuture<Integer> exit) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline && !exit.isDone()) {
            Matcher matcher = STARTED.matcher(error.toString(StandardCharsets.UTF_8));
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
            Thread.sleep(5);
        }
        return 0;
    }
}
