package org.arolang.runtime.actions.data;

import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.jspecify.annotations.Nullable;

/** The parts of a statement that an action cannot do without ([DATA-21]: {@code '<Action>' requires <field>}). */
final class Required {

    private Required() {}

    /** The result noun. */
    static Noun result(Call call, String action) {
        Noun result = call.result();
        if (result == null) {
            throw new Failure("'" + action + "' requires a result");
        }
        return result;
    }

    /** The value of the object. */
    static Operand object(Call call, String action) {
        return operand(call.objectValue(), action, "an object");
    }

    /** An operand that must be there. */
    static Operand operand(@Nullable Operand operand, String action, String what) {
        if (operand == null) {
            throw new Failure("'" + action + "' requires " + what);
        }
        return operand;
    }
}
