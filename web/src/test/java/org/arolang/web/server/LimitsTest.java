package org.arolang.web.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.TestServer;
import org.arolang.web.socket.Times;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** [WEB-60] and [WEB-62]: every limit has its own answer, and clients that misbehave cost nothing. */
class LimitsTest {

    private static final Times SHORT = new Times(Duration.ofMillis(600), Duration.ofMillis(600), Duration.ofMillis(1000),
            Duration.ofMillis(300), Duration.ofMillis(900), Duration.ofMillis(300), Duration.ofMillis(50));

    private static TestServer server;

    private static TestServer.Builder builder() {
        return TestServer.builder()
                .contract(
                        "paths: {/a: {get: {operationId: get}, post: {operationId: post}}, /slow: {get: {operationId: slow}}, /big: {get: {operationId: big}}}\n")
                .on("get", _ -> "x").on("post", a -> {
                    Object body = a.context(ContextName.BODY);
                    return ObjectValue.of("length", (long) String.valueOf(body).length());
                }).waiting("slow", _ -> {
                    HttpServerTest.sleep(1500);
                    return "late";
                }).on("big", _ -> "y".repeat(20_000_000)).times(SHORT);
    }

    @BeforeAll
    static void start() {
        server = builder().start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static String error(String reason, String message) {
        return "{\"error\":\"" + reason + "\",\"message\":\"" + message + "\"}";
    }

    @Test
    void requestLineAndHeaders() throws IOException {
        assertThat(server.raw("GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 414 URI Too Long\r\n")
                .containsIgnoringCase("connection: close").endsWith(error("URI Too Long", "Request line too long"));
        assertThat(server.raw("GET /a HTTP/1.1\r\nHost: x\r\nX: " + "b".repeat(17_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n")
                .endsWith(error("Request Header Fields Too Large", "Request header fields too large"));
        assertThat(server.raw("GET /a HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(200) + "\r\n")).startsWith("HTTP/1.1 431 ");
        assertThat(server.raw("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "A: b\r\n".repeat(190) + "\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(server.raw("GET /a?" + "a".repeat(7000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void bodies() throws IOException {
        String tooLarge = error("Payload Too Large", "Request body exceeds 1048576 bytes");
        assertThat(server.raw("POST /a HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1048577\r\n\r\n"))
                .startsWith("HTTP/1.1 413 Payload Too Large\r\n").endsWith(tooLarge);
        assertThat(server.raw("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        String chunk = "10000\r\n" + "z".repeat(65536) + "\r\n";
        assertThat(server.raw("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(20)))
                .startsWith("HTTP/1.1 413 ")
                .endsWith(tooLarge);
        assertThat(server.post("/a", "text/plain", "q".repeat(1048576)).body()).isEqualTo("{\"length\":1048576}");
        String part = "--B\r\nContent-Disposition: form-data; name=f\r\n\r\n" + "q".repeat(1048577) + "\r\n--B--";
        assertThat(server.post("/a", "multipart/form-data; boundary=B", part).statusCode()).isEqualTo(200);
        assertThat(server
                .raw("POST /a HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: 10485761\r\n\r\n"))
                .endsWith(error("Payload Too Large", "Request body exceeds 10485760 bytes"));
    }

    @Test
    void aRefusedBodyStillGetsItsAnswer() throws IOException {
        // The client goes on sending after the answer: it must be able to read it all the same.
        try (Socket socket = server.connect()) {
            socket.getOutputStream()
                    .write("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            byte[] block = new byte[100_000];
            for (int i = 0; i < 20; i++) {
                try {
                    socket.getOutputStream().write(block);
                } catch (IOException _) {
                    break;
                }
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void malformedFraming() throws IOException {
        String malformed = error("Bad Request", "Malformed request");
        for (String request : List.of("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: -3\r\n\r\nabcd",
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\nabcd",
                "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", "GARBAGE\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nBad Header: a\r\n\r\n", "GET /a HTTP/1.1\r\nno colon\r\n\r\n")) {
            assertThat(server.raw(request)).as(request).startsWith("HTTP/1.1 400 Bad Request\r\n").endsWith(malformed);
        }
    }

    @Test
    void expectContinue() throws IOException {
        try (Socket socket = server.connect()) {
            socket.getOutputStream()
                    .write("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            byte[] head = new byte[25];
            assertThat(socket.getInputStream().readNBytes(head, 0, 25)).isEqualTo(25);
            assertThat(new String(head, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            socket.getOutputStream().write("ab".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)).endsWith("{\"length\":2}");
        }
        assertThat(server.raw("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\nExpect: 100-continue\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void slowClients() throws IOException {
        try (Socket head = server.connect();
                Socket body = server.connect();
                Socket idle = server.connect();
                Socket drip = server.connect()) {
            head.getOutputStream().write("GET /a HTTP/1.1\r\nHos".getBytes(StandardCharsets.ISO_8859_1));
            body.getOutputStream()
                    .write("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab".getBytes(StandardCharsets.ISO_8859_1));
            idle.getOutputStream().write("GET /a HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            Thread dripping = Thread.ofVirtual().start(() -> {
                try {
                    drip.getOutputStream().write("GET /a HTTP/1.1\r\n".getBytes(StandardCharsets.ISO_8859_1));
                    for (int i = 0; i < 100; i++) {
                        drip.getOutputStream().write('a');
                        HttpServerTest.sleep(50);
                    }
                } catch (IOException _) {
                    // The server has had enough.
                }
            });
            String timeout = error("Request Timeout", "Request timed out");
            assertThat(all(head)).startsWith("HTTP/1.1 408 Request Timeout\r\n").endsWith(timeout);
            assertThat(all(body)).startsWith("HTTP/1.1 408 ").endsWith(timeout);
            assertThat(all(drip)).startsWith("HTTP/1.1 408 ").endsWith(timeout);
            assertThat(all(idle)).startsWith("HTTP/1.1 200 ").endsWith("{\"value\":\"x\"}");
            dripping.interrupt();
        }
    }

    private static String all(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void vanishingAndHalfOpenClients() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (Socket socket = server.connect()) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(
                        (i % 2 == 0 ? "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n" : "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx")
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        try (Socket half = server.connect()) {
            half.getOutputStream().write("GET /a HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            half.shutdownOutput();
            all(half);
        }
        assertThat(server.get("/a").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatDoesNotReadItsResponseIsClosed() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new java.net.InetSocketAddress("127.0.0.1", server.port()));
            socket.getOutputStream().write("GET /big HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            HttpServerTest.sleep(3000);
            long total = 0;
            try (InputStream in = socket.getInputStream()) {
                byte[] block = new byte[65536];
                for (int n = in.read(block); n > 0; n = in.read(block)) total += n;
            } catch (IOException _) {
                // Reset is as good as closed.
            }
            assertThat(total).isLessThan(20_000_000);
        }
    }

    @Test
    void simultaneousConnections() throws IOException {
        try (TestServer small = builder().options("max-connections", 3L).start()) {
            List<Socket> open = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Socket socket = small.connect();
                socket.getOutputStream().write("GET /a HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                open.add(socket);
            }
            assertThat(small.raw("GET /a HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                    .containsIgnoringCase("retry-after: 1\r\n").endsWith(error("Service Unavailable", "Too many connections"));
            for (Socket socket : open) socket.close();
            HttpServerTest.sleep(200);
            assertThat(small.get("/a").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void handlerTimeout() {
        try (TestServer limited = builder().options("timeout", 1L).start()) {
            long start = System.nanoTime();
            var response = limited.get("/slow");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).isEqualTo(error("Service Unavailable", "Request timed out"));
            assertThat(System.nanoTime() - start).isLessThan(1_450_000_000L);
            assertThat(limited.get("/a").statusCode()).isEqualTo(200);
        }
    }
}
