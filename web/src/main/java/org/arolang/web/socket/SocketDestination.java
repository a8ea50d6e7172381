package org.arolang.web.socket;

import java.util.Locale;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.Destination;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** What Broadcast, Send and Close do with WebSockets ([WEB-210] to [WEB-216]). */
public final class SocketDestination implements Destination {

    private final Application application;
    private final WebSockets sockets;
    private volatile boolean warned;

    public SocketDestination(Application application, WebSockets sockets) {
        this.application = application;
        this.sockets = sockets;
    }

    @Override
    public @Nullable Operation prepare(Delivery delivery, Call call) {
        Noun object = call.object();
        return switch (delivery) {
            case BROADCAST -> object != null && isBroadcastTarget(object) ? prepareBroadcast(call) : null;
            case SEND -> object != null && isSocket(object) ? prepareSend(call, object) : null;
            case CLOSE -> prepareClose(call, object);
        };
    }

    private static boolean isBroadcastTarget(Noun noun) {
        String name = noun.name().toLowerCase(Locale.ROOT);
        return name.equals("ws") || name.contains("websocket");
    }

    private static boolean isSocket(Noun noun) {
        return noun.is("websocket-connection") || noun.is("websocket") || noun.is("ws");
    }

    private Operation prepareBroadcast(Call call) {
        call.bindNothing();
        Operand payload = Payloads.of(call);
        return (_, operands) -> {
            Object value = payload.in(operands);
            if (sockets.isEnabled()) {
                sockets.broadcast(value);
            } else {
                warnDisabled();
            }
            return Null.NULL;
        };
    }

    private void warnDisabled() {
        if (warned) return;
        warned = true;
        application.diagnostics().warn("Broadcast to <websocket> but WebSocket is not enabled");
    }

    private Operation prepareSend(Call call, Noun object) {
        call.bindNothing();
        Operand payload = Payloads.of(call);
        Target target = target(call, object);
        return (activation, operands) -> {
            Object value = payload.in(operands);
            if (!sockets.isEnabled()) throw new Failure("WebSocket server is not enabled");
            String id = target.id(activation, operands);
            if (!sockets.send(id, value)) throw new Failure("WebSocket connection not found: " + id);
            return Null.NULL;
        };
    }

    private @Nullable Operation prepareClose(Call call, @Nullable Noun object) {
        Noun result = call.result();
        if (result == null) return null;
        Target target;
        if (isSocket(result)) {
            target = target(call, result);
        } else if (result.is("connection") && !result.hasQualifier() && call.activity().contains("WebSocket Event Handler")) {
            target = (activation, _) -> current(activation, "");
        } else if (object != null && isSocket(object)) {
            Operand variable = call.resultValue();
            target = (_, operands) -> {
                String id = variable == null ? null : Payloads.text(variable.orNull(operands));
                return id == null ? "" : id;
            };
        } else {
            return null;
        }
        call.bindNothing();
        return (activation, operands) -> {
            sockets.close(target.id(activation, operands)); // An unknown id is no error.
            return Null.NULL;
        };
    }

    /** Finds the connection that a statement means. */
    private interface Target {
        String id(Activation activation, Object[] operands);
    }

    private static Target target(Call call, Noun noun) {
        if (!noun.hasQualifier()) return (activation, _) -> current(activation, noun.name());
        String name = noun.raw();
        Operand variable = noun.quoted() || !call.mayBeBound(name) ? null : call.variable(name);
        return (activation, operands) -> {
            String id = variable == null ? null : Payloads.text(variable.orNull(operands));
            if (id != null) return id;
            if (activation.context(ContextName.EVENT) instanceof ObjectValue event && !noun.quoted()) {
                id = Payloads.text(event.get(name));
            }
            return id == null ? name : id;
        };
    }

    private static String current(Activation activation, String otherwise) {
        return activation.trigger() instanceof SocketTrigger trigger ? trigger.connectionId() : otherwise;
    }

    @Override
    public boolean send(Activation activation, String connection, Object payload) {
        return sockets.send(connection, payload);
    }

    @Override
    public boolean close(Activation activation, String connection) {
        return sockets.close(connection);
    }
}
