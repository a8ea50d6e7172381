package org.arolang.runtime.code;

import org.arolang.runtime.execution.Activation;
import org.jspecify.annotations.Nullable;

/** The bodies of a feature set's {@code parallel for each} loops. */
public interface ParallelBody {

    /**
     * Tests the filter of loop {@code loop} for one element.
     *
     * @param captured the outer variables, null where unbound
     */
    boolean accepts(int loop, Activation activation, @Nullable Object[] captured, Object item, long index);

    /** Runs one iteration of loop {@code loop}. */
    void iterate(int loop, Activation activation, @Nullable Object[] captured, Object item, long index);
}
