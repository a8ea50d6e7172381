package org.arolang.runtime.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * Delivers events to the feature sets that handle them and waits for those ([APP-73]). Thread-safe.
 *
 * <p>The handlers are known from {@link Application#install} on; before that every event has none.
 */
public final class Events {

    private final Application application;
    private volatile List<FeatureSetCode> program = List.of();
    private volatile Map<String, Handlers> domain = Map.of();
    private volatile Handlers none;
    private volatile Handlers notifications;
    private volatile Handlers transitions;

    Events(Application application) {
        this.application = application;
        none = new Handlers(application, List.of());
        notifications = none;
        transitions = none;
    }

    void install(List<FeatureSetCode> codes) {
        program = List.copyOf(codes);
        Map<String, List<FeatureSetCode>> byType = new HashMap<>();
        for (FeatureSetCode code : codes) {
            if (code.kind() instanceof FeatureSetKind.DomainEvent handler) {
                byType.computeIfAbsent(handler.event(), _ -> new ArrayList<>()).add(code);
            }
        }
        Map<String, Handlers> handlers = new HashMap<>();
        byType.forEach((type, list) -> handlers.put(type, new Handlers(application, list)));
        domain = Map.copyOf(handlers);
        notifications = group(code -> code.kind() instanceof FeatureSetKind.Notification);
        transitions = group(
                code -> code.kind() instanceof FeatureSetKind.StateTransition || code.kind() instanceof FeatureSetKind.StateObserver);
    }

    /** The installed feature sets that {@code wanted} accepts, in source order, as handlers of one event. */
    public Handlers group(Predicate<FeatureSetCode> wanted) {
        return new Handlers(application, program.stream().filter(wanted).toList());
    }

    /** The handlers of a domain event. */
    public Handlers domain(String type) {
        return domain.getOrDefault(type, none);
    }

    /**
     * Publishes a domain event and waits for its handlers ([APP-73]).
     *
     * @param cause the execution that emits it, or null
     */
    public void emit(@Nullable Activation cause, String type, ObjectValue payload) {
        EventLogs logs = application.logs();
        if (logs.isActive()) {
            logs.happened("domain", () -> ObjectValue.of("domainEventType", type, "payload", payload));
        }
        domain(type).deliver(cause, payload, () -> Trigger.binding(ContextName.EVENT, payload));
    }

    /** Publishes a domain event without waiting: nobody set it off ([APP-135]). It counts as in flight from now on. */
    public void emitDetached(String type, ObjectValue payload) {
        application.inFlight().enqueue();
        Thread.ofVirtual().name(type).start(() -> {
            try {
                emit(null, type, payload);
            } catch (OutputClosed _) {
                // Handlers has told the life cycle.
            } finally {
                application.inFlight().dequeue();
            }
        });
    }

    /**
     * Publishes one notification ([APP-91]) and waits for its handlers.
     *
     * @param target name of the target variable
     * @param value its value, or null when it is not bound
     */
    public void notify(@Nullable Activation cause, String target, @Nullable Object value, String message) {
        ObjectValue.Builder builder = new ObjectValue.Builder(4);
        if (value != null) {
            builder.put("user", value).put(target, value);
        }
        ObjectValue event = builder.put("message", message).put("target", target).build();
        application.logs().happened("notification.sent", () -> event);
        notifications.deliver(cause, event, () -> new EventTrigger(ContextName.EVENT, event, value));
    }

    /** Publishes an accepted state transition ([APP-96]) and waits for its handlers and observers. */
    public void transition(@Nullable Activation cause, ObjectValue event) {
        application.logs().happened("state.transition", () -> event);
        String field = String.valueOf(event.get("fieldName"));
        String transition = event.get("fromState") + "_to_" + event.get("toState");
        transitions.deliver(
                cause,
                event,
                code -> !(code.kind() instanceof FeatureSetKind.StateObserver observer) || observes(observer, field, transition),
                code -> new EventTrigger(
                        code.kind() instanceof FeatureSetKind.StateObserver ? ContextName.TRANSITION : ContextName.EVENT, event, null));
    }

    private static boolean observes(FeatureSetKind.StateObserver observer, String field, String transition) {
        String wanted = observer.transition();
        return (observer.field().isEmpty() || observer.field().equalsIgnoreCase(field))
                && (wanted == null || wanted.equalsIgnoreCase(transition));
    }
}
