package org.arolang.runtime.actions.flow;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Destination.Delivery;
import org.arolang.runtime.execution.Destinations;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** Sends a value to one connection ([WEB-214], [IO-111], [IO-112]). */
final class Send implements Action {

    private static final Declaration DECLARATION = Declaration.of("Send", Role.RESPONSE, "send", "dispatch")
            .prepositions("to", "via", "with")
            .bindsNothing()
            .hasEffects()
            .description("Send a value to one connection")
            .searchTerms("websocket", "socket", "reply", "client", "message")
            .shapes("Send the <value> to the <websocket-connection: id>.", "Send \"text\" to the <packet: connection>.")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Destinations destinations = call.application().destinations();
        Operation claimed = destinations.prepare(Delivery.SEND, call);
        if (claimed != null) {
            return claimed;
        }
        Operand payload = Deliveries.payload(call, "Send");
        Operand to = destination(call);
        String name = call.object() == null ? "" : call.object().fullName();
        return (activation, operands) -> {
            Object value = payload.in(operands);
            String id = to == null ? null : Deliveries.connectionId(to.orNull(operands));
            if (id != null && destinations.send(activation, id, value)) {
                return value;
            }
            if (id != null && Deliveries.looksLikeConnection(id)) {
                throw new Failure("Connection not found: " + id);
            }
            activation.application().logs().happened(
                    "message.sent", () -> ObjectValue.of("data", value, "destination", id == null ? name : id));
            return value;
        };
    }

    /** Where it goes; null when that is no value but a name. */
    private static @Nullable Operand destination(Call call) {
        Noun object = call.object();
        if (object == null) {
            return call.objectExpression();
        }
        return object.hasQualifier() && call.mayBeBound(object.name()) ? call.objectValue() : call.objectVariable();
    }
}
