package org.arolang.runtime.actions.repository;

import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** What the actions of this package have in common. */
final class Statements {

    private Statements() {}

    /** An operand that must be there ([DATA-21]). */
    static Operand required(@Nullable Operand operand, String action, String what) {
        if (operand == null) {
            throw new Failure("'" + action + "' requires " + what);
        }
        return operand;
    }

    /** What {@code Clear} and {@code Delete} bind when they have emptied something ([APP-114]). */
    static ObjectValue confirmation(String target) {
        return ObjectValue.of("success", true, "target", target);
    }
}
