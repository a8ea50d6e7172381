package org.arolang.cli.snippet;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What clients do with a server: steps separated by lines {@code ###}. A step is an {@link HttpRequestText}, or lines that begin with
 * {@code @}:
 *
 * <ul>
 *   <li>{@code @connect a /ws} opens the WebSocket {@code a}
 *   <li>{@code @send a text} sends a message; {@code " + "} separates the frames of a fragmented one
 *   <li>{@code @receive a} waits for the next message, or for the close
 *   <li>{@code @close a}
 *   <li>{@code @stream s /path} opens the event stream {@code s}; {@code @event s} waits for its next event
 * </ul>
 */
final class HttpScript implements AutoCloseable {

    private static final int LIMIT_SECONDS = 60;

    private final List<String> steps = new ArrayList<>();
    private final Map<String, ScriptClient> clients = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    HttpScript(Path file) {
        for (String part : Snippet.readText(file).split("(?m)^###.*\\n?")) {
            if (!part.isBlank()) {
                steps.add(part);
            }
        }
    }

    /** Takes the steps with the server at {@code port} and tells what came back. Clients stay connected until this is closed. */
    String run(int port) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        List<CompletableFuture<String>> told = new ArrayList<>();
        for (String step : steps) {
            if (step.stripLeading().startsWith("@")) {
                for (String line : step.strip().split("\n")) {
                    told.add(CompletableFuture.completedFuture("> " + line.strip() + "\n" + command(line.strip(), port)));
                }
            } else {
                HttpRequestText request = HttpRequestText.parse(step);
                CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> request.send(port),
                        task -> Thread.ofVirtual().start(task));
                told.add(answer);
                if (!request.isTogether()) {
                    answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
                }
            }
        }
        StringBuilder transcript = new StringBuilder();
        for (CompletableFuture<String> text : told) {
            transcript.append(text.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        }
        return transcript.toString();
    }

    @Override
    public void close() {
        clients.values().forEach(ScriptClient::abort);
        client.shutdownNow();
    }

    private String command(String line, int port)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        String[] words = line.split(" ", 3);
        String name = words[1];
        String rest = words.length > 2 ? words[2] : "";
        return switch (words[0]) {
            case "@connect" -> {
                ScriptClient.Socket socket = new ScriptClient.Socket();
                clients.put(name, socket);
                yield socket.open(client, port, rest);
            }
            case "@stream" -> {
                ScriptClient.Stream stream = new ScriptClient.Stream();
                clients.put(name, stream);
                yield stream.open(client, port, rest);
            }
            case "@send" -> socket(name).send(rest.split(" \\+ "));
            case "@close" -> socket(name).close();
            case "@receive", "@event" -> client(name).next();
            default -> throw new IllegalArgumentException("Unknown step: " + line);
        };
    }

    private ScriptClient client(String name) {
        ScriptClient known = clients.get(name);
        if (known == null) {
            throw new IllegalArgumentException("No client is called " + name);
        }
        return known;
    }

    private ScriptClient.Socket socket(String name) {
        return (ScriptClient.Socket) client(name);
    }
}
