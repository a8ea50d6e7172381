package org.arolang.web.socket;

import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** A WebSocket event as what made a handler run ([WEB-202]). */
final class SocketTrigger extends Trigger {

    private final WebSocket socket;
    private final ObjectValue event;
    private final @Nullable ObjectValue message;

    SocketTrigger(WebSocket socket, ObjectValue event, @Nullable ObjectValue message) {
        this.socket = socket;
        this.event = event;
        this.message = message;
    }

    /** The id of the connection the event is about. */
    String connectionId() {
        return socket.id();
    }

    @Override
    public @Nullable Object variable(ContextName name) {
        return switch (name) {
            case EVENT -> event;
            case WEBSOCKET_CONNECTION -> socket.facts();
            case WEBSOCKET_MESSAGE -> message;
            default -> null;
        };
    }

    @Override
    public @Nullable Object guardField(String name) {
        return event.get(name);
    }
}
