package org.arolang.runtime.actions.flow;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Destination.Delivery;
import org.arolang.runtime.execution.Destinations;
import org.arolang.runtime.value.ObjectValue;

/** Sends a value to every open connection of a kind ([WEB-210], [IO-113]). */
final class Broadcast implements Action {

    private static final Declaration DECLARATION = Declaration.of("Broadcast", Role.RESPONSE, "broadcast")
            .prepositions("to", "via")
            .bindsNothing()
            .hasEffects()
            .description("Send a value to all connected clients")
            .searchTerms("websocket", "push", "publish", "clients", "event-stream")
            .shapes("Broadcast the <value> to the <websocket>.", "Broadcast the <value> to the <event-stream: operation>.")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Destinations destinations = call.application().destinations();
        Operation claimed = destinations.prepare(Delivery.BROADCAST, call);
        if (claimed != null) {
            return claimed;
        }
        Operand payload = Deliveries.payload(call, "Broadcast");
        Operand with = call.withClause();
        return (activation, operands) -> {
            Object value = payload.in(operands);
            Object options = with == null ? null : with.in(operands);
            destinations.broadcast(activation, value, options instanceof ObjectValue object ? object : null);
            return value;
        };
    }
}
