package org.arolang.io.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;

/** What Copy and Move have in common ([IO-47], [IO-48]): nothing is lost when they fail. */
final class Transfer {

    private final FilePath source;
    private final Path from;
    private final Path to;
    private final boolean isDirectory;

    private Transfer(FilePath source, Path from, Path to) {
        this.source = source;
        this.from = from;
        this.to = to;
        this.isDirectory = Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Copies the content of a file, or a directory with everything in it.
     *
     * @throws IOException with the reason in the words of the program where it is the program's doing
     */
    static void copy(FilePath source, FilePath destination) throws IOException {
        Path from = source.path();
        Path to = destination.path();
        if (!Files.exists(from)) {
            throw FileFailure.notFound(source);
        }
        if (Files.exists(to) && Files.isSameFile(from, to)) {
            return;
        }
        // A link is copied as what it leads to.
        Transfer transfer = new Transfer(source, from.toRealPath(), to.normalize());
        transfer.check();
        if (transfer.isDirectory) {
            transfer.replaceDirectory(temporary -> FileTree.copy(transfer.from, temporary));
        } else {
            AtomicFile.replace(transfer.to, AtomicFile.permissions(transfer.from), out -> Files.copy(transfer.from, out));
        }
    }

    /** Moves a file, link or directory. */
    static void move(FilePath source, FilePath destination) throws IOException {
        Path from = source.path();
        Path to = destination.path();
        if (!FileTree.isThere(from)) {
            throw FileFailure.notFound(source);
        }
        if (FileTree.isThere(to)
                && from.toRealPath(LinkOption.NOFOLLOW_LINKS).equals(to.toRealPath(LinkOption.NOFOLLOW_LINKS))) {
            return;
        }
        Transfer transfer = new Transfer(source, from.normalize(), to.normalize());
        transfer.check();
        if (transfer.isDirectory) {
            transfer.replaceDirectory(transfer::rename);
        } else {
            transfer.replaceFile();
        }
        if (FileTree.isThere(transfer.from)) {
            FileTree.remove(transfer.from);
        }
    }

    private void check() throws IOException {
        boolean toDirectory = Files.isDirectory(to);
        if (!isDirectory && toDirectory) {
            throw refused("destination is a directory");
        }
        if (isDirectory && !toDirectory && FileTree.isThere(to)) {
            throw refused("destination is not a directory");
        }
        if (isDirectory && realParent(to).startsWith(from.toRealPath())) {
            throw refused("destination is inside the source");
        }
        Path parent = to.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    /** The real path of the nearest directory that exists. */
    private static Path realParent(Path path) throws IOException {
        for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (Files.exists(parent)) {
                return parent.toRealPath();
            }
        }
        return path;
    }

    private FileSystemException refused(String reason) {
        return new FileSystemException(source.given(), null, reason);
    }

    private void replaceFile() throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Path temporary = AtomicFile.beside(to);
            try {
                FileTree.copy(from, temporary);
                Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private interface Making {
        void at(Path path) throws IOException;
    }

    /** Puts a new directory in the place of an old one, which goes only when the new one is complete. */
    private void replaceDirectory(Making making) throws IOException {
        Path temporary = AtomicFile.beside(to);
        try {
            making.at(temporary);
        } catch (IOException | RuntimeException failure) {
            if (FileTree.isThere(temporary) && FileTree.isThere(from)) {
                FileTree.remove(temporary);
            }
            throw failure;
        }
        Path old = FileTree.isThere(to) ? AtomicFile.beside(to) : null;
        if (old != null) {
            Files.move(to, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE);
        if (old != null) {
            FileTree.remove(old);
        }
    }

    private void rename(Path path) throws IOException {
        try {
            Files.move(from, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            FileTree.copy(from, path);
        }
    }
}
