package org.arolang.cli.snippet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.arolang.cli.Main;
import org.arolang.cli.Signals;
import org.arolang.cli.Surroundings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** [APP-126] [APP-127] [DEC-1] [DEC-2] The board stays in order and complete when many post at once. */
class BoardTest {

    private static final int CONNECTIONS = 8;
    private static final int POSTS_EACH = 25;
    private static final int SHOWN = 20;
    private static final Pattern STARTED = Pattern.compile("HTTP Server started on port (\\d+)");
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private String url = "";

    @Test
    void keepsTheNewestInOrder() throws Exception {
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Surroundings around = new Surroundings(
                Path.of("../examples/StatusPost").toAbsolutePath().normalize(),
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                error,
                Map.of("ARO_HTTP_PORT", "0"),
                false,
                false);
        Thread program = Thread.ofPlatform().daemon().start(() -> exit.complete(Main.run(List.of("run", "."), around)));
        try {
            url = "http://127.0.0.1:" + awaitPort(exit) + "/messages";
            postAtOnce();
            List<String> board = board();
            assertThat(board).doesNotHaveDuplicates().hasSize(SHOWN);
            assertNothingLeftOut(board);
            for (int i = 0; i < 45; i++) {
                post("later " + i);
                List<String> next = board();
                assertThat(next).first().isEqualTo("later " + i);
                assertThat(next.subList(1, SHOWN)).isEqualTo(board.subList(0, SHOWN - 1));
                board = next;
            }
        } finally {
            Signals.send(program, "SIGTERM");
        }
        assertThat(exit.get(30, TimeUnit.SECONDS)).isZero();
    }

    private void postAtOnce() throws Exception {
        try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int c = 0; c < CONNECTIONS; c++) {
                int connection = c;
                all.add(connections.submit(() -> {
                    for (int i = 0; i < POSTS_EACH; i++) {
                        post(connection + " " + i);
                    }
                    return null;
                }));
            }
            for (Future<?> future : all) {
                future.get(60, TimeUnit.SECONDS);
            }
        }
    }

    /** Of each connection the board shows the last posts, newest first. */
    private static void assertNothingLeftOut(List<String> board) {
        int[] expected = new int[CONNECTIONS];
        Arrays.fill(expected, POSTS_EACH - 1);
        for (String message : board) {
            String[] words = message.split(" ");
            int connection = Integer.parseInt(words[0]);
            assertThat(Integer.parseInt(words[1])).as("%s on %s", message, board).isEqualTo(expected[connection]--);
        }
    }

    private void post(String message) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"message\":\"" + message + "\"}"))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }

    private List<String> board() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return MESSAGE.matcher(body).results().map(match -> match.group(1)).toList();
    }

    private String awaitPort(CompletableFuture<Integer> exit) throws InterruptedException {
        for (int i = 0; i < 6000 && !exit.isDone(); i++) {
            Matcher matcher = STARTED.matcher(error.toString(StandardCharsets.UTF_8));
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(5);
        }
        throw new AssertionError(error.toString(StandardCharsets.UTF_8));
    }
}
