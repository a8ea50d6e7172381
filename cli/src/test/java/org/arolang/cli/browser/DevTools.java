package org.arolang.cli.browser;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection to a browser in the DevTools protocol: calls with a result, and events. JSON objects are maps, arrays lists.
 *
 * <p>Thread-safe. Listeners are called by the thread that reads and must not wait for a result.
 */
final class DevTools implements AutoCloseable {

    /** What happens in one session, which is a window of the browser. */
    interface Listener {
        void event(String method, Map<String, Object> parameters);
    }

    private static final int SECONDS = 20;
    private static final JsonFactory JSON = new JsonFactory();

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<String, Object>>> calls = new ConcurrentHashMap<>();
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final WebSocket socket;

    DevTools(URI address) {
        socket = client.newWebSocketBuilder().buildAsync(address, new Reader()).join();
    }

    /** Calls a method of the browser itself. */
    Map<String, Object> call(String method, Map<String, ?> parameters) {
        return result(method, send(Map.of("method", method, "params", parameters)));
    }

    /** Calls a method of one session. */
    Map<String, Object> call(String session, String method, Map<String, ?> parameters) {
        return result(method, post(session, method, parameters));
    }

    /** As {@link #call(String, String, Map)}, without waiting for the result. */
    CompletableFuture<Map<String, Object>> post(String session, String method, Map<String, ?> parameters) {
        return send(Map.of("method", method, "params", parameters, "sessionId", session));
    }

    void listen(String session, Listener listener) {
        listeners.put(session, listener);
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private synchronized CompletableFuture<Map<String, Object>> send(Map<String, Object> call) {
        int id = lastId.incrementAndGet();
        var result = new CompletableFuture<Map<String, Object>>();
        calls.put(id, result);
        var message = new LinkedHashMap<String, Object>(call);
        message.put("id", id);
        socket.sendText(write(message), true).join();
        return result;
    }

    private static Map<String, Object> result(String method, CompletableFuture<Map<String, Object>> result) {
        try {
            return result.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(method + " failed: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(method + " has no result after " + SECONDS + " s", e);
        }
    }

    private final class Reader implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                String text = message.toString();
                message.setLength(0);
                receive(object(read(text)));
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            failCalls(new IOException("the browser closed the connection"));
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            failCalls(error);
        }

        private void failCalls(Throwable error) {
            calls.values().forEach(call -> call.completeExceptionally(error));
        }
    }

    private void receive(Map<String, Object> message) {
        if (message.get("id") instanceof Number id) {
            CompletableFuture<Map<String, Object>> call = calls.remove(id.intValue());
            if (message.containsKey("error")) {
                call.completeExceptionally(new IOException(String.valueOf(message.get("error"))));
            } else {
                call.complete(object(message.get("result")));
            }
        } else if (message.get("sessionId") instanceof String session && listeners.get(session) instanceof Listener listener) {
            listener.event((String) message.get("method"), object(message.get("params")));
        }
    }

    // --- JSON ------------------------------------------------------------------------------------------------------------

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    static Object read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var object = new LinkedHashMap<String, Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    object.put(key, read(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                var list = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static String write(Object value) {
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> object -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : object.entrySet()) {
                    json.writeFieldName((String) entry.getKey());
                    write(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    write(json, element);
                }
                json.writeEndArray();
            }
            case String text -> json.writeString(text);
            case Integer number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            default -> throw new IllegalArgumentException("No JSON for " + value);
        }
    }
}
