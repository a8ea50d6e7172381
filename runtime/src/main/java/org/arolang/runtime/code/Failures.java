package org.arolang.runtime.code;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.execution.StatementFailure;
import org.jspecify.annotations.Nullable;

/** Turns what was thrown inside compiled code into the failure of a statement. */
public final class Failures {

    private Failures() {}

    /**
     * The failure to throw in place of {@code thrown}.
     *
     * @param place the part of the program that was being evaluated
     * @param names the variables at hand, parallel to {@code values}; their values are kept for {@code --debug} alone
     * @return a {@link StatementFailure}; what is no failure of the program is thrown again as it is
     */
    public static RuntimeException locate(
            Throwable thrown, Place place, Activation activation, String[] names, @Nullable Object[] values) {
        return switch (thrown) {
            case StatementFailure failure -> failure;
            case Failure failure -> {
                Span span = failure.span();
                yield new StatementFailure(
                        place.site(),
                        failure,
                        span == null ? place.span() : span,
                        activation.application().options().debug() ? fields(place, names, values) : List.of());
            }
            case RuntimeException other -> throw other;
            case Error error -> throw error;
            default -> throw new IllegalStateException(thrown);
        };
    }

    /**
     * The value of a name that may be unbound.
     *
     * @throws Missing with {@code cause} when it is
     */
    public static Object bound(@Nullable Object value, String cause) {
        if (value == null) {
            throw new Missing(cause);
        }
        return value;
    }

    private static List<Response.Field> fields(Place place, String[] names, @Nullable Object[] values) {
        List<Response.Field> fields = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            Object value = values[i];
            if (value != null && place.site().usedNames().contains(names[i])) {
                fields.add(new Response.Field(names[i], value));
            }
        }
        return fields;
    }
}
