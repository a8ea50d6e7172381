package org.arolang.runtime.action;

import org.arolang.language.source.Span;
import org.arolang.runtime.Missing;
import org.jspecify.annotations.Nullable;

/**
 * The place of one value among the operands of an {@link Operation}. Handed out by {@link Call} when the statement is prepared and used at
 * each execution to read the value, or, for a variable that the statement binds besides its result, to set it.
 *
 * @param index the place in the array
 * @param name the variable's name for messages, or the empty text
 * @param span what to blame when the value is missing
 */
public record Operand(int index, String name, Span span) {

    /**
     * The value.
     *
     * @throws Missing {@code Undefined variable: '<name>'} when the variable is not bound
     */
    public Object in(@Nullable Object[] operands) {
        Object value = operands[index];
        if (value == null) {
            throw new Missing("Undefined variable: '" + name + "'", span);
        }
        return value;
    }

    /** The value, or null when the variable is not bound. */
    public @Nullable Object orNull(@Nullable Object[] operands) {
        return operands[index];
    }

    /** Binds the variable behind this operand, which must come from {@link Call#alsoBind}. */
    public void set(@Nullable Object[] operands, Object value) {
        operands[index] = value;
    }
}
