package org.arolang.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.LoadError;
import org.arolang.cli.load.Loader;
import org.arolang.compiler.IrBackEnd;
import org.arolang.compiler.executable.BuildListener;
import org.arolang.compiler.executable.BuildRequest;
import org.arolang.compiler.executable.NativeBuild;
import org.arolang.compiler.executable.NativeBuildException;
import org.arolang.compiler.llvm.Optimization;
import org.arolang.compiler.toolchain.CacheDirectory;
import org.arolang.language.check.TreeWalk;
import org.arolang.language.tree.FeatureSet;
import org.arolang.runtime.execution.Options;

/** Builds an application into an executable and tells the steps ([TOOL-301] to [TOOL-310]). Used once. */
public final class Builder {

    private final Loader loader;
    private final Request request;
    private final Surroundings around;
    private final long start = System.nanoTime();

    /** What is asked for; see {@code aro build --help}. */
    public record Request(
            Path output,
            boolean optimize,
            boolean size,
            boolean strip,
            boolean beside,
            boolean keepIntermediates,
            boolean emitOnly,
            boolean verbose,
            boolean terminal) {}

    public Builder(Loader loader, Request request, Surroundings around) {
        this.loader = loader;
        this.request = request;
        this.around = around;
    }

    /** Builds; gives the exit code. */
    public int build() {
        try {
            tell("Compiling " + request.output.getFileName() + "...");
            IrBackEnd backEnd = new IrBackEnd(!request.strip);
            compile(backEnd);
            tell("Generating LLVM IR...");
            String ir = backEnd.text();
            ProgramArchive archive = ArchiveMaker.make(loader.sources());
            return finish(
                    new BuildRequest(ir, archive.write(), request.output, loader.sources().root().resolve(".build"), options()),
                    needsWeb(archive));
        } catch (NativeBuildException failure) {
            return failed(failure);
        } catch (IOException failure) {
            throw new LoadError("Error: " + failure.getMessage());
        }
    }

    private void compile(IrBackEnd backEnd) {
        Options options = Options.of(loader.sources().root()).withEnvironment(around.environment());
        try {
            loader.build(options, around.console(), backEnd, false);
        } catch (LoadError error) {
            if (error.line().startsWith("Runtime error: Entry point")) {
                throw new LoadError("Code generation error: there is no Application-Start feature set");
            }
            throw error;
        }
    }

    private int finish(BuildRequest build, boolean serves) throws NativeBuildException, IOException {
        BuildListener listener = new Steps();
        CacheDirectory cache = CacheDirectory.ofUser(around.environment());
        NativeBuild tools = NativeBuild.prepare(cache, around.environment(), listener);
        if (request.emitOnly) {
            tell("LLVM IR written to: " + tools.emitIr(build, listener));
            return 0;
        }
        Payloads payloads = new Payloads(around);
        tools.build(build, tools.payload(request.optimize || request.size ? payloads.small(serves) : payloads.standard(), listener),
                listener);
        deleteIfEmpty(build.intermediates());
        tell("Build complete: " + display(request.output));
        say("Completed in " + String.format(Locale.ROOT, "%.2f", (System.nanoTime() - start) / 1e9) + "s");
        return 0;
    }

    /** Whether the program can ever open a port: it has a contract, pages, or starts something. */
    private boolean needsWeb(ProgramArchive archive) {
        return loader.contract() != null
                || !archive.of(ProgramArchive.Kind.PAGE).isEmpty()
                || loader.sources().programs().stream()
                        .flatMap(program -> program.featureSets().stream())
                        .anyMatch(Builder::startsSomething);
    }

    private static boolean startsSomething(FeatureSet featureSet) {
        boolean[] starts = new boolean[1];
        TreeWalk.actions(featureSet.body(), action -> starts[0] |= action.verb().equalsIgnoreCase("start"));
        return starts[0];
    }

    private BuildRequest.Options options() {
        Optimization level = request.size ? Optimization.SIZE : request.optimize ? Optimization.SPEED : Optimization.NONE;
        return new BuildRequest.Options(level, request.strip, request.keepIntermediates, request.beside);
    }

    private int failed(NativeBuildException failure) {
        switch (failure.phase()) {
            case EMISSION -> {
                around.error("LLVM emission error: " + failure.getMessage());
                failure.ir().ifPresent(ir -> around.error("LLVM IR at: " + ir + " for debugging"));
            }
            case LINKING -> around.error("Linking error: " + failure.getMessage());
            case PREPARATION, FILES -> around.error("Error: " + failure.getMessage());
        }
        return 1;
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (var listing = Files.list(folder)) {
            files = listing.toList();
        }
        if (files.isEmpty()) {
            Files.delete(folder);
        }
    }

    /** [TOOL-302]. */
    private String display(Path file) {
        return file.startsWith(around.directory()) ? "./" + around.directory().relativize(file) : file.toString();
    }

    private void tell(String line) {
        around.println(line);
    }

    private void say(String detail) {
        if (request.verbose) {
            around.error(detail);
        }
    }

    /** Tells the steps that LLVM and the linker take. */
    private final class Steps implements BuildListener {

        @Override
        public void preparing(String line) {
            around.error(line);
        }

        @Override
        public void irWritten(Path file) {
            say("  LLVM IR written: " + file);
        }

        @Override
        public void compiling() {
            tell("Compiling to object file...");
        }

        @Override
        public void objectCreated() {
            say("  Object file created");
        }

        @Override
        public void linking() {
            tell("Linking with runtime...");
        }

        @Override
        public void linked(Path executable) {
            say("  Executable created");
        }
    }
}
