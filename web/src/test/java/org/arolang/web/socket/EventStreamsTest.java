package org.arolang.web.socket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.arolang.runtime.execution.Destination.Delivery;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.Statement;
import org.arolang.web.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** [WEB-229]. */
class EventStreamsTest {

    private static TestServer.Builder builder() {
        return TestServer.builder().contract("""
            paths:
              /prices: {get: {operationId: prices, responses: {200: {content: {text/event-stream: {}}}}}}
              /list: {get: {operationId: list, responses: {200: {content: {text/event-stream: {}}}}}}
              /no: {get: {operationId: no, responses: {200: {content: {text/event-stream: {}}}}}}
            """).on("prices", _ -> "hello").waiting("list", _ -> ListValue.of("a\nb", ObjectValue.of("n", 1L))).on("no", "Forbidden",
                _ -> "x");
    }

    private static final class Client implements AutoCloseable {
        final Socket socket;
        final BufferedReader reader;

        Client(TestServer server, String path) throws IOException {
            socket = server.connect();
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String head() throws IOException {
            StringBuilder head = new StringBuilder();
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) head.append(line).append('\n');
            return head.toString();
        }

        String event() throws IOException {
            return head();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Statement send(Object payload, String operation) {
        return Statement.of(Delivery.BROADCAST).sink(payload).object("event-stream", operation);
    }

    @Test
    void streams() throws Exception {
        try (TestServer server = builder().start();
                Client prices = new Client(server, "/prices");
                Client list = new Client(server, "/list")) {
            assertThat(prices.head()).startsWith("HTTP/1.1 200 OK\n")
                    .contains("Content-Type: text/event-stream; charset=utf-8\n", "Cache-Control: no-cache\n")
                    .doesNotContain("Content-Length");
            assertThat(prices.event()).isEqualTo("data: hello\n");
            list.head();
            assertThat(list.event()).isEqualTo("data: a\ndata: b\n");
            assertThat(list.event()).isEqualTo("data: {\"n\":1}\n");
            send(ObjectValue.of("n", 2.5), "prices").with(ObjectValue.of("event", "tick", "id", "42", "retry", 3000L)).perform(server);
            assertThat(prices.event()).isEqualTo("id: 42\nevent: tick\nretry: 3000\ndata: {\"n\":2.5}\n");
            send("all", "").perform(server);
            assertThat(prices.event()).isEqualTo("data: all\n");
            assertThat(list.event()).isEqualTo("data: all\n");
            send("some", "which").variable("which", "list").perform(server);
            assertThat(list.event()).isEqualTo("data: some\n");
            assertThatThrownBy(() -> send("x", "").with(ObjectValue.of("event", "a\nb")).perform(server))
                    .hasMessage("Invalid value 'a\nb' for event");
            send("nobody", "none").perform(server);
            assertThat(server.get("/no").statusCode()).isEqualTo(403);
            assertThat(server.send("HEAD", "/prices", null).headers().firstValue("content-type"))
                    .hasValue("text/event-stream; charset=utf-8");
        }
    }

    @Test
    void stoppingEndsStreamsAfterTheirQueue() throws Exception {
        TestServer server = builder().start();
        try (Client prices = new Client(server, "/prices")) {
            prices.head();
            prices.event();
            for (int i = 0; i < 100; i++) send("e" + i, "").perform(server);
            long start = System.nanoTime();
            server.stop();
            assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
            for (int i = 0; i < 100; i++) assertThat(prices.event()).isEqualTo("data: e" + i + "\n");
            assertThat(prices.reader.readLine()).isNull();
        }
    }

    @Test
    void silenceIsFilledAndSlowClientsAreClosed() throws Exception {
        Times times = new Times(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(200), Duration.ofMillis(50));
        try (TestServer server = builder().times(times).start();
                Client client = new Client(server, "/prices");
                Client stalled = new Client(server, "/prices")) {
            client.head();
            client.event();
            stalled.head();
            assertThat(client.event()).isEqualTo(": ping\n");
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (client.reader.readLine() != null) {
                        // reads on
                    }
                } catch (IOException _) {
                    // closed
                }
            });
            for (int i = 0; i < 4000; i++) send("x".repeat(1024), "").perform(server);
            Thread.sleep(300);
            int lines = 0;
            try {
                while (stalled.reader.readLine() != null) lines++;
            } catch (IOException _) {
                // a reset is an end too
            }
            assertThat(lines).isLessThan(7900);
        }
    }
}
