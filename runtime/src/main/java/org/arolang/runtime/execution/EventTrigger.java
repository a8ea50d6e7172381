package org.arolang.runtime.execution;

import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** An event with an object it is about: the fields of both are the bare names of header conditions ([APP-69]). */
public final class EventTrigger extends Trigger {

    private final ContextName name;
    private final ObjectValue event;
    private final @Nullable Object subject;

    /**
     * @param name what the event is bound as
     * @param subject what the event is about, or null
     */
    public EventTrigger(ContextName name, ObjectValue event, @Nullable Object subject) {
        this.name = name;
        this.event = event;
        this.subject = subject;
    }

    @Override
    public @Nullable Object variable(ContextName wanted) {
        return wanted == name ? event : null;
    }

    @Override
    public @Nullable Object guardField(String field) {
        Object value = event.get(field);
        return value == null && subject instanceof ObjectValue object ? object.get(field) : value;
    }
}
