package org.arolang.runtime.execution;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The destinations of an application, in the order in which they are asked. Thread-safe. */
public final class Destinations {

    private final List<Destination> destinations = new CopyOnWriteArrayList<>();

    public void register(Destination destination) {
        destinations.add(destination);
    }

    /** What the first destination that claims a statement makes of it; null when none does. */
    public @Nullable Operation prepare(Destination.Delivery delivery, Call call) {
        for (Destination destination : destinations) {
            Operation operation = destination.prepare(delivery, call);
            if (operation != null) {
                return operation;
            }
        }
        return null;
    }

    /** Sends a payload to the connection of that id; false when there is none. */
    public boolean send(Activation activation, String connection, Object payload) {
        for (Destination destination : destinations) {
            if (destination.send(activation, connection, payload)) {
                return true;
            }
        }
        return false;
    }

    /** Closes the connection of that id; false when there is none. */
    public boolean close(Activation activation, String connection) {
        for (Destination destination : destinations) {
            if (destination.close(activation, connection)) {
                return true;
            }
        }
        return false;
    }

    /** Broadcasts to the first destination that takes what nobody claims; false when none does. */
    public boolean broadcast(Activation activation, Object payload, @Nullable ObjectValue options) {
        for (Destination destination : destinations) {
            if (destination.broadcast(activation, payload, options)) {
                return true;
            }
        }
        return false;
    }
}
