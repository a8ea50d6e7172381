package org.arolang.compiler.payload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.arolang.compiler.link.ExecutableLinker;
import org.arolang.compiler.link.LinkException;
import org.arolang.compiler.llvm.LlvmException;
import org.arolang.compiler.llvm.Optimization;
import org.arolang.compiler.toolchain.FileTree;
import org.arolang.compiler.toolchain.Toolchain;
import org.arolang.compiler.toolchain.ToolchainException;

/**
 * Java's ahead-of-time cache: classes as they are after loading and linking.
 *
 * <p>It is made by a real executable, not by {@code java}, so that it also holds what only happens there. And it is made of
 * exactly the jar that it will be used with: the Java machine does not check that, and would run old classes.
 */
final class StartupCache {

    /** Only the fastest compression: this executable lives for seconds. */
    private static final int LEVEL = 1;

    private static final Duration DUMP_LIMIT = Duration.ofMinutes(2);

    private StartupCache() {
    }

    /**
     * Makes the cache.
     *
     * @param tree     runtime and jar, without a cache
     * @param options  of the Java machine
     * @param scratch  an empty directory
     * @return the cache's file, in {@code scratch}
     */
    static Path train(Toolchain tools, ExecutableLinker linker, PayloadTree tree, PayloadSpec spec, List<String> options, Training training,
            Path scratch) throws IOException, ToolchainException {
        Path program = scratch.resolve("training");
        Path index = scratch.resolve("payload.idx");
        Path data = scratch.resolve("payload.bin");
        PayloadWriter.write(tree, options, spec.mainClass(), LEVEL, index, data);
        try {
            byte[] object = tools.llvm().compile(training.ir(), "training.ll", Optimization.NONE);
            linker.link(new ExecutableLinker.Parts(object, training.archive(), index, data, true), program);
        } catch (LlvmException | LinkException e) {
            throw new ToolchainException("The training program cannot be built: " + e.getMessage(), e);
        }

        Path configuration = scratch.resolve("training.aotconf");
        Path cache = scratch.resolve("training.aot");
        // The cache remembers the path it was trained in, and at every start Java looks at it once for each class: hence a
        // short path, which tells nothing of this machine.
        Path unpacked = Files.createTempDirectory("aro-training-");
        try {
            run(program, scratch, unpacked, "-XX:AOTMode=record -XX:AOTConfiguration=" + configuration, training, configuration);
            var dump = new Training("", new byte[0], List.of(), Map.of(), DUMP_LIMIT, (process, output) -> {
            });
            run(program, scratch, unpacked, "-XX:AOTMode=create -XX:AOTConfiguration=" + configuration + " -XX:AOTCache=" + cache, dump,
                    cache);
        } finally {
            FileTree.delete(unpacked);
        }
        return cache;
    }

    private static void run(Path program, Path scratch, Path unpacked, String options, Training training, Path result)
            throws IOException, ToolchainException {
        Path log = scratch.resolve("training.log");
        var builder = new ProcessBuilder(program.toString()).directory(scratch.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.command().addAll(training.arguments());
        builder.environment().put("ARO_CACHE_DIR", unpacked.toString());
        builder.environment().put("ARO_JAVA_OPTS", options);
        builder.environment().putAll(training.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            training.await(process, log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolchainException("The training was interrupted.", e);
        }
        if (!Files.isRegularFile(result)) {
            throw new ToolchainException("The training run left no start-up cache. It says:\n" + Files.readString(log).strip());
        }
    }
}
