package org.arolang.runtime.actions.data;

import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/** A Then or Assert that does not hold ([DATA-242]): under {@code aro test} the test has failed and is not in error ([TOOL-403]). */
public final class AssertionFailure extends Failure {

    private final transient @Nullable Values values;

    /** What was compared, as [TOOL-405] renders it. */
    public record Values(String name, String expected, String actual) {}

    AssertionFailure(String cause, @Nullable Values values) {
        super(cause);
        this.values = values;
    }

    /** The values that differ; null when the variable is not bound at all. */
    public @Nullable Values values() {
        return values;
    }
}
