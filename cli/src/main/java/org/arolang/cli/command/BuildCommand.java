package org.arolang.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.arolang.cli.Report;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.LoadError;
import org.arolang.cli.load.Loader;
import org.arolang.cli.program.Builder;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.runtime.execution.Terminal;

/** {@code aro build} ([TOOL-300] and following). */
public final class BuildCommand implements Command {

    @Override
    public String name() {
        return "build";
    }

    @Override
    public String summary() {
        return "Build an ARO application into one standalone executable.";
    }

    @Override
    public String synopsis() {
        return "<path> [--output <file>] [--optimize] [--size] [--strip] [--release] [--dynamic] [--emit-llvm] [--keep-intermediate]";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(new Argument("path", "The application's directory, or one source file.", true));
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.value("--output", "-o", "output", "The executable (default: named like the directory, inside it)."),
                Option.flag("--optimize", null, "Optimise the program, and give it the smallest runtime that it needs."),
                Option.flag("--size", null, "Optimise for size."),
                Option.flag("--strip", null, "Leave symbols and debug information out."),
                Option.flag("--release", null, "The same as --optimize --size --strip."),
                Option.flag("--static", null, "One file with the runtime inside (default)."),
                Option.flag("--dynamic", null, "Put the runtime into a directory beside the executable."),
                Option.flag("--keep-intermediate", null, "Keep the LLVM IR and the object file."),
                Option.flag("--emit-llvm", null, "Write the LLVM IR and stop."),
                Option.flag("--verbose", "-v", "Tell more on standard error."),
                Option.value("--sign", null, "identity", "Only on macOS: sign the executable."),
                Option.flag("--hardened-runtime", null, "Only on macOS: sign for the hardened runtime."));
    }

    @Override
    public int run(Invocation invocation, Surroundings around) {
        if (invocation.has("--static") && invocation.has("--dynamic")) {
            throw new LoadError("Error: --static and --dynamic are mutually exclusive.");
        }
        for (String foreign : List.of("--sign", "--hardened-runtime")) {
            if (invocation.has(foreign)) {
                around.error("Warning: " + foreign + " has no effect on this system");
            }
        }
        Loader loader = Loader.forBuild(around, invocation.arguments().getFirst());
        List<Diagnostic> diagnostics = loader.diagnostics("Application-Start");
        if (Report.show(around, loader.sources().files(), diagnostics, invocation.has("--verbose"))) {
            return 1;
        }
        return new Builder(loader, request(invocation, loader), around).build();
    }

    private static Builder.Request request(Invocation invocation, Loader loader) {
        boolean release = invocation.has("--release");
        Path root = loader.sources().root();
        Path output = root.resolve(invocation.value("--output", loader.sources().name())).normalize();
        return new Builder.Request(
                output,
                release || invocation.has("--optimize"),
                release || invocation.has("--size"),
                release || invocation.has("--strip"),
                invocation.has("--dynamic"),
                invocation.has("--keep-intermediate"),
                invocation.has("--emit-llvm"),
                invocation.has("--verbose"),
                Terminal.isTerminal(Terminal.Stream.ERROR));
    }
}
