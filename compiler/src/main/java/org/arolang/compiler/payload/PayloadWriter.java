package org.arolang.compiler.payload;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.arolang.compiler.toolchain.Digest;

/** Compresses a tree of files into a payload, with all processors. */
final class PayloadWriter {

    /** Large enough to compress well, small enough for several threads to share the work of unpacking. */
    private static final int CHUNK = 16 << 20;

    /** The decoder may read a little beyond the last frame; as {@code ZSTD_SLACK} in {@code zstd.h}. */
    private static final int SLACK = 64;

    private static final int EXECUTABLE = 0700;
    private static final int DATA = 0600;

    private PayloadWriter() {
    }

    private record Part(int file, Path path, long offset, int size) {
    }

    static void write(PayloadTree tree, List<String> options, String mainClass, int level, Path indexFile, Path dataFile)
            throws IOException {
        List<Part> parts = split(tree);
        var chunks = new ArrayList<PayloadIndex.Chunk>();
        try (ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                var data = new BufferedOutputStream(Files.newOutputStream(dataFile), 1 << 16)) {
            List<Future<byte[]>> frames = parts.stream().map(part -> workers.submit(() -> compress(part, level))).toList();
            long position = 0;
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                byte[] frame = result(frames.get(i));
                data.write(frame);
                chunks.add(new PayloadIndex.Chunk(position, frame.length, part.offset, part.size, part.file));
                position += frame.length;
            }
            data.write(new byte[SLACK]);
        }
        Files.write(indexFile, index(tree, chunks, options, mainClass).encode());
    }

    private static List<Part> split(PayloadTree tree) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < tree.files().size(); i++) {
            var entry = tree.files().get(i);
            for (long offset = 0; offset < entry.size(); offset += CHUNK) {
                parts.add(new Part(i, entry.file(), offset, (int) Math.min(CHUNK, entry.size() - offset)));
            }
        }
        return parts;
    }

    private static byte[] compress(Part part, int level) throws IOException {
        var content = new byte[part.size];
        try (var file = new RandomAccessFile(part.path.toFile(), "r")) {
            file.seek(part.offset);
            file.readFully(content);
        }
        try (var context = new ZstdCompressCtx().setLevel(level).setChecksum(true)) {
            return context.compress(content);
        }
    }

    private static byte[] result(Future<byte[]> frame) throws IOException {
        try {
            return frame.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) throw failure;
            throw new IOException("the payload cannot be compressed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("compressing the payload was interrupted", e);
        }
    }

    private static PayloadIndex index(PayloadTree tree, List<PayloadIndex.Chunk> chunks, List<String> options, String mainClass)
            throws IOException {
        var digest = new Digest().add(mainClass);
        options.forEach(digest::add);
        var files = new ArrayList<PayloadIndex.File>();
        for (var entry : tree.files()) {
            digest.add(entry.name()).add(Digest.ofFile(entry.file()));
            files.add(new PayloadIndex.File(entry.name(), entry.size(), entry.fingerprint(), entry.executable() ? EXECUTABLE : DATA));
        }
        return new PayloadIndex(digest.hex(), tree.directories(), files, chunks, options, mainClass, "");
    }
}
