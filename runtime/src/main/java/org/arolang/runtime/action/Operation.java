package org.arolang.runtime.action;

import org.arolang.runtime.execution.Activation;

/** A statement made ready to run. Thread-safe: all that differs between executions is in the arguments. */
@FunctionalInterface
public interface Operation {

    /**
     * Performs the statement once.
     *
     * @param activation the execution of the feature set it belongs to
     * @param operands the values asked for in {@link Action#prepare}, read through their {@link Operand}s; owned by this call
     * @return the value to bind to the statement's result; ignored when the statement binds none
     * @throws org.arolang.runtime.Failure when the statement fails
     */
    Object perform(Activation activation, Object[] operands);
}
