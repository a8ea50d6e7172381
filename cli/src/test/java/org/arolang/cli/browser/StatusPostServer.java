package org.arolang.cli.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** StatusPost as a process of its own, on a free port that it keeps from start to start. */
final class StatusPostServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<String> command;
    private final Path directory;
    private final Path output;
    private final int port;
    private Process process;

    /** The command runs in the directory and takes its port from the environment's {@code ARO_HTTP_PORT}. */
    StatusPostServer(List<String> command, Path directory) throws IOException {
        this.command = command;
        this.directory = directory;
        output = Files.createTempFile("aro-browser-server-", ".txt");
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    void start() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("ARO_HTTP_PORT", Integer.toString(port));
        process = builder.start();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (answers()) {
                return;
            }
            Thread.sleep(20);
        }
        stop();
        throw new IOException(String.join(" ", command) + " does not serve " + url() + ":\n" + Files.readString(output));
    }

    void stop() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    void post(String message) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + "messages"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "message=" + URLEncoder.encode(message, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException("POST /messages: " + response.statusCode() + " " + response.body());
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process != null) {
            stop();
        }
        client.shutdownNow();
        Files.delete(output);
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url())).timeout(Duration.ofSeconds(5)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
