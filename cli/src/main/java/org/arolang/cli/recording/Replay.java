package org.arolang.cli.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.arolang.cli.load.LoadError;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MalformedJson;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * The domain events of a recording ([APP-141]).
 *
 * @param application what the recording calls its application
 * @param recorded when it was made
 */
public record Replay(String application, String recorded, List<Event> events) {

    public record Event(String type, ObjectValue payload) {}

    /**
     * @throws LoadError when the file is no recording
     */
    public static Replay read(Path file) {
        try {
            ObjectValue document = object(Json.parse(Files.readAllBytes(file)));
            if (document == null || !(document.get("events") instanceof ListValue list)) {
                throw invalid(file, "it has no list of events");
            }
            List<Event> events = new ArrayList<>();
            for (Object element : list) {
                ObjectValue event = object(element);
                if (event == null) {
                    throw invalid(file, "an event is no object");
                }
                if ("domain".equals(event.get("eventType"))) {
                    events.add(event(file, event));
                }
            }
            return new Replay(text(document, "application"), text(document, "recorded"), events);
        } catch (MalformedJson malformed) {
            throw invalid(file, malformed.text());
        } catch (IOException _) {
            throw new LoadError((Files.exists(file) ? "Error: Cannot read recording: " : "Error: File not found: ") + file);
        }
    }

    private static Event event(Path file, ObjectValue event) {
        ObjectValue domain = object(Json.parse(text(event, "payload")));
        ObjectValue payload = domain == null ? null : object(domain.get("payload"));
        if (domain == null || payload == null || !(domain.get("domainEventType") instanceof String type)) {
            throw invalid(file, "a domain event lacks its type or payload");
        }
        return new Event(type, payload);
    }

    /** Delivers the events one after the other, each to all its handlers. */
    public void deliver(Application to) {
        for (Event event : events) {
            to.events().emit(null, event.type(), event.payload());
        }
    }

    private static @Nullable ObjectValue object(@Nullable Object value) {
        return value instanceof ObjectValue object ? object : null;
    }

    private static String text(ObjectValue object, String key) {
        Object value = object.get(key);
        return value == null ? "" : value.toString();
    }

    private static LoadError invalid(Path file, String reason) {
        return new LoadError("Error: Invalid recording " + file + ": " + reason);
    }
}
