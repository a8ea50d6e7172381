package org.arolang.io.file;

import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;

/** Binding of statements that work on what their result names ([IO-20]). */
final class Effects {

    private Effects() {}

    /** Binds the operation's value to the result unless that is bound already: then the binding stays as it is. */
    static Operation keepingBinding(Call call, Operation operation) {
        Noun result = call.result();
        Operand variable = result == null || !call.mayBeBound(result.name()) ? null : call.variable(result.name());
        if (variable == null) {
            return operation;
        }
        return (activation, operands) -> {
            Object before = variable.orNull(operands);
            Object value = operation.perform(activation, operands);
            return before == null ? value : before;
        };
    }
}
