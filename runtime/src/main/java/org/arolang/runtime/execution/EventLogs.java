package org.arolang.runtime.execution;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.arolang.runtime.value.ObjectValue;

/** The listeners to everything that happens ([APP-140]). Costs one read of a field while nobody listens. Thread-safe. */
public final class EventLogs {

    private final List<EventLog> logs = new CopyOnWriteArrayList<>();
    private volatile boolean active;

    /** Whether anybody listens, so that callers need not put an event together. */
    public boolean isActive() {
        return active;
    }

    public synchronized void add(EventLog log) {
        logs.add(log);
        active = true;
    }

    public synchronized void remove(EventLog log) {
        logs.remove(log);
        active = !logs.isEmpty();
    }

    /** Tells all listeners; {@code payload} is asked for only when there is one. */
    public void happened(String type, Supplier<ObjectValue> payload) {
        if (active) {
            ObjectValue event = payload.get();
            for (EventLog log : logs) {
                log.happened(type, event);
            }
        }
    }
}
