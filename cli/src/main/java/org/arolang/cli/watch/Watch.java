package org.arolang.cli.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.arolang.cli.Report;
import org.arolang.cli.Signals;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.LoadError;
import org.arolang.cli.load.Loader;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.ApplicationRun;
import org.arolang.runtime.execution.Options;
import org.jspecify.annotations.Nullable;

/**
 * Runs an application, and again each time that its files change ([TOOL-163]). The thread that runs this looks at the files; the program has
 * a thread of its own. Used once.
 */
public final class Watch {

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration QUIET = Duration.ofMillis(200);

    private final Path path;
    private final String entryPoint;
    private final Function<Loader, Options> options;
    private final Surroundings around;
    private List<Path> imported = List.of();
    private @Nullable Running running;
    private volatile boolean ended;

    /** A program that runs. */
    private static final class Running {
        final Application application;
        private final Thread thread;
        private volatile int code;

        Running(Application application) {
            this.application = application;
            this.thread = Thread.ofPlatform().daemon().name("program").start(() -> code = new ApplicationRun(application).run());
        }

        boolean hasEnded() {
            return !thread.isAlive();
        }

        int await() {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return code;
        }
    }

    /**
     * @param path the application
     * @param options how each program is run
     */
    public Watch(Path path, String entryPoint, Function<Loader, Options> options, Surroundings around) {
        this.path = path;
        this.entryPoint = entryPoint;
        this.options = options;
        this.around = around;
    }

    /** Runs until a signal ends it; gives the exit code. */
    public int run() {
        if (!Files.exists(path)) {
            throw new LoadError("Error: Source file not found: " + path);
        }
        Signals.handOver(this::signal);
        Snapshot known = Snapshot.of(path, imported);
        start(load());
        known = withImports(known, List.of());
        while (!ended) {
            pause(LOOK);
            noticeEnd();
            Snapshot now = Snapshot.of(path, imported);
            if (now.equals(known) || ended) {
                continue;
            }
            now = settled(now);
            List<Path> changed = Snapshot.changed(known.program(), now.program());
            boolean templates = !now.templates().equals(known.templates());
            known = now;
            if (!changed.isEmpty()) {
                List<Path> before = imported;
                restart(changed.getFirst());
                known = withImports(known, before);
            } else if (templates) {
                checkTemplates();
            }
        }
        Running last = current();
        return last == null ? 0 : last.await();
    }

    /** What was known before a load, and the files of other imports than {@code before} that it found. */
    private Snapshot withImports(Snapshot known, List<Path> before) {
        return imported.equals(before) ? known : Snapshot.of(path, imported);
    }

    /** Waits until nothing has changed for a while. */
    private Snapshot settled(Snapshot changing) {
        Snapshot last = changing;
        while (!ended) {
            pause(QUIET);
            Snapshot now = Snapshot.of(path, imported);
            if (now.equals(last)) {
                return now;
            }
            last = now;
        }
        return last;
    }

    private void restart(Path changed) {
        Loader loader = load();
        if (loader == null) {
            return;
        }
        notice(label(changed) + " changed, restarting");
        Running old = current();
        if (old != null) {
            old.application.lifecycle().signal("SIGTERM");
            old.await();
        }
        start(loader);
    }

    private void start(@Nullable Loader loader) {
        if (loader == null) {
            return;
        }
        try {
            Application application = loader.build(options.apply(loader), around.console());
            synchronized (this) {
                if (!ended) {
                    running = new Running(application);
                }
            }
        } catch (LoadError error) {
            around.error(error.line());
            noticeErrors();
        }
    }

    /** The application as it is now; null when it has errors, which are then shown. */
    private @Nullable Loader load() {
        try {
            Loader loader = Loader.forRun(around, path.toString());
            imported = importedBy(loader);
            List<Diagnostic> diagnostics = loader.diagnostics(entryPoint);
            if (!Report.show(around, loader.sources().files(), diagnostics, false)) {
                return loader;
            }
        } catch (LoadError error) {
            around.error(error.line());
        }
        noticeErrors();
        return null;
    }

    private static List<Path> importedBy(Loader loader) {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < loader.sources().programs().size(); i++) {
            if (loader.sources().imported().contains(loader.sources().programs().get(i).file())) {
                files.add(loader.sources().paths().get(i));
            }
        }
        return files;
    }

    /** Reports templates that do not parse any more; the program itself takes the new ones. */
    private void checkTemplates() {
        try {
            Loader loader = Loader.forRun(around, path.toString());
            List<Diagnostic> problems = loader.diagnostics(entryPoint).stream().filter(problem -> problem.code().equals("template"))
                    .toList();
            Report.show(around, loader.sources().files(), problems, false);
        } catch (LoadError error) {
            around.error(error.line());
        }
    }

    private void noticeEnd() {
        Running program = current();
        if (program != null && program.hasEnded() && !ended) {
            synchronized (this) {
                running = null;
            }
            notice("program ended, waiting for changes");
        }
    }

    private void noticeErrors() {
        Running program = current();
        notice(program == null || program.hasEnded() ? "errors, waiting for changes" : "errors, the running program is kept");
    }

    private void notice(String text) {
        around.error("[INFO] watch: " + text);
    }

    private String label(Path file) {
        Path root = Files.isDirectory(path) ? path : path.getParent();
        return (root != null && file.startsWith(root) ? root.relativize(file) : file).toString();
    }

    private synchronized @Nullable Running current() {
        return running;
    }

    /** SIGINT and SIGTERM end the program and this. */
    private void signal(String name) {
        Running program;
        synchronized (this) {
            ended = true;
            program = running;
        }
        if (program != null) {
            program.application.lifecycle().signal(name);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
