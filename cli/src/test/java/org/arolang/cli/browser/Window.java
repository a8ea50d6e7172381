package org.arolang.cli.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** One window of the browser: what a visitor does and sees. */
final class Window implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DevTools devTools;
    private final String target;
    private final String session;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    Window(DevTools devTools, String target, String session) {
        this.devTools = devTools;
        this.target = target;
        this.session = session;
        devTools.listen(session, this::note);
        for (String domain : List.of("Page", "Runtime", "Log")) {
            call(domain + ".enable", Map.of());
        }
        call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    }

    /** Loads the page and waits for it. */
    void visit(String url) {
        Map<String, Object> result = call("Page.navigate", Map.of("url", url));
        if (result.get("errorText") instanceof String error) {
            throw new IllegalStateException(url + ": " + error);
        }
        await("document.readyState + location.href", "complete" + url);
    }

    void reload() {
        evaluate("window.isBeforeReload = true");
        call("Page.reload", Map.of());
        await("document.readyState + window.isBeforeReload", "completeundefined");
    }

    /** Types into the element that has the focus. */
    void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    void pressEnter() {
        Map<String, Object> key = Map.of("key", "Enter", "code", "Enter", "windowsVirtualKeyCode", 13, "text", "\r");
        for (String type : List.of("keyDown", "keyUp")) {
            var event = new HashMap<>(key);
            event.put("type", type);
            call("Input.dispatchKeyEvent", event);
        }
    }

    void click(String selector) {
        List<?> place = (List<?>) evaluate("(r => [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)])(document.querySelector('"
                + selector + "').getBoundingClientRect())");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", place.get(0), "y", place.get(1), "button", "left", "clickCount", 1));
        }
    }

    /** The value of a JavaScript expression. */
    Object evaluate(String expression) {
        Map<String, Object> result = call("Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.containsKey("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
        }
        return DevTools.object(result.get("result")).get("value");
    }

    /** Waits until the expression has the value; fails with the last value seen when it does not. */
    void await(String expression, Object expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Object value = null;
        do {
            try {
                value = evaluate(expression);
            } catch (IllegalStateException e) {
                value = e.getMessage(); // the page is just being replaced by another
            }
            if (Objects.equals(value, expected)) {
                return;
            }
            pause();
        } while (System.nanoTime() < deadline);
        throw new AssertionError("Expected of " + expression + ": " + expected + ", but it is: " + value);
    }

    /** Role and name of everything that assistive technology is told about, as {@code role "name"}. */
    List<String> accessibilityTree() {
        var described = new ArrayList<String>();
        for (Object node : (List<?>) call("Accessibility.getFullAXTree", Map.of()).get("nodes")) {
            Map<String, Object> properties = DevTools.object(node);
            if (!Boolean.TRUE.equals(properties.get("ignored"))) {
                described.add(DevTools.object(properties.get("role")).get("value") + " \""
                        + DevTools.object(properties.get("name")).getOrDefault("value", "") + "\"");
            }
        }
        return described;
    }

    /** Errors so far: uncaught exceptions, console errors, failed requests, dialogs. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    void screenshot(Path file, int width, int height, String colorScheme) throws IOException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
        call("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        evaluate("Promise.all(document.getAnimations().map(animation => animation.finished)).then(() => 1)");
        Object data = call("Page.captureScreenshot", Map.of("format", "png")).get("data");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode((String) data));
    }

    @Override
    public void close() {
        devTools.call("Target.closeTarget", Map.of("targetId", target));
    }

    private Map<String, Object> call(String method, Map<String, ?> parameters) {
        return devTools.call(session, method, parameters);
    }

    private void note(String method, Map<String, Object> parameters) {
        switch (method) {
            case "Runtime.exceptionThrown" -> errors.add("exception: " + parameters.get("exceptionDetails"));
            case "Runtime.consoleAPICalled" -> {
                if ("error".equals(parameters.get("type"))) {
                    errors.add("console: " + parameters.get("args"));
                }
            }
            case "Log.entryAdded" -> {
                Map<String, Object> entry = DevTools.object(parameters.get("entry"));
                if ("error".equals(entry.get("level"))) {
                    errors.add("log: " + entry.get("text") + " " + entry.getOrDefault("url", ""));
                }
            }
            case "Page.javascriptDialogOpening" -> {
                errors.add("dialog: " + parameters.get("message"));
                devTools.post(session, "Page.handleJavaScriptDialog", Map.of("accept", false));
            }
            default -> {}
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
