package org.arolang.runtime.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feature set answers ([VAL-270]).
 *
 * @param status the status name as written: {@code OK}
 * @param reason the noun after {@code for}, or null ([DEC-10])
 * @param value the value of {@code with}, or null when there is none
 * @param consoleFields further fields of the console form alone ([DEC-22]), in order; empty everywhere but in {@code Application-Start}
 */
public record Response(String status, @Nullable String reason, @Nullable Object value, List<Field> consoleFields) {

    /** What a feature set answers that ends without Return ([APP-31]). */
    public static final Response SUCCESS = new Response("OK", "success", null, List.of());

    /** A field of the console form. */
    public record Field(String name, Object value) {}
}
