package org.arolang.runtime.execution;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The Unix socket on which other programs of the same user watch the metrics ([APP-150]). */
final class MetricsSocket {

    private static final long PERIOD_MILLIS = 500;

    private final Application application;
    private final ServerSocketChannel server;
    private final Path path;

    private MetricsSocket(Application application, ServerSocketChannel server, Path path) {
        this.application = application;
        this.server = server;
        this.path = path;
    }

    /** Where the socket of this process is. */
    static Path path(Environment environment) {
        String folder = environment.read("TMPDIR");
        return Path.of(folder.isEmpty() ? "/tmp" : folder, "aro-metrics-" + ProcessHandle.current().pid() + ".sock");
    }

    /** Opens the socket; when that fails, says so and answers null. */
    static @Nullable MetricsSocket open(Application application) {
        Path path = path(application.environment());
        try {
            Files.deleteIfExists(path);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            MetricsSocket socket = new MetricsSocket(application, server, path);
            Thread.ofVirtual().name("metrics").start(socket::accept);
            return socket;
        } catch (IOException | RuntimeException failure) {
            application.console().errorLine("[aro-metrics] " + failure.getMessage());
            return null;
        }
    }

    void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException _) {
            // A socket file that is left over is replaced by whoever gets this process id.
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            while (server.isOpen()) {
                ByteBuffer line = ByteBuffer.wrap((Json.text(snapshot()) + "\n").getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    client.write(line);
                }
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (IOException | InterruptedException _) {
            // The client has gone.
        }
    }

    private ObjectValue snapshot() {
        Metrics.Snapshot metrics = application.metrics().snapshot();
        ListValue.Builder sets = new ListValue.Builder();
        for (Counts.Snapshot set : metrics.sets()) {
            sets.add(ObjectValue.of(
                    "name", set.name(),
                    "businessActivity", set.activity(),
                    "count", set.count(),
                    "successes", set.successes(),
                    "failures", set.failures(),
                    "totalMs", set.total(),
                    "minMs", set.min(),
                    "maxMs", set.max(),
                    "avgMs", set.average(),
                    "successRate", 100.0 * set.successes() / set.count()));
        }
        ProcessFacts process = metrics.process();
        return ObjectValue.of(
                "kind", "snapshot",
                "collectedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                "uptimeSec", metrics.uptime(),
                "totalExecutions", metrics.total(),
                "totalSuccesses", metrics.successes(),
                "totalFailures", metrics.failures(),
                "featureSets", sets.build(),
                "process", ObjectValue.of(
                        "cpuUserSec", process.userSeconds(),
                        "cpuSystemSec", process.systemSeconds(),
                        "virtualMB", process.virtualBytes() / MetricsText.MEGABYTE,
                        "residentMB", process.residentBytes() / MetricsText.MEGABYTE,
                        "openFDs", process.openFiles()));
    }
}
