package org.arolang.runtime.repository;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.arolang.runtime.execution.Diagnostics;
import org.arolang.runtime.yaml.Yaml;

/** A store file that follows its repository: written one second after the last change, whole and atomically ([APP-132], [APP-133]). */
final class StoreFile {

    private static final long QUIET_NANOS = 1_000_000_000L;

    private final Path path;
    private final Repository repository;
    private final Diagnostics diagnostics;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean dirty;
    private volatile long lastChange;

    StoreFile(Path path, Repository repository, Diagnostics diagnostics) {
        this.path = path;
        this.repository = repository;
        this.diagnostics = diagnostics;
    }

    /** Notes a change; called under the repository's lock. */
    void changed() {
        lastChange = System.nanoTime();
        dirty = true;
        if (waiting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("store file").start(this::writeWhenQuiet);
        }
    }

    private void writeWhenQuiet() {
        long left = QUIET_NANOS;
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = lastChange + QUIET_NANOS - System.nanoTime();
        }
        waiting.set(false);
        write();
    }

    /** Writes the file if its repository has changed. */
    void write() {
        writing.lock();
        try {
            if (dirty) {
                dirty = false;
                replace(Yaml.text(repository.snapshot()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            dirty = true;
            diagnostics.error("store " + path.getFileName() + ": " + StoreFiles.reason(failure));
        } finally {
            writing.unlock();
        }
    }

    private void replace(byte[] content) throws IOException {
        Path temporary = StoreFiles.temporary(path);
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            try (FileChannel channel = FileChannel.open(
                    temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                Files.setPosixFilePermissions(temporary, permissions);
                channel.force(true);
            }
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            Files.deleteIfExists(temporary);
            throw failure;
        }
    }
}
