package org.arolang.cli.snippet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
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
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    private Execution(Snippet snippet) {
        this.snippet = snippet;
    }

    static Transcript of(Snippet snippet) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        return new Execution(snippet).run();
    }

    private Transcript run() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (snippet.requests() != null) {
            environment.putIfAbsent("ARO_HTTP_PORT", "0");
        }
        environment.putAll(snippet.environment());
        Surroundings around = new Surroundings(
                snippet.directory().toAbsolutePath(),
                new ByteArrayInputStream(snippet.input().getBytes(StandardCharsets.UTF_8)),
                output,
                error,
                environment,
                false,
                false);
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name(snippet.name()).unstarted(() -> {
            try {
                exit.complete(Main.run(snippet.command(), around));
            } catch (Throwable thrown) {
                exit.completeExceptionally(thrown);
            }
        });
        thread.start();
        String responses = "";
        if (snippet.requests() != null) {
            int port = awaitPort(exit);
            if (port > 0) {
                responses = new HttpScript(snippet.requests()).run(port);
            }
            Signals.send(thread, "SIGTERM");
        } else if (snippet.signal() != null) {
            Thread.sleep(snippet.signal().afterMilliseconds());
            Signals.send(thread, snippet.signal().name());
        }
        int code = exit.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        return new Transcript(
                output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8), code, responses);
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
