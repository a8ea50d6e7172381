package org.arolang.cli.browser;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with an empty profile of its own, driven through {@link DevTools}. */
final class Chromium implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final List<Path> PLACES = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private final Path profile;
    private final Process process;
    private final DevTools devTools;

    private Chromium(Path profile, Process process, DevTools devTools) {
        this.profile = profile;
        this.process = process;
        this.devTools = devTools;
    }

    /** The browser named by {@code -Daro.browser.chromium} or the variable {@code CHROMIUM}, else one in the usual places. */
    static Optional<Path> find() {
        String named = System.getProperty("aro.browser.chromium", System.getenv("CHROMIUM"));
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, PLACES.stream()).filter(Files::isExecutable).findFirst();
    }

    static Chromium start(Path executable) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("aro-browser-");
        var command = new ArrayList<String>(List.of(
                executable.toString(),
                "--headless",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                // The sandbox needs rights that containers do not give; only the program under test is visited.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-background-timer-throttling",
                "--disable-backgrounding-occluded-windows",
                "--disable-renderer-backgrounding",
                "about:blank"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("output.txt").toFile())
                .start();
        try {
            return new Chromium(profile, process, new DevTools(address(profile, process)));
        } catch (IOException | RuntimeException e) {
            end(process);
            delete(profile);
            throw e;
        }
    }

    /** A new window with a session (cookies, cache) of its own. */
    Window open() {
        Object context = devTools.call("Target.createBrowserContext", Map.of()).get("browserContextId");
        Object target = devTools.call(
                "Target.createTarget",
                Map.of("url", "about:blank", "browserContextId", context, "newWindow", true))
                .get("targetId");
        Object session = devTools.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId");
        return new Window(devTools, (String) target, (String) session);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        devTools.close();
        end(process);
        delete(profile);
    }

    /** Chromium writes the port it chose, and the path, into its profile. */
    private static URI address(Path profile, Process process) throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() >= 2) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            Thread.sleep(20);
        }
        throw new IOException("Chromium did not start:\n" + Files.readString(profile.resolve("output.txt")));
    }

    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
