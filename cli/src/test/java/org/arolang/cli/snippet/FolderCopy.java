package org.arolang.cli.snippet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A copy of a snippet's folder, for programs that write files. */
final class FolderCopy implements AutoCloseable {

    private final Path folder;
    private final Snippet.Workspace workspace;

    FolderCopy(Path original, Snippet.Workspace workspace) throws IOException {
        this.folder = Files.createTempDirectory("snippet").toRealPath();
        this.workspace = workspace;
        for (Path path : paths(original, Comparator.naturalOrder())) {
            Path copy = folder.resolve(original.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy);
                allow(copy, "rw-r--r--");
            }
        }
        for (String file : workspace.writable()) {
            allow(folder.resolve(file), "rw-r--rw-");
        }
    }

    Path folder() {
        return folder;
    }

    /** The files that are to be shown, each under its name and permissions. */
    String shown() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : workspace.shown()) {
            Path file = folder.resolve(name);
            if (Files.notExists(file)) {
                text.append("--- no ").append(name).append('\n');
                continue;
            }
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            text.append("--- ").append(name).append(' ').append(permissions).append('\n').append(Files.readString(file));
            if (text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        for (Path path : paths(folder, Comparator.reverseOrder())) {
            Files.delete(path);
        }
    }

    private static void allow(Path file, String permissions) throws IOException {
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        Files.setPosixFilePermissions(file, set);
    }

    private static List<Path> paths(Path root, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(order).toList();
        }
    }
}
