package org.arolang.io.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies and removes files and whole directories. Links are never followed. */
final class FileTree {

    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    private FileTree() {}

    /** Copies a file, link or directory with everything in it to a path where nothing is. */
    static void copy(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                Path copy = target.resolve(source.relativize(directory));
                Files.createDirectory(copy);
                if (AtomicFile.permissions(directory) != null) {
                    Files.setPosixFilePermissions(copy, OWN);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // The source itself may be a file: then its relative path is empty.
                copyOne(file, target.resolve(source.relativize(file)), attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                keepPermissions(directory, target.resolve(source.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void copyOne(Path file, Path copy, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            Files.createSymbolicLink(copy, Files.readSymbolicLink(file));
        } else if (attributes.isRegularFile()) {
            Files.copy(file, copy);
            keepPermissions(file, copy);
        } else {
            throw new FileSystemException(file.toString(), null, file.getFileName() + " is not a regular file");
        }
    }

    private static void keepPermissions(Path file, Path copy) throws IOException {
        Set<PosixFilePermission> permissions = AtomicFile.permissions(file);
        if (permissions != null) {
            Files.setPosixFilePermissions(copy, permissions);
        }
    }

    /** Removes a file, link or directory with everything in it. */
    static void remove(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Whether there is anything at a path, be it a link that leads nowhere. */
    static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
