package org.arolang.web.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.language.check.FeatureSetKind.ConnectionEvent;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.Destination.Delivery;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.Statement;
import org.arolang.web.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** [WEB-190] to [WEB-216]. */
class WebSocketsTest {

    private static final Times SHORT = new Times(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofMillis(900), Duration.ofMillis(300), Duration.ofMillis(50));

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private TestServer server;

    private TestServer.Builder builder(boolean waits) {
        TestServer.Builder builder = TestServer.builder().contract("paths: {/x: {get: {operationId: x}}}\n").on("x", _ -> 1L);
        for (ConnectionEvent event : ConnectionEvent.values()) {
            builder.add("On " + event, "WebSocket Event Handler", new FeatureSetKind.WebSocketHandler(event, List.of()),
                    activation -> heard(event, activation), waits);
        }
        return builder.options("websocket", "/ws", "port", 0L);
    }

    private void heard(ConnectionEvent event, Activation activation) {
        ObjectValue object = (ObjectValue) activation.context(ContextName.EVENT);
        log.add(switch (event) {
            case CONNECT -> "connect " + object.get("path") + " " + object.get("remoteAddress");
            case MESSAGE -> "message " + object.get("message") + (object.has("binary") ? " binary" : "");
            case DISCONNECT -> "disconnect " + object.get("reason");
        });
        if ("echo".equals(object.get("message"))) {
            Statement.of(Delivery.SEND).sink("again").object("websocket-connection", "").perform(server, activation);
            Statement.of(Delivery.SEND).sink("third").object("websocket-connection", "id").perform(server, activation);
        }
        if ("close".equals(object.get("message"))) {
            Statement.of(Delivery.CLOSE).result("connection", "", null).activity("WebSocket Event Handler").perform(server, activation);
        }
    }

    private void expect(String... lines) throws InterruptedException {
        for (int i = 0; i < 200 && log.size() < lines.length; i++) Thread.sleep(10);
        assertThat(log).containsExactly(lines);
    }

    private static String close(int code, String reason) {
        return "close:" + code + ":" + reason;
    }

    @Test
    void messagesAndEvents() throws Exception {
        for (boolean waits : new boolean[]{false, true}) {
            log.clear();
            try (TestServer started = builder(waits).start()) {
                server = started;
                try (RawSocket client = RawSocket.open(server.port())) {
                    assertThat(client.head).contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
                    client.text("h\u00e4");
                    client.send(0x82, new byte[]{'b', (byte) 0xff});
                    client.send(0x01, "he".getBytes(StandardCharsets.UTF_8));
                    client.send(0x89, "p".getBytes(StandardCharsets.UTF_8));
                    client.send(0x80, "llo".getBytes(StandardCharsets.UTF_8));
                    assertThat(client.read()).isEqualTo("10:p");
                    client.text("echo");
                    assertThat(client.read()).isEqualTo("1:again");
                    assertThat(client.read()).isEqualTo("1:third");
                    client.send(0x88, new byte[]{3, (byte) 0xe8});
                    assertThat(client.read()).isEqualTo(close(1000, ""));
                    assertThat(client.read()).isEqualTo("end");
                }
                expect("connect /ws 127.0.0.1", "message h\u00e4", "message b\uFFFD binary", "message hello", "message echo",
                        "disconnect client closed");
            }
        }
    }

    @Test
    void handshakes() throws Exception {
        try (TestServer started = builder(false)
                .options("websocket", "/ws", "port", 0L, "origins", org.arolang.runtime.value.ListValue.of("https://a.example")).start()) {
            String good = RawSocket.HANDSHAKE;
            record Row(String request, String status) {}
            for (Row row : List.of(new Row(good, "101"), new Row(good.replace("/ws", "/ws?a=b"), "101"),
                    new Row(good + "Origin: http://h\r\n", "101"), new Row(good + "Origin: http://H:80\r\n", "101"),
                    new Row(good + "Origin: https://a.example\r\n", "101"), new Row(good + "Origin: http://h:81\r\n", "403"),
                    new Row(good + "Origin: https://b.example\r\n", "403"), new Row(good + "Origin: null\r\n", "403"),
                    new Row(good.replace("13", "12"), "426"), new Row(good.replace("dGhlIHNhbXBsZSBub25jZQ==", "short"), "400"),
                    new Row(good.replace("keep-alive, Upgrade", "keep-alive"), "400"), new Row(good.replace("HTTP/1.1", "HTTP/1.0"), "400"),
                    new Row(good.replace("/ws", "/ws/"), "404"), new Row(good.replace("websocket", "h2c"), "404"),
                    new Row("GET /ws HTTP/1.1\r\nHost: x\r\n", "404"))) {
                try (RawSocket client = new RawSocket(started.port())) {
                    client.handshake(row.request + "\r\n");
                    assertThat(client.head).as(row.request).contains(" " + row.status + " ");
                    if (row.status.equals("426")) assertThat(client.head).contains("Sec-WebSocket-Version: 13\r\n");
                }
            }
        }
    }

    @Test
    void protocolErrorsHaveTheirCodes() throws Exception {
        try (TestServer started = builder(false).options("websocket", "/ws", "port", 0L, "max-message", 1000L).start()) {
            server = started;
            interface Act {
                void on(RawSocket client) throws IOException;
            }
            record Row(Act act, int code) {}
            for (Row row : List.of(new Row(c -> c.bytes(0x81, 1, 'x'), 1002), new Row(c -> c.send(0xC1, new byte[1]), 1002),
                    new Row(c -> c.send(0x83, new byte[1]), 1002),
                    new Row(c -> c.send(0x80, new byte[1]), 1002), new Row(c -> c.send(0x89, new byte[126]), 1002),
                    new Row(c -> c.send(0x81, new byte[]{(byte) 0xff}), 1007),
                    new Row(c -> c.send(0x81, new byte[1001]), 1009), new Row(c -> {
                        c.send(0x01, new byte[600]);
                        c.send(0x80, new byte[600]);
                    }, 1009))) {
                log.clear();
                try (RawSocket client = RawSocket.open(server.port())) {
                    row.act.on(client);
                    assertThat(client.read()).startsWith("close:" + row.code);
                    for (int i = 0; i < 200 && log.size() < 2; i++) Thread.sleep(5);
                    assertThat(log).hasSize(2).last().asString().startsWith("disconnect error: ");
                }
            }
        }
    }

    @Test
    void broadcastsReachEveryoneInOrder() throws Exception {
        try (TestServer started = builder(false).start()) {
            server = started;
            List<RawSocket> clients = new ArrayList<>();
            for (int i = 0; i < 10; i++) clients.add(RawSocket.open(server.port()));
            expect("connect /ws 127.0.0.1", "connect /ws 127.0.0.1", "connect /ws 127.0.0.1", "connect /ws 127.0.0.1",
                    "connect /ws 127.0.0.1", "connect /ws 127.0.0.1",
                    "connect /ws 127.0.0.1", "connect /ws 127.0.0.1", "connect /ws 127.0.0.1", "connect /ws 127.0.0.1");
            Statement.broadcast(ObjectValue.of("b", 2L, "a", "x/y")).perform(server);
            Statement.broadcast("[1]").perform(server);
            Statement.broadcast(java.time.Instant.EPOCH).perform(server);
            Statement.broadcast(Binary.of(new byte[]{'z'})).perform(server);
            Statement.broadcast("y".repeat(70_000)).perform(server);
            Thread[] senders = new Thread[4];
            for (int t = 0; t < senders.length; t++) {
                int number = t;
                senders[t] = Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 100; i++) Statement.broadcast(number + "-" + i).perform(server);
                });
            }
            List<String> first = new ArrayList<>();
            for (RawSocket client : clients) {
                assertThat(client.read()).isEqualTo("1:{\"a\":\"x/y\",\"b\":2}");
                assertThat(client.read()).isEqualTo("1:[1]");
                assertThat(client.read()).isEqualTo("1:1970-01-01T00:00:00Z");
                assertThat(client.read()).isEqualTo("2:z");
                assertThat(client.read()).hasSize(70_002);
                List<String> seen = new ArrayList<>();
                for (int i = 0; i < 400; i++) seen.add(client.read());
                if (first.isEmpty()) first.addAll(seen);
                assertThat(seen).isEqualTo(first);
            }
            assertThat(first).contains("1:3-99").doesNotHaveDuplicates();
            for (Thread sender : senders) sender.join();
            for (RawSocket client : clients) client.close();
        }
    }

    @Test
    void sendAndClose() throws Exception {
        try (TestServer started = builder(false).start()) {
            server = started;
            Statement unknown = Statement.of(Delivery.SEND).sink("x").object("websocket-connection", "nobody");
            assertThatThrownBy(() -> unknown.perform(server)).hasMessage("WebSocket connection not found: nobody");
            Statement.of(Delivery.CLOSE).result("websocket-connection", "nobody", null).perform(server);
            assertThat(Statement.of(Delivery.CLOSE).result("database-connections", "", null).prepare(server)).isNull();
            try (RawSocket client = RawSocket.open(server.port())) {
                client.text("close");
                assertThat(client.read()).isEqualTo(close(1000, ""));
                expect("connect /ws 127.0.0.1", "message close", "disconnect server closed");
            }
            Thread.sleep(100);
            assertThat(log).hasSize(3);
        }
        try (TestServer without = TestServer.builder().contract("paths: {/x: {get: {operationId: x}}}\n").on("x", _ -> 1L).start()) {
            Statement.broadcast("x").perform(without);
            Statement.broadcast("x").perform(without);
            assertThat(without.errors()).containsOnlyOnce("Broadcast to <websocket> but WebSocket is not enabled");
            assertThatThrownBy(() -> Statement.of(Delivery.SEND).sink("x").object("ws", "a").perform(without))
                    .hasMessage("WebSocket server is not enabled");
        }
    }

    @Test
    void aClientThatNeverReadsIsClosedAndNobodyElseIsTouched() throws Exception {
        try (TestServer started = builder(false).start()) {
            server = started;
            try (RawSocket stalled = RawSocket.open(server.port()); RawSocket reader = RawSocket.open(server.port())) {
                CountDownLatch all = new CountDownLatch(2000);
                Thread.ofPlatform().daemon().start(() -> {
                    try {
                        for (int i = 0; i < 2000; i++) {
                            String frame = reader.read();
                            if (frame.startsWith("1:" + i + "-")) all.countDown();
                        }
                    } catch (IOException _) {
                        // The latch tells.
                    }
                });
                long start = System.nanoTime();
                for (int i = 0; i < 2000; i++) Statement.broadcast(i + "-" + "x".repeat(1024)).perform(server);
                assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(3));
                assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
                expect("connect /ws 127.0.0.1", "connect /ws 127.0.0.1", "disconnect slow consumer");
                String last = "";
                for (int i = 0; i < 2000 && !last.startsWith("close"); i++) last = stalled.read();
                assertThat(last).isEqualTo(close(1013, "slow consumer"));
            }
        }
    }

    @Test
    void pingsAndSilentPeers() throws Exception {
        try (TestServer started = builder(false).times(SHORT).start()) {
            try (RawSocket client = RawSocket.open(started.port())) {
                assertThat(client.read()).isEqualTo("9:");
                while (!client.read().equals("end")) {
                    // pings
                }
                expect("connect /ws 127.0.0.1", "disconnect timeout");
            }
        }
    }

    @Test
    void droppedConnectionsAndShutdown() throws Exception {
        TestServer started = builder(true).start();
        server = started;
        RawSocket dropped = RawSocket.open(server.port());
        dropped.socket.setSoLinger(true, 0);
        dropped.close();
        expect("connect /ws 127.0.0.1", "disconnect connection closed");
        log.clear();
        try (RawSocket client = RawSocket.open(server.port())) {
            expect("connect /ws 127.0.0.1");
            long start = System.nanoTime();
            started.stop();
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(3));
            expect("connect /ws 127.0.0.1", "disconnect server shutdown");
            assertThat(client.read()).isEqualTo(close(1001, ""));
            assertThat(client.read()).isEqualTo("end");
        }
    }

    @Test
    void messagesOfOneConnectionAreHandledOneAtATimeAndReadingPauses() throws Exception {
        Queue<String> order = new ConcurrentLinkedQueue<>();
        try (TestServer started = TestServer.builder().contract("paths: {/x: {get: {operationId: x}}}\n").on("x", _ -> 1L)
                .add("Message", "WebSocket Event Handler", new FeatureSetKind.WebSocketHandler(ConnectionEvent.MESSAGE, List.of()),
                        activation -> {
                            order.add(String.valueOf(((ObjectValue) activation.context(ContextName.EVENT)).get("text")));
                            try {
                                Thread.sleep(1);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }, true)
                .options("websocket", "ws", "port", 0L).start(); RawSocket client = RawSocket.open(started.port())) {
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                client.text("" + i);
                sent.add("" + i);
            }
            for (int i = 0; i < 1000 && order.size() < 1000; i++) Thread.sleep(10);
            assertThat(order).containsExactlyElementsOf(sent);
        }
    }

    @Test
    void tooManyConnectionsGetA503() throws Exception {
        try (TestServer started = builder(false).options("websocket", "/ws", "port", 0L, "max-connections", 1L).start();
                RawSocket first = RawSocket.open(started.port());
                RawSocket second = new RawSocket(started.port())) {
            second.handshake(RawSocket.HANDSHAKE + "\r\n");
            assertThat(second.head).startsWith("HTTP/1.1 503 ");
            assertThat(first.socket.isConnected()).isTrue();
        }
    }
}
