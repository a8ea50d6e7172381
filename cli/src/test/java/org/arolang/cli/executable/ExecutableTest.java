package org.arolang.cli.executable;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Executables that {@code ./aro build} made do what {@code ./aro run} does, and need nothing beside them.
 *
 * <p>It builds with {@code ./aro} and therefore runs only when asked for: {@code mvn -pl cli test -Dgroups=executable}. The
 * empty root needs the rights of root.
 */
@Tag("executable")
class ExecutableTest {

    /** Longer than the first build takes, which makes the command and the runtime. */
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);

    private static final Duration RUN_LIMIT = Duration.ofSeconds(60);

    private static final Path ROOT = root();
    private static final String ARO = ROOT.resolve("aro").toString();

    private static final List<String> LIBRARIES = List.of("libc.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libm.so.6");
    private static final Path LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");
    private static final List<Path> LIBRARY_FOLDERS = List.of(
            Path.of("/lib/x86_64-linux-gnu"),
            Path.of("/lib64"),
            Path.of("/usr/lib/x86_64-linux-gnu"),
            Path.of("/usr/lib64"));

    /**
     * Mounts {@code /proc} where that is allowed and becomes the program {@code $2} in the root {@code $1}. The mount belongs to
     * the process's own mount namespace and ends with the process, however it ends.
     */
    private static final String ENTER = """
        mount -t proc proc "$1/proc" || mount --rbind /proc "$1/proc"
        exec env -i ARO_HTTP_PORT="$ARO_HTTP_PORT" ARO_CACHE_DIR="$ARO_CACHE_DIR" "$(command -v chroot)" "$1" "$2"
        """;

    @TempDir
    Path directory;

    @BeforeAll
    static void buildTheCommand() throws IOException, InterruptedException {
        assumeTrue(
                System.getProperty("groups", "").contains("executable"),
                "The test of executables runs only when asked for: -Dgroups=executable");
        assumeTrue(
                System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"),
                "Executables are made for x86-64 Linux");
        Path output = Files.createTempDirectory("aro-executable-");
        try (var command = Running.start(List.of(ARO, "--version"), ROOT, System.getenv(), output.resolve("aro"))) {
            assertThat(command.end(BUILD_LIMIT).exitCode()).as("./aro --version").isZero();
        } finally {
            Files.deleteIfExists(output.resolve("aro.out"));
            Files.deleteIfExists(output.resolve("aro.err"));
            Files.delete(output);
        }
    }

    @ParameterizedTest(name = "aro build {0}")
    @ValueSource(strings = {"", "--optimize", "--release"})
    void helloNeedsNeitherJavaNorPath(String option) throws IOException, InterruptedException {
        Path hello = ROOT.resolve("bench/native/hello");
        Path program = directory.resolve("hello");
        Outcome expected = aroRun(ROOT, hello);
        build(ROOT, hello, program, Stream.of(option).filter(word -> !word.isEmpty()).toArray(String[]::new));

        // The first start unpacks the runtime, the second one finds it.
        for (int start = 1; start <= 2; start++) {
            Outcome outcome = run(List.of(program.toString()), directory, alone());
            assertThat(outcome).as("start %d", start).isEqualTo(new Outcome(expected.exitCode(), expected.output(), ""));
        }

        assertThat(expected.exitCode()).isZero();
        assertThat(expected.output()).contains("Hello, world!");
    }

    @Test
    void aFailureIsReportedAsByRun() throws IOException, InterruptedException {
        Path application = Files.createDirectory(directory.resolve("division"));
        Files.writeString(application.resolve("main.aro"), """
            (Application-Start: Division) {
                Log "before" to the <console>.
                Create the <divisor> with 0.
                Compute the <quotient> from 7 / <divisor>.
                Return an <OK: status> for the <application>.
            }
            """);
        Outcome expected = aroRun(directory, Path.of("division"));
        build(directory, Path.of("division"), application.resolve("division"));

        Outcome outcome = run(List.of("division/division"), directory, alone());

        assertThat(outcome).isEqualTo(expected);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains("Division by zero", "division/main.aro:4");
    }

    @Test
    void statusPostServesFromAnEmptyRoot() throws IOException, InterruptedException {
        assumeTrue(id("-u").equals("0"), "An empty root needs chroot, and that needs the rights of root");
        Path empty = emptyRoot();
        build(ROOT, ROOT.resolve("examples/StatusPost"), empty.resolve("StatusPost"));
        int port = freePort();
        var environment = Map.of(
                "PATH",
                System.getenv("PATH") + ":/usr/sbin:/sbin:/usr/bin:/bin",
                "ARO_HTTP_PORT",
                Integer.toString(port),
                "ARO_CACHE_DIR",
                "/tmp/cache");
        var enter = List.of("/bin/sh", "-c", ENTER, "enter", empty.toString(), "/StatusPost");
        var command = new ArrayList<String>();
        if (run(List.of("unshare", "--mount", "true"), directory, environment).exitCode() == 0) {
            command.addAll(List.of("unshare", "--mount"));
            command.addAll(enter);
        } else {
            // Without a namespace of its own nothing is mounted, so that nothing can stay mounted.
            command.addAll(List.of("chroot", empty.toString(), "/StatusPost"));
        }
        try (var server = Running.start(command, directory, environment, directory.resolve("server"));
                var board = new Board(port)) {
            server.await("StatusPost ready");
            board.connect();
            // The line comes when the connection is registered, so that no message can be missed.
            server.await("WebSocket client connected");

            assertThat(board.post("From+an+empty+root")).isEqualTo(201);

            assertThat(board.get("/messages")).contains("From an empty root");
            assertThat(board.get("/")).contains("From an empty root").contains("<html");
            assertThat(board.get("/static/app.js")).contains("WebSocket");
            assertThat(board.frame()).contains("From an empty root");

            server.terminate();
            Outcome outcome = server.end(RUN_LIMIT);
            assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
            assertThat(outcome.output().lines().toList()).last().isEqualTo("[OK] startup");
        }
        assertThat(empty.resolve("proc")).isEmptyDirectory();
    }

    // --- the command -----------------------------------------------------------------------------------------------------

    private Outcome aroRun(Path current, Path application) throws IOException, InterruptedException {
        return run(List.of(ARO, "run", application.toString()), current, System.getenv());
    }

    private void build(Path current, Path application, Path output, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ARO, "build", application.toString(), "--output", output.toString()));
        command.addAll(List.of(options));
        try (var building = Running.start(command, current, System.getenv(), directory.resolve("build"))) {
            Outcome outcome = building.end(BUILD_LIMIT);
            assertThat(outcome.exitCode()).as("%s%n%s", command, outcome).isZero();
        }
        assertThat(output).isRegularFile().isExecutable();
    }

    private Outcome run(List<String> command, Path current, Map<String, String> environment) throws IOException, InterruptedException {
        try (var running = Running.start(command, current, environment, directory.resolve("run"))) {
            return running.end(RUN_LIMIT);
        }
    }

    /** No Java and no programs to be found, and a runtime that has not been unpacked yet. */
    private Map<String, String> alone() {
        return Map.of("PATH", "", "ARO_CACHE_DIR", directory.resolve("cache").toString());
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("examples/StatusPost"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no examples/StatusPost above the working directory");
        }
        return folder;
    }

    // --- the empty root --------------------------------------------------------------------------------------------------

    /** A root directory with the C library, devices, {@code /tmp} and a place for {@code /proc}: no shell, no Java, no user. */
    private Path emptyRoot() throws IOException, InterruptedException {
        Path root = Files.createDirectory(directory.resolve("root"));
        for (String folder : List.of("tmp", "proc", "dev")) {
            Files.createDirectory(root.resolve(folder));
        }
        copy(LOADER, root);
        for (String name : LIBRARIES) {
            Path library = LIBRARY_FOLDERS.stream().map(folder -> folder.resolve(name)).filter(Files::exists).findFirst()
                    .orElseThrow(() -> new IllegalStateException("No " + name + " in " + LIBRARY_FOLDERS));
            copy(library, root);
        }
        device(root.resolve("dev/null"), 3);
        device(root.resolve("dev/random"), 8);
        device(root.resolve("dev/urandom"), 9);
        return root;
    }

    /** Under the same path; links become files. */
    private static void copy(Path file, Path root) throws IOException {
        Path target = root.resolve(Path.of("/").relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }

    /** One of the memory devices, which have the major number 1. */
    private void device(Path file, int minor) throws IOException, InterruptedException {
        Outcome outcome = run(
                List.of("mknod", "-m", "666", file.toString(), "c", "1", Integer.toString(minor)),
                directory,
                System.getenv());
        assumeTrue(outcome.exitCode() == 0, "An empty root needs devices, and mknod failed: " + outcome.errors());
        try (var probe = Files.newInputStream(file)) {
            assertThat(probe).isNotNull();
        } catch (IOException e) {
            assumeTrue(false, "An empty root needs devices, and they do not work in " + directory);
        }
    }

    private String id(String option) throws IOException, InterruptedException {
        return run(List.of("id", option), directory, System.getenv()).output().strip();
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    // --- processes -------------------------------------------------------------------------------------------------------

    /** What a process left. */
    private record Outcome(int exitCode, String output, String errors) {}

    /** A process with exactly the given environment, and files that take its output. Closing ends it, with its children. */
    private record Running(Process process, File output, File errors) implements AutoCloseable {

        static Running start(List<String> command, Path current, Map<String, String> environment, Path files) throws IOException {
            var output = new File(files + ".out");
            var errors = new File(files + ".err");
            var builder = new ProcessBuilder(command).directory(current.toFile()).redirectOutput(output).redirectError(errors);
            // The copy comes first: the given environment may be a view of the one that is cleared.
            Map<String, String> copy = Map.copyOf(environment);
            builder.environment().clear();
            builder.environment().putAll(copy);
            Process process = builder.start();
            process.getOutputStream().close();
            return new Running(process, output, errors);
        }

        void await(String text) throws IOException, InterruptedException {
            long deadline = System.nanoTime() + RUN_LIMIT.toNanos();
            while (!Files.readString(output.toPath()).contains(text)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError("No \"" + text + "\" but " + outcome());
                }
                Thread.sleep(20);
            }
        }

        /** Sends SIGTERM. */
        void terminate() {
            process.destroy();
        }

        Outcome end(Duration limit) throws IOException, InterruptedException {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Runs longer than " + limit + ": " + outcome());
            }
            return outcome();
        }

        private Outcome outcome() throws IOException {
            int exitCode = process.isAlive() ? -1 : process.exitValue();
            return new Outcome(exitCode, Files.readString(output.toPath()), Files.readString(errors.toPath()));
        }

        @Override
        public void close() throws InterruptedException {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The process " + process.pid() + " does not end");
            }
        }
    }

    // --- the message board -----------------------------------------------------------------------------------------------

    /** A visitor of the message board. */
    private static final class Board implements AutoCloseable {

        private static final Duration LIMIT = Duration.ofSeconds(20);

        private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final String authority;
        private @Nullable WebSocket socket;

        Board(int port) {
            authority = "127.0.0.1:" + port;
        }

        void connect() {
            socket = client.newWebSocketBuilder().connectTimeout(LIMIT).buildAsync(URI.create("ws://" + authority + "/ws"), new Reader())
                    .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        }

        /** The next frame. */
        String frame() throws InterruptedException {
            String frame = frames.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return Objects.requireNonNullElse(frame, "no frame within " + LIMIT);
        }

        int post(String encodedMessage) throws IOException, InterruptedException {
            var request = request("/messages").header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("message=" + encodedMessage)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }

        String get(String path) throws IOException, InterruptedException {
            HttpResponse<String> response = client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://" + authority + path)).timeout(LIMIT);
        }

        @Override
        public void close() {
            if (socket != null) {
                socket.abort();
            }
            client.shutdownNow();
        }

        private final class Reader implements WebSocket.Listener {
            private final StringBuilder message = new StringBuilder();

            @Override
            public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                message.append(data);
                if (last) {
                    frames.add(message.toString());
                    message.setLength(0);
                }
                webSocket.request(1);
                return null;
            }
        }
    }
}
