package org.arolang.compiler.payload;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that go into a payload.
 *
 * @param root         their directory
 * @param directories  relative names; parents come first
 * @param files        the largest first, so that the threads that unpack them end at the same time
 */
record PayloadTree(Path root, List<String> directories, List<Entry> files) {

    /** As {@code FINGERPRINT_EDGE} in {@code payload.h}. */
    private static final int EDGE = 4096;

    /** A file and its relative name. */
    record Entry(String name, Path file, long size, boolean executable) {

        /** As {@code payload_fingerprint} in {@code payload.c}. */
        long fingerprint() throws IOException {
            int length = (int) Math.min(EDGE, size);
            var edge = new byte[length];
            try (var content = new RandomAccessFile(file.toFile(), "r")) {
                content.readFully(edge);
                long hash = XxHash64.hash(edge, size);
                if (size <= EDGE) return hash;
                content.seek(size - length);
                content.readFully(edge);
                return XxHash64.hash(edge, hash);
            }
        }
    }

    static PayloadTree read(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            List<Path> all = paths.filter(path -> !path.equals(root)).toList();
            List<String> directories = all.stream().filter(Files::isDirectory).map(path -> name(root, path)).sorted().toList();
            List<Entry> files = all.stream().filter(Files::isRegularFile).map(path -> entry(root, path))
                    .sorted(Comparator.comparingLong(Entry::size).reversed().thenComparing(Entry::name)).toList();
            return new PayloadTree(root, directories, files);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(Path root, Path path) {
        return root.relativize(path).toString();
    }

    private static Entry entry(Path root, Path path) {
        try {
            String name = name(root, path);
            return new Entry(name, path, Files.size(path), name.endsWith(".so") || Files.isExecutable(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
