package org.arolang.cli.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.arolang.cli.load.LoadError;
import org.arolang.runtime.execution.EventLog;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;

/** Collects the events of a run for a file ([APP-140]). Thread-safe. */
public final class Recording implements EventLog {

    private final Path file;
    private final List<ObjectValue> events = new ArrayList<>();

    /**
     * @throws LoadError when the file's folder does not exist
     */
    public Recording(Path file) {
        this.file = file;
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new LoadError("Error: Directory not found: " + folder);
        }
    }

    @Override
    public void happened(String type, ObjectValue payload) {
        ObjectValue event = ObjectValue.of("eventType", type, "payload", Json.text(payload), "timestamp", now());
        synchronized (events) {
            events.add(event);
        }
    }

    /** How many events were recorded. */
    public int size() {
        synchronized (events) {
            return events.size();
        }
    }

    public void write() throws IOException {
        ListValue list;
        synchronized (events) {
            list = ListValue.of(events.toArray());
        }
        ObjectValue document = ObjectValue.of("application", "ARO Application", "events", list, "recorded", now(), "version", "1.0");
        Files.writeString(file, Json.pretty(document) + "\n");
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
