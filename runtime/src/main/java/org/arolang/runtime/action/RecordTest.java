package org.arolang.runtime.action;

import org.jspecify.annotations.Nullable;

/** A {@code where} condition made ready. Thread-safe. */
@FunctionalInterface
public interface RecordTest {

    /** Whether {@code record} meets the condition, whose values are among {@code operands}. */
    boolean test(Object record, @Nullable Object[] operands);
}
