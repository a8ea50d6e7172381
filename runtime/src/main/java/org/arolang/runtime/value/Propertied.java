package org.arolang.runtime.value;

import org.jspecify.annotations.Nullable;

/** A value that is no object but has named properties ([VAL-81]): date ranges, recurrences, distances, handles. */
public interface Propertied {

    /** The property called {@code name}, or null when there is none. */
    @Nullable
    Object property(String name);
}
