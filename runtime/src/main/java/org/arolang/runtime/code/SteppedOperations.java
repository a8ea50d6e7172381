package org.arolang.runtime.code;

import java.lang.foreign.MemorySegment;
import org.arolang.runtime.execution.Activation;
import org.jspecify.annotations.Nullable;

/** The operations of a feature set whose control flow runs natively, by number. Implemented by generated classes. */
public interface SteppedOperations {

    /** Binds what is bound before the first step. */
    void enter(Activation activation, @Nullable Object[] values);

    /**
     * Performs operation {@code number}.
     *
     * @param values the boxed variables and the iterators of loops
     * @param frame the cells that are shared with the native function
     */
    void perform(int number, Activation activation, @Nullable Object[] values, MemorySegment frame);
}
