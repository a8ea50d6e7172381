package org.arolang.cli.snippet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A client that stays connected through several steps of an {@link HttpScript}. */
interface ScriptClient {

    long LIMIT_SECONDS = 20;

    /** Waits for what the server sends next. */
    String next() throws InterruptedException, IOException;

    void abort();

    /** A WebSocket client. */
    final class Socket implements ScriptClient, WebSocket.Listener {

        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private @Nullable WebSocket socket;

        String open(HttpClient client, int port, String path) throws InterruptedException, ExecutionException, TimeoutException {
            try {
                socket = client.newWebSocketBuilder()
                        .buildAsync(URI.create("ws://localhost:" + port + path), this)
                        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
                return "101\n";
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof WebSocketHandshakeException refused) {
                    return refused.getResponse().statusCode() + "\n";
                }
                throw failure;
            }
        }

        String send(String... frames) throws InterruptedException, ExecutionException, TimeoutException {
            for (int i = 0; i < frames.length; i++) {
                socket().sendText(frames[i], i == frames.length - 1).get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
            return "";
        }

        String close() throws InterruptedException, ExecutionException, TimeoutException {
            socket().sendClose(WebSocket.NORMAL_CLOSURE, "").get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return "";
        }

        @Override
        public String next() throws InterruptedException {
            String message = received.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            return (message == null ? "(nothing)" : message) + "\n";
        }

        @Override
        public void abort() {
            if (socket != null) {
                socket.abort();
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                received.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            received.add("(closed " + code + ")");
            return null;
        }

        private WebSocket socket() {
            if (socket == null) {
                throw new IllegalStateException("not connected");
            }
            return socket;
        }
    }

    /** A reader of an event stream. */
    final class Stream implements ScriptClient {

        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private @Nullable InputStream body;

        String open(HttpClient client, int port, String path) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            InputStream stream = response.body();
            body = stream;
            Thread.ofVirtual().start(() -> read(stream));
            return response.statusCode() + " " + response.headers().firstValue("Content-Type").orElse("") + "\n";
        }

        private void read(InputStream stream) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                StringBuilder event = new StringBuilder();
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (line.isEmpty()) {
                        events.add(event.toString());
                        event.setLength(0);
                    } else {
                        event.append(line).append('\n');
                    }
                }
            } catch (IOException _) {
                // The stream's end is told below.
            }
            events.add("(ended)\n");
        }

        @Override
        public String next() throws InterruptedException {
            String event = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            return event == null ? "(nothing)\n" : event;
        }

        @Override
        public void abort() {
            try {
                if (body != null) {
                    body.close();
                }
            } catch (IOException _) {
                // It is closed for all that matters.
            }
        }
    }
}
