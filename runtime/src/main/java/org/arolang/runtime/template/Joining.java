package org.arolang.runtime.template;

import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.Text;

/** {@code ++} and {@code ${...}} in templates ([WEB-331]). */
public final class Joining {

    private Joining() {}

    /**
     * Joins the texts of its operands. With markup among them the others are escaped and the result is markup; without, it is plain text.
     *
     * @param nothing whether null is the empty text, as it is where values are printed ([VAL-155])
     */
    public static Operation texts(boolean nothing) {
        return (_, operands) -> {
            boolean markup = false;
            for (Object operand : operands) {
                markup |= Printed.isMarkup(operand);
            }
            StringBuilder out = new StringBuilder();
            for (Object operand : operands) {
                String text = nothing && operand == Null.NULL ? "" : Text.of(operand);
                out.append(markup && !Printed.isMarkup(operand) ? Printed.escaped(text) : text);
            }
            return markup ? Printed.markup(out.toString()) : out.toString();
        };
    }
}
