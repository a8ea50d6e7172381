package org.arolang.runtime.actions.flow;

import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** What Send, Broadcast and Close have in common. */
final class Deliveries {

    private Deliveries() {}

    /** What is sent: the result, as an expression or as a variable. */
    static Operand payload(Call call, String action) {
        Noun result = call.result();
        Operand payload = call.sink();
        if (payload == null && result != null) {
            payload = result.hasQualifier() ? call.resultValue() : call.resultVariable();
        }
        if (payload == null) {
            throw new Failure("'" + action + "' requires a value");
        }
        return payload;
    }

    /** The id of the connection that a value stands for: itself, or an object's {@code id} or {@code connectionId}; else null. */
    static @Nullable String connectionId(@Nullable Object value) {
        if (value instanceof ObjectValue object) {
            Object id = object.get("connectionId");
            return connectionId(id == null ? object.get("id") : id);
        }
        return value == null ? null : Text.string(value);
    }

    /** Whether an id looks like that of a connection ([IO-103], [WEB-191]): a UUID. */
    static boolean looksLikeConnection(String id) {
        return id.length() == 36 && id.charAt(8) == '-' && id.charAt(13) == '-' && id.charAt(18) == '-' && id.charAt(23) == '-';
    }
}
