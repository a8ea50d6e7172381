package org.arolang.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.arolang.cli.Report;
import org.arolang.cli.Signals;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.Loader;
import org.arolang.cli.recording.Recording;
import org.arolang.cli.recording.Replay;
import org.arolang.cli.watch.Watch;
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
        return "[--entry-point <name>] [--verbose] [--keep-alive] [--watch] [--debug] [--record <file>] [--replay <file>] <path> "
                + "[application-arguments ...]";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                new Argument("path", "The application's directory, or one source file.", true),
                new Argument("application-arguments", "What the application finds as its parameters.", false));
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.value("--entry-point", "-e", "name", "The feature set to start with (default: Application-Start)."),
                Option.flag("--verbose", "-v", "Tell more on standard error."),
                Option.flag("--keep-alive", null, "Stay after the entry feature set has ended."),
                Option.flag("--watch", null, "Run again when a file of the application changes."),
                Option.flag("--debug", null, "Show the final response in developer form, and values in failures."),
                Option.value("--record", null, "file", "Write all events of the run to a file."),
                Option.value("--replay", null, "file", "Deliver the domain events of a recording before the start."));
    }

    @Override
    public boolean passesRest() {
        return true;
    }

    @Override
    public int run(Invocation invocation, Surroundings around) {
        if (invocation.has("--watch")) {
            return watch(invocation, around);
        }
        String path = invocation.arguments().getFirst();
        String entryPoint = entryPoint(invocation);
        boolean verbose = invocation.has("--verbose");
        Introduction introduction = new Introduction(around::error);
        if (verbose) {
            introduce(introduction, invocation, around);
        }
        Loader loader = Loader.forRun(around, path);
        if (verbose) {
            introduction.discovered(loader);
            introduction.compiling(loader.sources());
        }
        List<Diagnostic> diagnostics = loader.diagnostics(entryPoint);
        if (Report.show(around, loader.sources().files(), diagnostics, verbose)) {
            return 1;
        }
        if (verbose) {
            if (!diagnostics.isEmpty()) {
                around.error("");
            }
            introduction.compiled(loader.sources());
        }
        return run(invocation, loader, around);
    }

    private static int run(Invocation invocation, Loader loader, Surroundings around) {
        boolean verbose = invocation.has("--verbose");
        String recordTo = invocation.value("--record");
        String replayFrom = invocation.value("--replay");
        Recording recording = recordTo == null ? null : new Recording(around.resolve(recordTo));
        Replay replay = replayFrom == null ? null : Replay.read(around.resolve(replayFrom));
        Application application = loader.build(options(invocation, loader, around), around.console());
        ApplicationRun run = new ApplicationRun(application);
        if (replay != null) {
            run.beforeStart(() -> replay(replay, String.valueOf(replayFrom), application, around, verbose));
        }
        if (recording != null) {
            run.beforeStart(() -> application.logs().add(recording))
                    .beforeExit(() -> write(recording, String.valueOf(recordTo), around, verbose));
        }
        if (verbose) {
            around.error("Starting application...\n\nMetrics socket: " + run.metricsSocket() + "\n");
            run.beforeExit(() -> around.error("Execution completed:"));
        }
        return run(run, application);
    }

    /** Builds and runs the application, and ends it in order when a signal asks for that. */
    public static int run(Loader loader, Options options, Surroundings around) {
        Application application = loader.build(options, around.console());
        return run(new ApplicationRun(application), application);
    }

    private static int run(ApplicationRun run, Application application) {
        Signals.handOver(application);
        return run.run();
    }

    private static int watch(Invocation invocation, Surroundings around) {
        for (String other : List.of("--record", "--replay")) {
            if (invocation.has(other)) {
                throw new UsageError("'" + other + "' cannot be used with '--watch'", false);
            }
        }
        Path path = around.resolve(invocation.arguments().getFirst());
        return new Watch(path, entryPoint(invocation), loader -> options(invocation, loader, around), around).run();
    }

    private static String entryPoint(Invocation invocation) {
        return invocation.value("--entry-point", "Application-Start");
    }

    private static Options options(Invocation invocation, Loader loader, Surroundings around) {
        return Options.of(loader.sources().root())
                .withEntryPoint(entryPoint(invocation))
                .withArguments(invocation.rest())
                .withKeepAlive(invocation.has("--keep-alive"))
                .withDebug(invocation.has("--debug"))
                .withVerbose(invocation.has("--verbose"))
                .withEnvironment(around.environment())
                .withMetricsSocket(true)
                .withColour(around.colourError())
                .withDirectory(around.directory());
    }

    private static void introduce(Introduction introduction, Invocation invocation, Surroundings around) {
        introduction.tool("ARO Runtime");
        around.error("Path: " + around.resolve(invocation.arguments().getFirst()));
        around.error("Entry point: " + entryPoint(invocation));
        if (!invocation.rest().isEmpty()) {
            around.error("Application arguments: " + String.join(" ", invocation.rest()));
        }
        if (invocation.has("--record")) {
            around.error("Recording events to: " + invocation.value("--record"));
        }
        if (invocation.has("--replay")) {
            around.error("Replaying events from: " + invocation.value("--replay"));
        }
        around.error("");
    }

    private static void replay(Replay replay, String file, Application application, Surroundings around, boolean verbose) {
        if (verbose) {
            around.error("Replaying " + replay.events().size() + " events from " + file);
            around.error("Recording: " + replay.application());
            around.error("Recorded at: " + replay.recorded() + "\n");
        }
        replay.deliver(application);
        if (verbose) {
            around.error("Event replay completed\n");
        }
    }

    private static void write(Recording recording, String file, Surroundings around, boolean verbose) {
        try {
            if (verbose) {
                around.error("\nRecorded " + recording.size() + " events\nSaving to: " + file);
            }
            recording.write();
            if (verbose) {
                around.error("Events saved successfully");
            }
        } catch (IOException failure) {
            around.error("[ERROR] recording " + file + ": " + failure.getMessage());
        }
    }
}
