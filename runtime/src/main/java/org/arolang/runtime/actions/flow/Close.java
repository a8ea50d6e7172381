package org.arolang.runtime.actions.flow;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Destination.Delivery;
import org.arolang.runtime.execution.Service;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** Closes a connection, or stops a server ([WEB-215], [IO-114]). Its result is a confirmation that nobody needs to bind. */
final class Close implements Action {

    private static final Declaration DECLARATION = Declaration.of("Close", Role.SERVER, "close", "disconnect", "terminate")
            .bindsNothing()
            .mayWait()
            .hasEffects()
            .description("Close a connection or stop a server")
            .searchTerms("websocket", "socket", "disconnect", "hang up")
            .shapes("Close the <connection>.", "Close the <client-id> from the <websocket>.", "Close the <connection> with <id>.")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Application application = call.application();
        Operation claimed = application.destinations().prepare(Delivery.CLOSE, call);
        if (claimed != null) {
            return claimed;
        }
        Noun result = call.result();
        if (result == null) {
            throw new Failure("'Close' requires a connection");
        }
        Operand named = result.hasQualifier() && call.mayBeBound(result.name()) ? call.resultValue() : call.resultVariable();
        Operand given = call.with();
        return (activation, operands) -> {
            ObjectValue confirmation = ObjectValue.of("success", true, "target", result.name());
            Service service = application.services().find(result.name());
            if (service != null) {
                application.services().stop(activation, Service.Request.end(result.name()));
                return confirmation;
            }
            String id = firstId(given == null ? null : given.orNull(operands), named == null ? null : named.orNull(operands));
            if (id == null || !application.destinations().close(activation, id)) {
                application.logs().happened("close.requested", () -> ObjectValue.of("target", result.name()));
            }
            return confirmation;
        };
    }

    private static @Nullable String firstId(@Nullable Object given, @Nullable Object named) {
        String id = Deliveries.connectionId(given);
        return id == null ? Deliveries.connectionId(named) : id;
    }
}
