package org.arolang.runtime.code;

import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.value.Null;

/** Operations of the statements that are no actions. */
public final class Flow {

    private Flow() {}

    /** {@code Publish as <external> <internal>.}: the value is the one operand ([APP-46]). */
    public static Operation publish(String external) {
        return (activation, operands) -> {
            activation.application().symbols().publish(activation, external, operands[0]);
            return operands[0];
        };
    }

    /** Keeps the variables, which are the one operand, for a test ([DATA-241]). */
    public static Operation keepVariables() {
        return (activation, operands) -> {
            activation.keepVariables((Scope) operands[0]);
            return Null.NULL;
        };
    }

    /** {@code Require the <name> from the <environment>.}: the variable is the one operand ([APP-13]). */
    public static Operation requireEnvironment(String name) {
        return (activation, operands) -> {
            Object value = activation.application().environment().find(name);
            if (value != null) {
                operands[0] = value;
            }
            return Null.NULL;
        };
    }

    /** {@code Require the <name> from the <source>.}: the variable is the one operand ([APP-13], [APP-52]). */
    public static Operation requireSymbol(String name) {
        return (activation, operands) -> {
            Object value = activation.application().symbols().require(activation, name);
            if (value != null) {
                operands[0] = value;
            }
            return Null.NULL;
        };
    }
}
