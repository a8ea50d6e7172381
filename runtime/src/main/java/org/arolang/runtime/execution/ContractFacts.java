package org.arolang.runtime.execution;

import org.arolang.runtime.value.Handle;
import org.jspecify.annotations.Nullable;

/** What a program may read of its contract ([VAL-250], [WEB-34]). Thread-safe. */
public interface ContractFacts {

    /** What {@code <contract>} is at this moment. */
    Handle contract();

    /** What {@code <http-server>} is at this moment; null when it is an ordinary variable. */
    @Nullable
    Handle httpServer();
}
