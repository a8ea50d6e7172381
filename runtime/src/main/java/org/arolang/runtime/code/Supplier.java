package org.arolang.runtime.code;

import org.arolang.runtime.execution.Activation;
import org.jspecify.annotations.Nullable;

/** A value that the runtime supplies to an execution: a magic name, a context name, a repository. Thread-safe. */
@FunctionalInterface
public interface Supplier {

    /** The value at this moment, or null when the name is not bound for this execution. */
    @Nullable
    Object get(Activation activation);
}
