package org.arolang.runtime.execution;

import org.jspecify.annotations.Nullable;

/**
 * The variables bound at one place of a program at one moment, for what reads them by name: templates. The array of names belongs to the
 * place and is the same object at every execution, so that positions can be worked out once. Immutable by convention.
 *
 * @param names the names that may be bound there
 * @param values their values; null where a name is not bound
 * @param outer the scope that encloses this one, or null
 */
public record Scope(String[] names, @Nullable Object[] values, @Nullable Scope outer) {

    /** The value of {@code name}, or null when it is not bound. */
    public @Nullable Object find(String name) {
        for (int i = names.length - 1; i >= 0; i--) {
            if (names[i].equals(name) && values[i] != null) {
                return values[i];
            }
        }
        return outer == null ? null : outer.find(name);
    }
}
