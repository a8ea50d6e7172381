package org.arolang.web.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.Set;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** All open event streams of an application. Thread-safe. */
public final class EventStreams {

    private final Outlets outlets = new Outlets();

    private final Times times;
    private final Set<String> operations;

    /** @param operations the ids of the operations that are event streams */
    public EventStreams(Times times, Set<String> operations) {
        this.times = times;
        this.operations = Set.copyOf(operations);
    }

    Times times() {
        return times;
    }

    boolean isOperation(String id) {
        return operations.contains(id);
    }

    /** How many are open. */
    public int count() {
        return outlets.count();
    }

    /**
     * Makes an event stream of a channel; called on its event loop.
     *
     * @param head the response's head as bytes, taken over
     * @param first the first event, or a list of them, or null
     */
    public void open(Channel channel, ByteBuf head, String operation, @Nullable Object first) {
        OutletGroup group = outlets.group(channel.eventLoop());
        EventStream stream = new EventStream(this, group, channel, operation, outlets.broadcasts());
        channel.pipeline().addBefore("handler", "aro-stream", stream);
        outlets.add(group, stream);
        stream.write(head);
        if (first instanceof ListValue events) {
            for (Object event : events) push(stream, event);
        } else if (first != null) {
            push(stream, first);
        }
        stream.flush();
    }

    private static void push(EventStream stream, Object payload) {
        ByteBuf event = StreamEvent.of(payload, null);
        stream.push(event);
        event.release();
    }

    void gone(EventStream stream) {
        outlets.remove(stream.group(), stream);
    }

    /**
     * Sends an event to every open stream, or to those of one operation.
     *
     * @throws org.arolang.runtime.Failure when an option cannot be sent
     */
    void broadcast(Object payload, @Nullable ObjectValue options, @Nullable String operation) {
        ByteBuf event = StreamEvent.of(payload, options);
        outlets.broadcast(event, operation == null ? null : outlet -> ((EventStream) outlet).operation().equals(operation));
    }

    /** Ends all streams because the server stops. */
    public void endAll() {
        outlets.forEach(outlet -> ((EventStream) outlet).end());
    }

    /** Forgets the loops of a server that has stopped. */
    public void clear() {
        outlets.clear();
    }

    /** Looks at the time-outs of the streams of a loop; called on it. */
    public void sweep(EventLoop loop, long now) {
        outlets.sweep(loop, now);
    }
}
