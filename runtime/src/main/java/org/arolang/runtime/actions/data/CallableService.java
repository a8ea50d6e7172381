package org.arolang.runtime.actions.data;

import java.util.Set;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** A service that {@code Call} reaches: the HTTP client, services of plugins ([DATA-233]). Thread-safe. */
public interface CallableService {

    /** Its methods, lower case. */
    Set<String> methods();

    /**
     * Calls a method, waiting for its result.
     *
     * @param method one of {@link #methods()}
     * @throws org.arolang.runtime.Failure {@code Invalid argument '<a>': expected <e>} or {@code Service '<s>.<m>' failed: <reason>}
     */
    Object call(Activation activation, String method, ObjectValue arguments);

    /** The services of an application; the modules that have some register it as an extension of the application. */
    interface Directory {

        /** The service of that name (lower case), or null. */
        @Nullable
        CallableService find(String name);
    }
}
