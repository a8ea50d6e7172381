package org.arolang.runtime.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * One run of an application from {@code Application-Start} to its exit code ([APP-17], [APP-29]). The program runs on a thread of its own,
 * while the caller's thread watches the time limits after a signal ([APP-28]). Used once.
 */
public final class ApplicationRun {

    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;
    private static final int OUTPUT_CLOSED = 141;
    private static final int SIGNAL = 128;
    private static final long STACK = 64L << 20;

    private enum Phase {
        RUNNING, ENDING, STOPPING, FLUSHING, DONE
    }

    private final Application application;
    private final Lifecycle lifecycle;
    private final Options options;
    private final List<Runnable> beforeStart = new ArrayList<>();
    private final List<Runnable> beforeExit = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Phase phase = Phase.RUNNING;
    private long phaseStart = System.nanoTime();
    private int exitCode;

    public ApplicationRun(Application application) {
        this.application = application;
        this.lifecycle = application.lifecycle();
        this.options = application.options();
    }

    /** Adds what is done right before {@code Application-Start}: a replay. */
    public ApplicationRun beforeStart(Runnable step) {
        beforeStart.add(step);
        return this;
    }

    /** Adds what is done when everything has ended, before the final response: writing a recording. */
    public ApplicationRun beforeExit(Runnable step) {
        beforeExit.add(step);
        return this;
    }

    /** Where the metrics socket of this process is while the application runs ([APP-150]). */
    public Path metricsSocket() {
        return MetricsSocket.path(application.environment());
    }

    /** Runs the application and answers its exit code ([APP-34]). */
    public int run() {
        FeatureSetCode entry = application.entryPoint();
        if (entry == null) {
            application.console().errorLine("Runtime error: Entry point not found: '" + options.entryPoint() + "'");
            return FAILURE;
        }
        MetricsSocket metrics = options.metricsSocket() ? MetricsSocket.open(application) : null;
        lifecycle.watch(this::wake);
        Thread.ofPlatform().daemon().name("application").stackSize(STACK).start(() -> program(entry));
        int code = awaitEnd();
        if (metrics != null) {
            metrics.close();
        }
        return code;
    }

    private void program(FeatureSetCode entry) {
        int code = FAILURE;
        try {
            code = start(entry);
        } catch (OutputClosed _) {
            code = quietEnd();
        } catch (Throwable thrown) {
            application.diagnostics().log(Diagnostics.Level.FATAL, "Internal error: " + thrown);
        }
        if (code != OUTPUT_CLOSED && lifecycle.isOutputClosed()) {
            code = OUTPUT_CLOSED;
        }
        enter(Phase.DONE, code);
    }

    private int start(FeatureSetCode entry) {
        beforeStart.forEach(Runnable::run);
        application.logs().happened("application.started", () -> ObjectValue.EMPTY);
        Outcome outcome = application.executor().run(entry, Trigger.NONE, null);
        if (outcome instanceof Outcome.Failed failed) {
            application.executor().tell(entry, failed.failure());
        }
        if (outcome instanceof Outcome.Completed && options.keepAlive()) {
            lifecycle.stayAlive();
        }
        if (outcome instanceof Outcome.Completed) {
            lifecycle.drain(this::drainDeadline);
        }
        if (lifecycle.isOutputClosed()) {
            return quietEnd();
        }
        enter(Phase.ENDING, 0);
        end(outcome);
        enter(Phase.STOPPING, 0);
        stopServices();
        enter(Phase.FLUSHING, 0);
        application.repositories().flush();
        beforeExit.forEach(Runnable::run);
        return finish(outcome);
    }

    /** Runs the one {@code Application-End} that fits ([APP-21], [APP-22]). */
    private void end(Outcome outcome) {
        boolean success = outcome instanceof Outcome.Completed;
        FeatureSetCode end = application.end(success);
        if (end == null) {
            return;
        }
        String error = outcome instanceof Outcome.Failed failed
                ? failed.failure().site().sentence() + "\n  Cause: " + failed.failure().failure().text()
                : "";
        ObjectValue shutdown = ObjectValue.of(
                "reason", success ? "graceful shutdown" : error,
                "code", success ? 0L : 1L,
                "exitCode", success ? 0L : 1L,
                "signal", lifecycle.signalName(),
                "error", error);
        application.executor().run(end, Trigger.binding(ContextName.SHUTDOWN, shutdown), null);
    }

    /** Stops services, for as long as they may take: after a signal the watching thread sees to that. */
    private void stopServices() {
        Thread stop = Thread.ofPlatform().daemon().name("services").start(() -> {
            try {
                application.services().stopAll();
            } catch (OutputClosed _) {
                lifecycle.outputClosed();
            }
        });
        try {
            if (!stop.join(application.limits().stop()) && !lifecycle.isSignalled()) {
                application.diagnostics().warn("Services did not stop within " + application.limits().stop().toSeconds() + "s");
            } else if (lifecycle.isSignalled()) {
                stop.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        // Handlers of the services' last events ([APP-29]).
        long limit = System.nanoTime() + application.limits().stop().toNanos();
        lifecycle.drain(() -> limit);
    }

    private int finish(Outcome outcome) {
        switch (outcome) {
            case Outcome.Completed completed -> {
                Response response = completed.response();
                boolean silent = "application".equals(response.reason());
                if (options.finalResponse() && !options.keepAlive() && !silent) {
                    application.console().print(options.debug() ? ResponseForm.developer(response) : ResponseForm.human(response));
                }
                return SUCCESS;
            }
            case Outcome.Failed failed -> {
                application.console().errorPrint(FailureReport.text(failed.failure(), options));
                return FAILURE;
            }
        }
    }

    /** The end of a console program whose reader has gone: no reports, but nothing stored is lost ([DEC-30]). */
    private int quietEnd() {
        lifecycle.outputClosed();
        application.services().stopAll();
        application.repositories().flush();
        beforeExit.forEach(Runnable::run);
        return OUTPUT_CLOSED;
    }

    private void enter(Phase next, int code) {
        lock.lock();
        try {
            phase = next;
            phaseStart = System.nanoTime();
            exitCode = code;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The drain ends early enough for {@code Application-End} to start in time after a signal. */
    private long drainDeadline() {
        Limits limits = application.limits();
        return lifecycle.isSignalled()
                ? lifecycle.signalledAt() + limits.untilEnd().toNanos() * 9 / 10
                : System.nanoTime() + Long.MAX_VALUE / 4;
    }

    private int awaitEnd() {
        lock.lock();
        try {
            while (phase != Phase.DONE) {
                String forcedBy = lifecycle.forcedBy();
                Long deadline = deadline();
                if (forcedBy != null || deadline != null && System.nanoTime() - deadline >= 0) {
                    return force(forcedBy == null ? lifecycle.signalName() : forcedBy);
                }
                try {
                    if (deadline == null) {
                        changed.await();
                    } else {
                        changed.awaitNanos(deadline - System.nanoTime());
                    }
                } catch (InterruptedException _) {
                    lifecycle.stop();
                }
            }
            return exitCode;
        } finally {
            lock.unlock();
        }
    }

    /** When the present phase must be over after a signal, as {@link System#nanoTime}; null while there is no limit. */
    private @Nullable Long deadline() {
        if (!lifecycle.isSignalled()) {
            return null;
        }
        Limits limits = application.limits();
        long start = Math.max(0, phaseStart - lifecycle.signalledAt()) + lifecycle.signalledAt();
        return switch (phase) {
            case RUNNING -> lifecycle.signalledAt() + limits.untilEnd().toNanos();
            case ENDING -> start + limits.end().toNanos();
            // Twice: the services themselves, then the handlers of their last events.
            case STOPPING -> start + 2 * limits.stop().toNanos();
            case FLUSHING, DONE -> null;
        };
    }

    private int force(String signalName) {
        application.repositories().flush();
        return SIGNAL + switch (signalName) {
            case "SIGHUP" -> 1;
            case "SIGINT" -> 2;
            default -> 15;
        };
    }
}
