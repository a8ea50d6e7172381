package org.arolang.runtime.execution;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The Unix socket on which other programs of the same user watch the metrics ([APP-150]). */
final class MetricsSocket {

    private static final long PERIOD_MILLIS = 500;

    private final Application application;
    private final Path path;
    private @Nullable ServerSocketChannel server;
    private boolean closed;

    private MetricsSocket(Application application, Path path) {
        this.application = application;
        this.path = path;
    }

    /** Where the socket of this process is. */
    static Path path(Environment environment) {
        String folder = environment.read("TMPDIR");
        return Path.of(folder.isEmpty() ? "/tmp" : folder, "aro-metrics-" + ProcessHandle.current().pid() + ".sock");
    }

    /** Opens the socket, on a thread of its own: no program waits for it. When it cannot be opened, says so. */
    static MetricsSocket open(Application application) {
        MetricsSocket socket = new MetricsSocket(application, path(application.environment()));
        Thread.ofPlatform().daemon().name("metrics").start(socket::listen);
        return socket;
    }

    /** Closes the socket, also one that is just being opened. */
    synchronized void close() {
        closed = true;
        if (server != null) {
            try {
                server.close();
                Files.deleteIfExists(path);
            } catch (IOException _) {
                // A socket file that is left over is replaced by whoever gets this process id.
            }
        }
    }

    private void listen() {
        try {
            ServerSocketChannel channel = bind();
            while (channel != null && channel.isOpen()) {
                SocketChannel client;
                try {
                    client = channel.accept();
                } catch (ClosedChannelException _) {
                    return;
                }
                Thread.ofVirtual().start(() -> serve(channel, client));
            }
        } catch (IOException | RuntimeException failure) {
            application.console().errorLine("[aro-metrics] " + failure.getMessage());
        }
    }

    /** The listening socket; null when it has been closed before. What takes time is done before the lock is taken. */
    private @Nullable ServerSocketChannel bind() throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        Path unready = path.resolveSibling(path.getFileName() + ".tmp");
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(unready);
        Set<PosixFilePermission> ownerAlone = PosixFilePermissions.fromString("rw-------");
        Files.deleteIfExists(unready);
        synchronized (this) {
            if (closed) {
                channel.close();
                return null;
            }
            channel.bind(address);
            server = channel;
            Files.setPosixFilePermissions(unready, ownerAlone);
            // Nobody ever sees it with other permissions.
            Files.move(unready, path, StandardCopyOption.ATOMIC_MOVE);
            return channel;
        }
    }

    private void serve(ServerSocketChannel server, SocketChannel client) {
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
