package org.arolang.runtime.action;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A {@code where} condition made ready. Thread-safe. */
@FunctionalInterface
public interface RecordTest {

    /** Whether {@code record} meets the condition, whose values are among {@code operands}. */
    boolean test(Object record, @Nullable Object[] operands);

    /** The test for the values of one execution; made once where many records are tested. */
    default Predicate<Object> bind(@Nullable Object[] operands) {
        return record -> test(record, operands);
    }
}
