package org.arolang.runtime.code;

/** How native functions are called. Thread-safe. */
@FunctionalInterface
public interface Stepping {

    /**
     * Runs a feature set's function until it needs the runtime.
     *
     * @param function its address
     * @param frame address of the execution's frame
     * @param position where to go on: 0 at the start, the operation's number plus one after an operation
     * @return the number of the operation to perform, or a negative number: see {@link NativeBody}
     */
    int step(long function, long frame, int position);
}
