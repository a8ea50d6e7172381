package org.arolang.runtime.value;

import java.util.List;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/** What the tables of operations are written with. */
final class OperationTable {

    private OperationTable() {}

    interface Body {
        Object apply(Object input, Parameters parameters);
    }

    record Entry(String name, boolean standsAlone, boolean isBasic, List<String> inputs, Body body) implements Operation {

        /** The same for values of these kinds alone. */
        Operation taking(String... kinds) {
            return new Entry(name, standsAlone, isBasic, List.of(kinds), body);
        }

        @Override
        public Object apply(Object input, Parameters parameters) {
            return body.apply(input, parameters);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An operation of [DATA-80]. */
    static Entry basic(String name, Body body) {
        return new Entry(name, true, true, List.of(), body);
    }

    static Entry basicNeedingMore(String name, Body body) {
        return new Entry(name, false, true, List.of(), body);
    }

    /** An operation of [DATA-100]. */
    static Entry further(String name, Body body) {
        return new Entry(name, true, false, List.of(), body);
    }

    static Entry needingWith(String name, Body body) {
        return new Entry(name, false, false, List.of(), body);
    }

    /** The with-value, which the operation cannot do without. */
    static Object required(String operation, Parameters parameters) {
        Object with = parameters.with();
        if (with == null) throw new Failure("'Compute " + operation + "' requires a 'with' clause");
        return with;
    }

    static Failure mismatch(String expected, Object value) {
        return new Failure("Type mismatch: expected '" + expected + "', got '" + Kind.nameOf(value) + "'");
    }

    static Failure invalid(String operation, Object value) {
        return new Failure("Invalid value '" + Text.of(value) + "' for " + operation);
    }

    /** A number of things: an integer or float, bare or as a field of an object; null when there is no with-value. */
    static @Nullable Long count(String operation, String field, Parameters parameters) {
        Object with = parameters.with();
        if (with == null) return null;
        Object value = with instanceof ObjectValue object ? object.get(field) : with;
        Long count = Numbers.count(value);
        if (count == null) throw invalid(operation, value == null ? with : value);
        return count;
    }

    static ListValue list(Object input) {
        if (input instanceof ListValue list) return list;
        throw mismatch("List", input);
    }
}
