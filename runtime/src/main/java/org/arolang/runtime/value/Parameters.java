package org.arolang.runtime.value;

import org.jspecify.annotations.Nullable;

/**
 * What a statement gives an operation besides its input.
 *
 * @param with the value of the {@code with} clause, or null
 * @param to the value of the {@code to} clause, or null
 */
public record Parameters(@Nullable Object with, @Nullable Object to) {

    public static final Parameters NONE = new Parameters(null, null);

    public static Parameters with(Object value) {
        return new Parameters(value, null);
    }

    public static Parameters to(Object value) {
        return new Parameters(null, value);
    }
}
