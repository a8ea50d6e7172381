package org.arolang.io.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Replaces files as a whole: whoever reads meanwhile sees the old content or the new one ([IO-28]). */
final class AtomicFile {

    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /** Writes a file's content. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces a file, or makes it and the directories above it.
     *
     * @param permissions those of the new file; null for those of the old one, or what the process's mask leaves
     */
    static void replace(Path path, @Nullable Set<PosixFilePermission> permissions, Content content) throws IOException {
        Path file = behindLinks(path);
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory");
        }
        boolean exists = Files.exists(file);
        if (exists && !Files.isRegularFile(file)) {
            // A device or a pipe is written to, not replaced.
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            return;
        }
        if (exists && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        Path parent = file.getParent();
        if (!exists && parent != null) {
            Files.createDirectories(parent);
        }
        Path temporary = beside(file);
        try {
            try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            Set<PosixFilePermission> wanted = permissions == null && exists ? permissions(file) : permissions;
            if (wanted != null) {
                Files.setPosixFilePermissions(temporary, wanted);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(temporary);
            throw failure;
        }
    }

    /** A hidden name in the same directory that nothing has. */
    static Path beside(Path file) {
        String number = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
        return file.resolveSibling("." + shortened(String.valueOf(file.getFileName())) + "." + number + ".tmp");
    }

    /** File systems limit the length of names. */
    private static String shortened(String name) {
        return name.length() <= 50 ? name : name.substring(0, name.offsetByCodePoints(0, 25));
    }

    /** What a symbolic link leads to, also when nothing is there yet. */
    static Path behindLinks(Path path) throws IOException {
        Path file = path;
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(path.toString(), null, "Too many levels of symbolic links");
            }
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return file;
    }

    /** The permission bits; null where there are none. */
    static @Nullable Set<PosixFilePermission> permissions(Path file) throws IOException {
        try {
            return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException _) {
            return null;
        }
    }
}
