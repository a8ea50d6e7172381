package org.arolang.web.socket;

import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.value.MarkedText;
import org.jspecify.annotations.Nullable;

/** What a Broadcast or Send sends, in whichever way the statement writes it. */
final class Payloads {

    private Payloads() {}

    /** The result as an expression, or as the reference it is. */
    static Operand of(Call call) {
        Operand expression = call.sink();
        if (expression != null) return expression;
        Operand value = call.resultValue();
        if (value == null) throw new Failure("Nothing to send");
        return value;
    }

    /** A value's text when it is text, else null. */
    static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : value instanceof MarkedText marked ? marked.text() : null;
    }
}
