package org.arolang.runtime.value;

import java.time.Instant;
import java.util.function.Supplier;
import org.arolang.runtime.Failure;

/** Short words for the tables of the value tests. */
final class Values {

    static final Object NULL = Null.NULL;

    private Values() {}

    static ListValue list(Object... elements) {
        return ListValue.of(elements);
    }

    static ObjectValue object(Object... keysAndValues) {
        return ObjectValue.of(keysAndValues);
    }

    static Instant date(String text) {
        Instant date = Dates.parse(text);
        if (date == null) throw new IllegalArgumentException(text);
        return date;
    }

    static Object json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    static MarkedText html(String text) {
        return MarkedText.of(text, Origin.HTML_TEMPLATE);
    }

    static StreamValue stream(Object... elements) {
        return new StreamValue(() -> ListValue.of(elements).iterator());
    }

    /** The value, or the cause of the failure. */
    static Object result(Supplier<Object> computation) {
        try {
            return computation.get();
        } catch (Failure failure) {
            return "! " + failure.text();
        }
    }

    static Object compute(String operation, Object input) {
        return result(() -> Operations.resolve(operation).apply(input, Parameters.NONE));
    }

    static Object compute(String operation, Object input, Object with) {
        return result(() -> Operations.resolve(operation).apply(input, Parameters.with(with)));
    }

    /** A handle with fixed properties. */
    record TestHandle(String kindName, ObjectValue properties) implements Handle {
        @Override
        public Object property(String name) {
            return properties.get(name);
        }
    }
}
