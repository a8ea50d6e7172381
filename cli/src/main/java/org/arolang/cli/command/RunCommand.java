package org.arolang.cli.command;

import java.util.List;
import org.arolang.cli.Report;
import org.arolang.cli.Signals;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.Loader;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.ApplicationRun;
import org.arolang.runtime.execution.Options;

/** {@code aro run} ([TOOL-100] and following). */
public final class RunCommand implements Command {

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String summary() {
        return "Run an ARO application.";
    }

    @Override
    public String synopsis() {
        return "[--entry-point <name>] [--verbose] [--keep-alive] [--debug] <path> [application-arguments ...]";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(new Argument("path", "The application's directory, or one source file.", true));
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.value("--entry-point", "-e", "name", "The feature set to start with (default: Application-Start)."),
                Option.flag("--verbose", "-v", "Tell more on standard error."),
                Option.flag("--keep-alive", null, "Stay after the entry feature set has ended."),
                Option.flag("--debug", null, "Show the final response in developer form, and values in failures."));
    }

    @Override
    public boolean passesRest() {
        return true;
    }

    @Override
    public int run(Invocation invocation, Surroundings around) {
        Loader loader = Loader.forRun(around, invocation.arguments().getFirst());
        String entryPoint = invocation.value("--entry-point", "Application-Start");
        List<Diagnostic> diagnostics = loader.diagnostics(entryPoint);
        boolean verbose = invocation.has("--verbose");
        if (Report.show(around, loader.sources().files(), diagnostics, verbose)) {
            return 1;
        }
        Options options = Options.of(loader.sources().root())
                .withEntryPoint(entryPoint)
                .withArguments(invocation.rest())
                .withKeepAlive(invocation.has("--keep-alive"))
                .withDebug(invocation.has("--debug"))
                .withVerbose(verbose)
                .withEnvironment(around.environment())
                .withColour(around.colourError());
        return run(loader, options, around);
    }

    /** Builds and runs the application, and ends it in order when a signal asks for that. */
    public static int run(Loader loader, Options options, Surroundings around) {
        Application application = loader.build(options, around.console());
        Signals.handOver(application);
        return new ApplicationRun(application).run();
    }
}
