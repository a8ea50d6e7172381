package org.arolang.runtime.execution;

import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code Send}, {@code Broadcast} and {@code Close} reach: the WebSockets, the event streams, the TCP connections. Thread-safe.
 *
 * <p>A statement goes to the first destination that claims it by the noun it names ([DEC-3]); what no destination claims is, for
 * {@code Send} and {@code Close}, offered to each by the connection's id.
 */
public interface Destination {

    /** The three statements. */
    enum Delivery {
        SEND, BROADCAST, CLOSE
    }

    /**
     * Prepares a statement that names this destination.
     *
     * @return null when the statement names none of its nouns
     * @throws org.arolang.runtime.Failure as {@link org.arolang.runtime.action.Action#prepare} does
     */
    @Nullable
    Operation prepare(Delivery delivery, Call call);

    /**
     * Sends a payload to a connection.
     *
     * @return false when it knows no such connection
     */
    boolean send(Activation activation, String connection, Object payload);

    /**
     * Closes a connection.
     *
     * @return false when it knows no such connection
     */
    boolean close(Activation activation, String connection);

    /**
     * Sends a payload to every connection, for a Broadcast whose object nobody claims.
     *
     * @return false when it does not take those
     */
    default boolean broadcast(Activation activation, Object payload, @Nullable ObjectValue options) {
        return false;
    }
}
