package org.arolang.cli.testing;

import java.time.Duration;
import org.arolang.runtime.actions.data.AssertionFailure;
import org.jspecify.annotations.Nullable;

/** How a test ended ([TOOL-403]). */
public sealed interface TestResult {

    /** The name of the test. */
    String name();

    /** Its body was completed. */
    record Passed(String name, Duration duration) implements TestResult {}

    /**
     * A Then or Assert failed.
     *
     * @param values what was compared, or null when the variable was not bound
     */
    record Failed(String name, String message, AssertionFailure.@Nullable Values values) implements TestResult {}

    /**
     * Anything else failed.
     *
     * @param report the failure as reports show it, without the last line break
     */
    record Broken(String name, String report) implements TestResult {}
}
