package org.arolang.cli.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The tutorial's message board as two visitors see it, in headless Chromium.
 *
 * <p>It needs a built {@code ./aro} and therefore runs only when asked for: {@code mvn -pl cli test -Dgroups=browser}.
 *
 * <ul>
 *   <li>{@code -Daro.browser.command="..."} starts something else than {@code ./aro run examples/StatusPost}
 *   <li>{@code -Daro.browser.chromium=...} (or the variable {@code CHROMIUM}) names the browser
 *   <li>{@code -Daro.browser.screenshots=true} writes the pictures of {@code docs/images}
 * </ul>
 */
@Tag("browser")
class StatusPostBrowserTest {

    /** Times and texts of the board, from top to bottom. */
    private static final String BOARD = "[...document.querySelectorAll('#messages > .message')].map(m => m.children[0].textContent + ' ' + m.children[1].textContent)";

    private static final String TEXTS = "[...document.querySelectorAll('#messages > .message')].map(m => m.children[1].textContent)";

    private static final String STATUS = "document.getElementById('status').textContent";

    private static Chromium chromium;

    private final List<Window> windows = new ArrayList<>();
    private StatusPostServer server;
    private Window anna;
    private Window ben;

    @BeforeAll
    static void startBrowser() throws IOException, InterruptedException {
        boolean isAskedFor = System.getProperty("groups", "").contains("browser")
                || System.getProperty("aro.browser.command") != null;
        assumeTrue(isAskedFor, "The browser test runs only when asked for: -Dgroups=browser");
        Optional<Path> executable = Chromium.find();
        assumeTrue(
                executable.isPresent(),
                "No Chromium found: install it (Debian: chromium), or name it with the variable CHROMIUM");
        chromium = Chromium.start(executable.get());
    }

    @AfterAll
    static void endBrowser() throws IOException, InterruptedException {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openTwoWindows() throws IOException, InterruptedException {
        Path root = root();
        String command = System.getProperty("aro.browser.command", root.resolve("aro") + " run examples/StatusPost");
        server = new StatusPostServer(List.of(command.split(" ")), root);
        server.start();
        anna = open();
        ben = open();
    }

    @AfterEach
    void closeWindows() throws IOException, InterruptedException {
        windows.forEach(Window::close);
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aPostAppearsInBothWindowsWithoutReload() {
        for (Window window : windows) {
            window.evaluate("window.isSamePage = true");
        }

        anna.click("#msg");
        anna.type("Hello from Anna");
        anna.click("#f button");
        for (Window window : windows) {
            window.await(TEXTS, List.of("Hello from Anna"));
        }
        anna.await("document.getElementById('msg').value", "");

        ben.click("#msg");
        ben.type("Hello from Ben 😀");
        ben.pressEnter();
        for (Window window : windows) {
            window.await(TEXTS, List.of("Hello from Ben 😀", "Hello from Anna"));
        }

        for (Window window : windows) {
            assertThat(window.evaluate("window.isSamePage")).isEqualTo(true);
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void aReloadShowsTheSameBoard() throws IOException, InterruptedException {
        for (String text : List.of("one", "two", "  three & 4 \"quoted\"", "vier 'ü'")) {
            server.post(text);
        }
        anna.await(TEXTS, List.of("vier 'ü'", "  three & 4 \"quoted\"", "two", "one"));
        Object live = anna.evaluate(BOARD);
        assertThat((String) ((List<?>) live).getFirst()).matches("\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d vier 'ü'");

        anna.reload();

        anna.await(BOARD, live);
        anna.await(STATUS, "Connected");
        assertThat(anna.errors()).isEmpty();
    }

    @Test
    void aScriptInAPostIsShownAsText() throws IOException, InterruptedException {
        String attack = "<script>window.isAttacked = true; alert(1)</script><img src=x onerror=\"window.isAttacked = true\">";
        anna.click("#msg");
        anna.type(attack);
        anna.pressEnter();
        for (Window window : windows) {
            window.await(TEXTS, List.of(attack));
        }

        ben.reload();

        ben.await(TEXTS, List.of(attack));
        for (Window window : windows) {
            assertThat(window.evaluate("document.querySelectorAll('#messages script, #messages img').length")).isEqualTo(0);
            assertThat(window.evaluate("typeof window.isAttacked")).isEqualTo("undefined");
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void aRestartedServerIsReconnectedTo() throws IOException, InterruptedException {
        assertThat(anna.evaluate("document.getElementById('status').className")).isEqualTo("connected");
        for (Window window : windows) {
            assertThat(window.errors()).isEmpty();
        }

        server.stop();
        for (Window window : windows) {
            window.await(STATUS, "Disconnected");
        }
        assertThat(anna.evaluate("document.getElementById('status').className")).isEqualTo("disconnected");

        server.start();
        for (Window window : windows) {
            window.await(STATUS, "Connected");
        }
        ben.click("#msg");
        ben.type("Here again");
        ben.pressEnter();
        for (Window window : windows) {
            window.await(TEXTS + "[0]", "Here again");
            // The browser itself reports each attempt to connect while nobody listens.
            assertThat(window.errors()).allMatch(error -> error.contains("WebSocket connection to"));
        }
    }

    @Test
    void everyPartHasARoleAndAName() throws IOException, InterruptedException {
        server.post("Hello");
        anna.await(TEXTS, List.of("Hello"));

        assertThat(anna.accessibilityTree())
                .contains(
                        "main \"\"",
                        "heading \"StatusPost\"",
                        "textbox \"Your message\"",
                        "button \"Post\"",
                        "status \"Connection\"",
                        "log \"Messages\"");
        assertThat(anna.evaluate("document.documentElement.lang")).isEqualTo("en");
    }

    @Test
    void screenshots() throws IOException, InterruptedException {
        assumeTrue(Boolean.getBoolean("aro.browser.screenshots"), "Pictures are taken with -Daro.browser.screenshots=true");
        Path images = root().resolve("docs/images");
        for (String text : List.of(
                "Good morning, everybody!",
                "The ferry at ten is full. The next one leaves at 11:30 from pier 4.",
                "Does <b>this</b> work? It is shown as it was typed.",
                "Grüße aus dem Süden, 26 °C und Sonne.")) {
            server.post(text);
        }
        anna.await(TEXTS + ".length", 4);
        anna.screenshot(images.resolve("statuspost.png"), 760, 590, "light");
        anna.screenshot(images.resolve("statuspost-dark.png"), 760, 590, "dark");
        anna.screenshot(images.resolve("statuspost-narrow.png"), 390, 640, "light");
    }

    private Window open() {
        Window window = chromium.open();
        windows.add(window);
        window.visit(server.url());
        window.await(STATUS, "Connected");
        return window;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("examples/StatusPost"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("No examples/StatusPost above the working directory");
            }
        }
        return folder;
    }
}
