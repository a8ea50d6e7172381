package org.arolang.cli.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.arolang.cli.CommandRun;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** [APP-140], [APP-141], [APP-142]; snippets show the rest. */
class RecordingTest {

    private static final String PROGRAM = """
        (Application-Start: Shop) {
            Emit a <Sold: event> with { sku: "K1", n: 2.5, at: { x: [1, true] } }.
            Create the <item> with { id: "a" }.
            Store the <item> into the <item-repository>.
            Throw the <End> for the <shop> when <item-repository: count> > 0.
        }
        (Ship: Sold Handler) {
            Log <event: sku> to the <console>.
        }
        """;

    @TempDir
    private Path folder;

    @Test
    void recordsEventsOfARunThatFails() throws IOException {
        Files.writeString(folder.resolve("main.aro"), PROGRAM);
        CommandRun run = CommandRun.of(folder, "run", ".", "--record", "ev.json");
        assertThat(run.exitCode()).isEqualTo(1);
        ObjectValue recording = (ObjectValue) Json.parse(Files.readString(folder.resolve("ev.json")));
        assertThat(recording.get("application")).isEqualTo("ARO Application");
        assertThat(recording.get("version")).isEqualTo("1.0");
        List<String> types = new ArrayList<>();
        for (Object event : (ListValue) recording.get("events")) {
            ObjectValue object = (ObjectValue) event;
            types.add(String.valueOf(object.get("eventType")));
            assertThat(String.valueOf(object.get("timestamp"))).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
            if (object.get("eventType").equals("domain")) {
                assertThat(object.get("payload")).isEqualTo("""
                    {"domainEventType":"Sold","payload":{"at":{"x":[1,true]},"n":2.5,"sku":"K1"}}""");
            }
        }
        assertThat(types).startsWith("application.started", "featureset.started", "domain").contains("repository.changed", "error");
    }

    @Test
    void tellsOfReplayAndRecordingWhenAsked() throws IOException {
        Files.writeString(folder.resolve("main.aro"), PROGRAM);
        CommandRun.of(folder, "run", ".", "--record", "ev.json");
        CommandRun run = CommandRun.of(folder, "run", ".", "--verbose", "--replay", "ev.json", "--record", "again.json");
        assertThat(run.output()).isEqualTo("K1\nK1\n");
        assertThat(run.error())
                .containsPattern(
                        "Replaying \\d+ events from ev\\.json\nRecording: ARO Application\nRecorded at: \\S+Z\n\nEvent replay completed\n")
                .containsPattern("Recorded \\d+ events\nSaving to: again\\.json\nEvents saved successfully\n");
        assertThat(domainEvents("again.json")).isEqualTo(1);
    }

    @Test
    void needsAFolderForTheRecording() throws IOException {
        Files.writeString(folder.resolve("main.aro"), PROGRAM);
        CommandRun run = CommandRun.of(folder, "run", ".", "--record", "nowhere/ev.json");
        assertThat(run.output()).isEmpty();
        assertThat(run.error()).isEqualTo("Error: Directory not found: " + folder.resolve("nowhere") + "\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void needsARecordingToReplay() throws IOException {
        Files.writeString(folder.resolve("main.aro"), PROGRAM);
        CommandRun run = CommandRun.of(folder, "run", ".", "--replay", "none.json");
        assertThat(run.output()).isEmpty();
        assertThat(run.error()).isEqualTo("Error: File not found: " + folder.resolve("none.json") + "\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private long domainEvents(String file) throws IOException {
        return Files.readString(folder.resolve(file)).lines().filter(line -> line.contains("\"domain\"")).count();
    }
}
