package org.arolang.runtime.actions.data;

import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Access;
import org.arolang.runtime.value.ConsoleForm;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;

/** What Then and Assert share: the value, the expected value and the comparison of [DATA-242], [TOOL-404] and [TOOL-405]. */
final class Expectation {

    /** Makes the cause of a failed assertion from the name and the two values. */
    interface Message {
        String of(String name, String actual, String expected);
    }

    private Expectation() {}

    static Operation prepare(Call call, String action, Message message) {
        Noun result = Required.result(call, action);
        Operand variable = Required.operand(call.resultVariable(), action, "a variable");
        Operand expected = Given.valueOf(call, action);
        Noun noun = call.object();
        return (_, operands) -> {
            Object actual = variable.orNull(operands);
            if (actual == null) {
                throw new AssertionFailure("Variable '" + result.name() + "' is undefined", null);
            }
            actual = Access.path(actual, result.specifiers());
            Object wanted = expected.orNull(operands);
            if (wanted == null) {
                wanted = noun == null ? expected.in(operands) : noun.name();
            }
            if (!TestEquality.same(actual, wanted)) {
                AssertionFailure.Values values = new AssertionFailure.Values(result.fullName(), shown(wanted), shown(actual));
                throw new AssertionFailure(message.of(values.name(), values.actual(), values.expected()), values);
            }
            return Boolean.TRUE;
        };
    }

    private static String shown(Object value) {
        return value instanceof ObjectValue || value instanceof ListValue ? Json.text(value) : ConsoleForm.of(value);
    }
}
