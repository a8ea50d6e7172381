package org.arolang.cli.program;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.arolang.cli.Surroundings;
import org.arolang.cli.command.CommandLine;
import org.arolang.cli.command.Invocation;
import org.arolang.cli.command.RunCommand;
import org.arolang.cli.load.Loader;
import org.arolang.compiler.IrBackEnd;
import org.arolang.compiler.NativeBackEnd;
import org.arolang.compiler.llvm.LlvmException;
import org.arolang.compiler.llvm.Optimization;
import org.arolang.compiler.toolchain.CacheDirectory;
import org.arolang.compiler.toolchain.Toolchain;
import org.arolang.compiler.toolchain.ToolchainException;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.runtime.code.DowncallStepping;
import org.arolang.runtime.execution.Options;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs applications as executables do, in this process: the program's native code as a shared object, everything else of it out of its
 * archive. Only launcher and payload are left out.
 */
public final class SharedObject {

    private static final long TABLE = 1L << 16;

    private final Toolchain tools;
    private final Path work;

    private SharedObject(Toolchain tools, Path work) {
        this.tools = tools;
        this.work = work;
    }

    /** Skips the test where LLVM cannot be had. */
    public static SharedObject require(Path work) {
        try {
            CacheDirectory cache = new CacheDirectory(Path.of("target/native-cache").toAbsolutePath());
            return new SharedObject(Toolchain.prepare(cache, System.getenv(), System.out::println), work);
        } catch (ToolchainException failure) {
            return Assumptions.abort("LLVM cannot be had here: " + failure.getMessage());
        }
    }

    /** Runs {@code run <path> [arguments]} as a built program would run. Skips what cannot be built. */
    public int run(List<String> command, Surroundings around) throws IOException, InterruptedException, LlvmException, ToolchainException {
        Invocation invocation = CommandLine.read(new RunCommand(), command.subList(1, command.size()));
        Loader loader = Loader.forRun(around, invocation.arguments().getFirst());
        Assumptions.assumeFalse(
                loader.diagnostics("Application-Start").stream().anyMatch(Diagnostic::isError), "the program has errors");
        IrBackEnd ir = new IrBackEnd(true);
        loader.build(Options.of(loader.sources().root()).withEnvironment(around.environment()), around.console(), ir, false);
        ProgramArchive archive = ProgramArchive.read(ByteBuffer.wrap(ArchiveMaker.make(loader.sources()).write()));
        try (Arena arena = Arena.ofShared()) {
            MemorySegment functions = SymbolLookup.libraryLookup(link(ir.text()), arena)
                    .find("aro_functions")
                    .orElseThrow()
                    .reinterpret(TABLE);
            NativeBackEnd backEnd = new NativeBackEnd(new DowncallStepping(), functions);
            return new BuiltProgram(archive, loader.sources().root(), around).run(backEnd, arguments(invocation));
        }
    }

    private static List<String> arguments(Invocation invocation) {
        List<String> arguments = new java.util.ArrayList<>(invocation.rest());
        invocation.values().keySet().forEach(arguments::add);
        return arguments;
    }

    private Path link(String ir) throws IOException, InterruptedException, LlvmException, ToolchainException {
        Path object = Files.createTempFile(work, "program", ".o");
        Path shared = Files.createTempFile(work, "program", ".so");
        Files.write(object, tools.llvm().compile(ir, "program.ll", Optimization.NONE));
        Process lld = new ProcessBuilder(
                tools.lld().toString(), "-flavor", "gnu", "-shared", "-o", shared.toString(), object.toString())
                .inheritIO()
                .start();
        if (lld.waitFor() != 0) {
            throw new IOException("lld failed");
        }
        return shared;
    }
}
