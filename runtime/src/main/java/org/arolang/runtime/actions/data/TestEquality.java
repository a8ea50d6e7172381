package org.arolang.runtime.actions.data;

import org.arolang.runtime.value.ConsoleForm;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;

/** The equality of assertions ([TOOL-404]). */
final class TestEquality {

    private static final double TOLERANCE = 0.0001;

    private TestEquality() {}

    static boolean same(Object actual, Object expected) {
        if (deepSame(actual, expected)) {
            return true;
        }
        if (actual instanceof Handle response && response.kindName().equals("Response")) {
            Object status = response.property("status");
            return status != null && (deepSame(status, expected) || Text.of(status).equals(Text.of(expected)));
        }
        return kind(actual) != kind(expected) && ConsoleForm.of(actual).equals(ConsoleForm.of(expected));
    }

    private static boolean deepSame(Object actual, Object expected) {
        if (actual instanceof Number left && expected instanceof Number right) {
            return left instanceof Long && right instanceof Long
                    ? left.longValue() == right.longValue()
                    : left.doubleValue() == right.doubleValue() || Math.abs(left.doubleValue() - right.doubleValue()) < TOLERANCE;
        }
        if (actual instanceof ListValue left && expected instanceof ListValue right) {
            if (left.size() != right.size()) {
                return false;
            }
            for (int i = 0; i < left.size(); i++) {
                if (!deepSame(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (actual instanceof ObjectValue left && expected instanceof ObjectValue right) {
            if (!left.keys().equals(right.keys())) {
                return false;
            }
            for (int i = 0; i < left.size(); i++) {
                if (!deepSame(left.valueAt(i), right.valueAt(i))) {
                    return false;
                }
            }
            return true;
        }
        Kind kind = kind(actual);
        return kind == kind(expected) && (kind == Kind.STRING ? Text.of(actual).equals(Text.of(expected)) : actual.equals(expected));
    }

    private static Kind kind(Object value) {
        Kind kind = Kind.of(value);
        return switch (kind) {
            case INTEGER -> Kind.FLOAT;
            case STREAM -> Kind.LIST;
            default -> kind;
        };
    }
}
