package org.arolang.compiler.payload;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.arolang.compiler.link.ExecutableLinker;
import org.arolang.compiler.toolchain.Digest;
import org.arolang.compiler.toolchain.FileTree;
import org.arolang.compiler.toolchain.Toolchain;
import org.arolang.compiler.toolchain.ToolchainException;

/**
 * Makes payloads, each once: the result is kept in the cache under a hash of everything that goes into it.
 *
 * @param tools   LLVM
 * @param linker  for the executable that the start-up cache is trained with
 */
public record PayloadFactory(Toolchain tools, ExecutableLinker linker) {

    /** Raise it when payloads made by an older version must not be used any more. */
    private static final String FORMAT = "1";

    private static final String JAR = "aro.jar";
    private static final String STARTUP_CACHE = "aro.aot";

    /** As {@code PAYLOAD_MODIFIED} in {@code payload.h}. */
    private static final FileTime MODIFIED = FileTime.fromMillis(1_000_000_000_000L);

    /**
     * The payload for a specification.
     *
     * @param progress  gets one line when the payload has to be made, which takes from ten seconds to a minute
     */
    public Payload prepare(PayloadSpec spec, Consumer<String> progress) throws ToolchainException {
        Path directory = tools.cache().provide("payload", key(spec), into -> {
            progress.accept("Preparing the " + spec.name() + " runtime payload (once for this version)...");
            make(spec, into);
        });
        return new Payload(directory);
    }

    /** Whether {@link #prepare} would find it ready. */
    public boolean isPrepared(PayloadSpec spec) throws ToolchainException {
        return tools.cache().has("payload", key(spec));
    }

    private String key(PayloadSpec spec) throws ToolchainException {
        var digest = new Digest().add(FORMAT).add(linker.launcherKey()).add(Runtime.version().toString())
                .add(System.getProperty("java.home"));
        try {
            digest.add(Digest.ofFile(spec.jar()));
        } catch (IOException e) {
            throw new ToolchainException("ARO's own jar " + spec.jar() + " cannot be read.", e);
        }
        digest.add(spec.mainClass()).add(Integer.toString(spec.compressionLevel())).add(Boolean.toString(spec.keepDebug()));
        digest.add(String.join(" ", spec.modules())).add(String.join(" ", spec.excluded())).add(String.join(" ", spec.jvmOptions()));
        Training training = spec.training();
        if (training != null) {
            digest.add(training.ir()).add(training.archive()).add(String.join("\0", training.arguments()));
            digest.add(training.environment().toString());
        }
        return digest.hex().substring(0, 32);
    }

    private void make(PayloadSpec spec, Path into) throws IOException, ToolchainException {
        // Beside the result: on a file system that has room for it.
        Path scratch = Files.createDirectory(into.resolve("scratch"));
        Path root = Files.createDirectory(scratch.resolve("tree"));
        RuntimeImage.create(tools, spec.modules(), root.resolve("rt"));
        RuntimeJar.write(spec.jar(), spec.excluded(), spec.keepDebug(), root.resolve(JAR));

        var options = new ArrayList<>(spec.jvmOptions());
        options.add("-Djava.class.path=${dir}/" + JAR);
        Training training = spec.training();
        if (training != null) {
            Path work = Files.createDirectory(scratch.resolve("training"));
            Path cache = StartupCache.train(tools, linker, PayloadTree.read(root), spec, options, training, work);
            Files.move(cache, root.resolve(STARTUP_CACHE));
            options.add("-XX:AOTCache=${dir}/" + STARTUP_CACHE);
        }
        var payload = new Payload(into);
        PayloadWriter.write(PayloadTree.read(root), options, spec.mainClass(), spec.compressionLevel(), payload.index(), payload.data());
        FileTree.delete(scratch);
    }

    /**
     * Unpacks a payload into a new directory, to be used in place by an executable beside it.
     *
     * @return the index to link into that executable, instead of the payload's own and without data
     */
    public static byte[] unpackBeside(Payload payload, Path directory) throws IOException {
        PayloadIndex index = PayloadIndex.decode(Files.readAllBytes(payload.index()));
        Files.createDirectory(directory);
        for (String name : index.directories()) Files.createDirectory(directory.resolve(name));
        for (PayloadIndex.File file : index.files()) {
            Path path = directory.resolve(file.name());
            Files.createFile(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString((file.mode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
        }
        try (var data = new RandomAccessFile(payload.data().toFile(), "r")) {
            for (PayloadIndex.Chunk chunk : index.chunks()) {
                var frame = new byte[(int) chunk.storedSize()];
                data.seek(chunk.storedAt());
                data.readFully(frame);
                try (var file = new RandomAccessFile(directory.resolve(index.files().get(chunk.file()).name()).toFile(), "rw")) {
                    file.seek(chunk.offset());
                    file.write(Zstd.decompress(frame, (int) chunk.size()));
                }
            }
        }
        for (PayloadIndex.File file : index.files()) Files.setLastModifiedTime(directory.resolve(file.name()), MODIFIED);
        return index.beside(directory.getFileName().toString()).encode();
    }

    /** All files' sizes added up, as they are when unpacked. */
    public static long unpackedSize(Payload payload) throws IOException {
        return PayloadIndex.decode(Files.readAllBytes(payload.index())).files().stream().mapToLong(PayloadIndex.File::size).sum();
    }
}
