package org.arolang.cli.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.arolang.runtime.actions.data.AssertionFailure;

/** What {@code aro test} prints at the end ([TOOL-406]). */
public final class TestReport {

    private static final String INDENT = " ".repeat(8);
    private static final String BOLD = "1";
    private static final String GREEN = "32";
    private static final String RED = "31";
    private static final String GREY = "90";

    private final List<TestResult> results = new ArrayList<>();
    private final boolean verbose;
    private final boolean colour;

    public TestReport(boolean verbose, boolean colour) {
        this.verbose = verbose;
        this.colour = colour;
    }

    public void add(TestResult result) {
        results.add(result);
    }

    /** Whether all tests passed. */
    public boolean isSuccess() {
        return count(TestResult.Passed.class) == results.size();
    }

    /** The report, lines ended by {@code \n}. */
    public String text() {
        StringBuilder text = new StringBuilder("\n").append(painted(BOLD, "=== ARO Test Results ===")).append("\n\n");
        results.forEach(result -> append(text, result));
        text.append('\n').append("-".repeat(24)).append('\n');
        text.append("Total:  ").append(results.size()).append('\n');
        text.append("Passed: ").append(count(TestResult.Passed.class)).append('\n');
        text.append("Failed: ").append(count(TestResult.Failed.class)).append('\n');
        if (count(TestResult.Broken.class) > 0) {
            text.append("Errors: ").append(count(TestResult.Broken.class)).append('\n');
        }
        return text.append('\n').append(verdict()).append("\n\n").toString();
    }

    private String verdict() {
        if (results.isEmpty()) {
            return "No tests found.";
        }
        return isSuccess() ? painted(GREEN, "All tests passed!") : painted(RED, "Some tests failed.");
    }

    private void append(StringBuilder text, TestResult result) {
        switch (result) {
            case TestResult.Passed passed -> text.append("  ").append(painted(GREEN, "PASS")).append("  ").append(passed.name())
                    .append(' ').append(painted(GREY, "(" + duration(passed.duration()) + ")")).append('\n');
            case TestResult.Failed failed -> {
                text.append("  ").append(painted(RED, "FAIL")).append("  ").append(failed.name()).append('\n');
                text.append(failed.message().indent(INDENT.length()));
                AssertionFailure.Values values = failed.values();
                if (verbose && values != null) {
                    text.append(INDENT).append("- ").append(values.name()).append(": expected ").append(values.expected())
                            .append(", got ").append(values.actual()).append('\n');
                }
            }
            case TestResult.Broken broken -> {
                text.append("  ").append(painted(RED, "ERROR")).append(' ').append(broken.name()).append('\n');
                text.append(broken.report().indent(INDENT.length()));
            }
        }
    }

    private long count(Class<? extends TestResult> kind) {
        return results.stream().filter(kind::isInstance).count();
    }

    static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofMillis(1)) < 0) {
            return "<1ms";
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + "ms";
        }
        return String.format(Locale.ROOT, "%.2fs", duration.toNanos() / 1e9);
    }

    private String painted(String code, String text) {
        return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
