package org.arolang.web.socket;

import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Destination;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** What Broadcast does with event streams ([WEB-229]). */
public final class StreamDestination implements Destination {

    private final EventStreams streams;

    public StreamDestination(EventStreams streams) {
        this.streams = streams;
    }

    @Override
    public @Nullable Operation prepare(Delivery delivery, Call call) {
        Noun object = call.object();
        if (delivery != Delivery.BROADCAST || object == null || !object.is("event-stream")) return null;
        call.bindNothing();
        Operand payload = Payloads.of(call);
        Operand options = call.withClause();
        String name = object.hasQualifier() ? object.raw() : null;
        Operand variable = name == null || object.quoted() || !call.mayBeBound(name) ? null : call.variable(name);
        return (_, operands) -> {
            String operation = name;
            if (variable != null && name != null && !streams.isOperation(name)) {
                String text = Payloads.text(variable.orNull(operands));
                if (text != null) operation = text;
            }
            Object value = payload.in(operands);
            Object given = options == null ? null : options.orNull(operands);
            streams.broadcast(value, given instanceof ObjectValue fields ? fields : null, operation);
            return Null.NULL;
        };
    }

    @Override
    public boolean send(Activation activation, String connection, Object payload) {
        return false;
    }

    @Override
    public boolean close(Activation activation, String connection) {
        return false;
    }
}
