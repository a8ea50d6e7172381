package org.arolang.compiler.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.arolang.compiler.llvm.Llvm;
import org.arolang.compiler.llvm.LlvmException;

/**
 * LLVM on this machine: three files out of a Maven artifact, unpacked once per user (184 MB).
 *
 * @param directory    where they lie
 * @param cache        where that is, and where other things made with the tools are kept
 * @param environment  of the process, for the variables that say where things are
 */
public record Toolchain(Path directory, CacheDirectory cache, Map<String, String> environment) {

    /** Of LLVM and of its packaging. Things made by these tools are made anew with another version. */
    public static final String VERSION = LlvmJar.VERSION;

    private static final String LIBRARY = "libLLVM.so";

    /** Under which LLVM's own programs look for the library. */
    private static final String LIBRARY_SONAME = "libLLVM.so.20.1";

    private static final String CLANG_LIBRARY = "libclang-cpp.so";

    /**
     * The tools, prepared when this user has none yet, or has them damaged.
     *
     * @param progress  gets one line when there is something to prepare
     */
    public static Toolchain prepare(CacheDirectory cache, Map<String, String> environment, Consumer<String> progress)
            throws ToolchainException {
        requireLinux();
        Path directory = cache.provide("tools", VERSION, into -> {
            progress.accept("Preparing LLVM " + VERSION + " (once on this machine)...");
            LlvmJar.open(environment, jar -> {
                LlvmJar.extract(jar, LIBRARY, into.resolve(LIBRARY), false);
                Files.createSymbolicLink(into.resolve(LIBRARY_SONAME), Path.of(LIBRARY));
                LlvmJar.extract(jar, "lld", into.resolve("lld"), true);
                LlvmJar.extract(jar, "llvm-objcopy", into.resolve("llvm-objcopy"), true);
            });
        });
        return new Toolchain(directory, cache, environment);
    }

    private static void requireLinux() throws ToolchainException {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.equals("Linux amd64")) {
            throw new ToolchainException("Executables can be built on Linux x86-64 only; this is " + system + ".");
        }
    }

    public Llvm llvm() throws ToolchainException {
        try {
            return Llvm.load(directory.resolve(LIBRARY));
        } catch (LlvmException e) {
            throw new ToolchainException(e.getMessage(), e);
        }
    }

    public Path lld() {
        return directory.resolve("lld");
    }

    /** Removes symbols and debug information from a shared library or executable, in place. */
    public void strip(Path file) throws ToolchainException {
        var command = List.of(directory.resolve("llvm-objcopy").toString(), "--strip-all", file.toString());
        var result = ToolProcess.run(command, directory, Map.of());
        if (result.exitCode() != 0) throw new ToolchainException("Cannot strip " + file + ": " + result.output().strip());
    }

    /**
     * Compiles C sources that need no headers but their own. The compiler is unpacked for this call only: it is needed
     * once per version of ARO, and is large.
     *
     * @param sources    names of files in {@code directory}; {@code a.c} becomes {@code a.o} there
     * @param directory  an existing directory
     */
    public void compileC(List<String> sources, Path directory) throws ToolchainException, IOException {
        Path compiler = Files.createTempDirectory("aro-clang-");
        try {
            LlvmJar.open(environment, jar -> {
                LlvmJar.extract(jar, "clang", compiler.resolve("clang"), true);
                LlvmJar.extract(jar, CLANG_LIBRARY, compiler.resolve(CLANG_LIBRARY + ".20.1"), false);
            });
            Files.createSymbolicLink(compiler.resolve(LIBRARY_SONAME), this.directory.resolve(LIBRARY));
            var command = new ArrayList<>(List.of(compiler.resolve("clang").toString(), "-c", "-O2", "-fPIC",
                    "-std=gnu11", "-ffreestanding", "-nostdinc", "-fno-stack-protector", "-ffunction-sections", "-fdata-sections"));
            command.addAll(sources);
            var result = ToolProcess.run(command, directory, Map.of());
            if (result.exitCode() != 0) throw new ToolchainException("The launcher does not compile: " + result.output().strip());
        } finally {
            FileTree.delete(compiler);
        }
    }
}
