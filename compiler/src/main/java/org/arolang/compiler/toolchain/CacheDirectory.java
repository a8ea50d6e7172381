package org.arolang.compiler.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory of things that are made once and then only read: {@code <root>/<kind>/<key>/}.
 *
 * <p>Each is filled under a temporary name and renamed when it is complete. A list of the files and their sizes, written
 * last, tells a complete one from one that was interrupted or damaged; such a one is made anew. Several processes and
 * threads may ask for the same thing: one makes it, the others wait. What has not been asked for in a month goes.
 *
 * @param root  absolute; created when first needed
 */
public record CacheDirectory(Path root) {

    private static final String LIST = ".complete";
    private static final Duration KEPT_UNUSED = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Object IN_THIS_PROCESS = new Object();

    /** Fills an empty directory. */
    @FunctionalInterface
    public interface Filler {
        void fill(Path directory) throws IOException, ToolchainException;
    }

    /**
     * The user's cache: {@code $ARO_CACHE_DIR}, else {@code $XDG_CACHE_HOME/aro}, else {@code ~/.cache/aro}.
     */
    public static CacheDirectory ofUser(Map<String, String> environment) {
        Path chosen = absolute(environment.get("ARO_CACHE_DIR"));
        if (chosen != null) return new CacheDirectory(chosen);
        Path cache = absolute(environment.get("XDG_CACHE_HOME"));
        if (cache == null) {
            Path home = absolute(environment.get("HOME"));
            cache = (home == null ? Path.of(System.getProperty("user.home")) : home).resolve(".cache");
        }
        return new CacheDirectory(cache.resolve("aro"));
    }

    private static @Nullable Path absolute(@Nullable String path) {
        return path != null && path.startsWith("/") ? Path.of(path) : null;
    }

    /**
     * The directory for a key, made by {@code filler} when it is missing or damaged.
     *
     * @throws ToolchainException the cache cannot be written, or the filler's own
     */
    public Path provide(String kind, String key, Filler filler) throws ToolchainException {
        Path shelf = root.resolve(kind);
        Path directory = shelf.resolve(key);
        if (isComplete(directory)) return directory;
        try {
            createPrivate(root);
            createPrivate(shelf);
            synchronized (IN_THIS_PROCESS) {
                try (var lockFile = FileChannel.open(shelf.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var _ = lockFile.lock()) {
                    if (!isComplete(directory)) {
                        make(shelf, directory, filler);
                        removeUnused(shelf, directory);
                    }
                }
            }
            return directory;
        } catch (IOException | UncheckedIOException e) {
            throw new ToolchainException("Cannot write to the cache " + shelf + ": " + reason(e)
                    + ". Set ARO_CACHE_DIR to a directory that can be written.", e);
        }
    }

    /** Whether the thing lies there, complete; then no filler is called for it. */
    public boolean has(String kind, String key) {
        return isComplete(root.resolve(kind).resolve(key));
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException missing) return missing.getFile() + " is missing";
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void createPrivate(Path directory) throws IOException {
        if (Files.isDirectory(directory)) return;
        Path parent = directory.getParent();
        if (parent != null) Files.createDirectories(parent);
        try {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) throw e; // else another process was faster
        }
    }

    private static void make(Path shelf, Path directory, Filler filler) throws IOException, ToolchainException {
        Path temporary = shelf.resolve(".tmp-" + UUID.randomUUID());
        createPrivate(temporary);
        try {
            filler.fill(temporary);
            Files.write(temporary.resolve(LIST), list(temporary));
            FileTree.delete(directory);
            Files.move(temporary, directory, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTree.delete(temporary);
        }
    }

    private static List<String> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).map(file -> size(file) + " " + directory.relativize(file)).sorted().toList();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isComplete(Path directory) {
        Path list = directory.resolve(LIST);
        try {
            for (String line : Files.readAllLines(list)) {
                int space = line.indexOf(' ');
                if (Files.size(directory.resolve(line.substring(space + 1))) != Long.parseLong(line.substring(0, space))) return false;
            }
            touch(list);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The time of the list is that of the last use, to the day. */
    private static void touch(Path list) {
        try {
            if (Files.getLastModifiedTime(list).toInstant().isBefore(Instant.now().minus(DAY))) {
                Files.setLastModifiedTime(list, FileTime.from(Instant.now()));
            }
        } catch (IOException e) {
            // A cache that cannot be written can still be read.
        }
    }

    private static void removeUnused(Path shelf, Path keep) throws IOException {
        List<Path> entries;
        try (Stream<Path> files = Files.list(shelf)) {
            entries = files.filter(entry -> Files.isDirectory(entry) && !entry.equals(keep)).toList();
        }
        for (Path entry : entries) {
            Path list = entry.resolve(LIST);
            Instant used = Files.getLastModifiedTime(Files.exists(list) ? list : entry).toInstant();
            boolean temporary = entry.getFileName().toString().startsWith(".tmp-");
            if (used.isBefore(Instant.now().minus(temporary ? DAY : KEPT_UNUSED))) FileTree.delete(entry);
        }
    }
}
