package org.arolang.cli.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an application is made of at one moment: its source files, contract, store files, {@code aro.yaml} and manifests of plugins, and
 * apart from them its templates. Files that the program writes itself are not looked at.
 *
 * @param program the files whose change means a new program
 * @param templates the files below {@code templates/} and {@code static/}
 */
record Snapshot(Map<Path, Stamp> program, Map<Path, Stamp> templates) {

    private static final Set<String> AT_THE_ROOT = Set.of("openapi.yaml", "openapi.yml", "openapi.json", "aro.yaml");
    private static final Set<String> TEMPLATE_FOLDERS = Set.of("templates", "static");

    /** What tells that a file has changed. */
    record Stamp(FileTime modified, long size) {}

    /**
     * @param path the application: its directory, or one source file
     * @param imported source files that its imports brought in
     */
    static Snapshot of(Path path, List<Path> imported) {
        Snapshot snapshot = new Snapshot(new TreeMap<>(), new TreeMap<>());
        boolean isFile = Files.isRegularFile(path);
        Path root = isFile ? path.resolveSibling("").normalize() : path;
        try {
            if (isFile) {
                snapshot.add(snapshot.program, path);
                snapshot.directory(root, false);
            } else {
                snapshot.tree(root);
            }
            for (String folder : TEMPLATE_FOLDERS) {
                snapshot.templates(root.resolve(folder));
            }
            Set<Path> folders = new TreeSet<>();
            imported.forEach(file -> folders.add(file.getParent()));
            for (Path folder : folders) {
                snapshot.directory(folder, true);
            }
        } catch (IOException _) {
            // Something vanished while it was looked at: the next look will tell.
        }
        return snapshot;
    }

    /** The files that differ, in order. */
    static List<Path> changed(Map<Path, Stamp> before, Map<Path, Stamp> after) {
        Set<Path> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Path> changed = new ArrayList<>();
        for (Path path : all) {
            Stamp old = before.get(path);
            if (old == null || !old.equals(after.get(path))) {
                changed.add(path);
            }
        }
        return changed;
    }

    private void tree(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean isTop = folder.getParent() != null && folder.getParent().equals(root);
                boolean isTemplates = isTop && TEMPLATE_FOLDERS.contains(name(folder));
                return !folder.equals(root) && (isHidden(folder) || isTemplates)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean isTop = root.equals(file.getParent());
                if (!isHidden(file) && (isSource(file) || name(file).equals("plugin.yaml") || isTop && isAtTheRoot(file))) {
                    add(program, file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The files directly in a directory: sources of an imported application, or what a single source file's application has beside it. */
    private void directory(Path folder, boolean sources) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var entries = Files.newDirectoryStream(folder)) {
            for (Path file : entries) {
                if (Files.isRegularFile(file) && !isHidden(file) && (sources ? isSource(file) : isAtTheRoot(file))) {
                    add(program, file);
                }
            }
        }
    }

    private void templates(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(templates, file);
            }
        }
    }

    private void add(Map<Path, Stamp> to, Path file) throws IOException {
        if (Files.exists(file)) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            to.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
        }
    }

    private static boolean isAtTheRoot(Path file) throws IOException {
        return AT_THE_ROOT.contains(name(file)) || name(file).endsWith(".store") && !isWrittenByProgram(file);
    }

    /** [APP-131]. */
    private static boolean isWrittenByProgram(Path store) throws IOException {
        return Files.getPosixFilePermissions(store, LinkOption.NOFOLLOW_LINKS).contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static boolean isSource(Path file) {
        return name(file).endsWith(".aro") || name(file).endsWith(".fdd");
    }

    private static boolean isHidden(Path path) {
        return name(path).startsWith(".");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
