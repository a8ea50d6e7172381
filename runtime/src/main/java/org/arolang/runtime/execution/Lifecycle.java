package org.arolang.runtime.execution;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** What ends an application, and what waits for that end ([APP-24] to [APP-28]). Thread-safe. */
public final class Lifecycle {

    private final Application application;
    private final Set<Thread> sleepers = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile boolean outputClosed;
    private volatile @Nullable String signal;
    private volatile @Nullable String forcedBy;
    private volatile long signalledAt;
    private volatile Runnable watcher = () -> {};

    Lifecycle(Application application) {
        this.application = application;
    }

    /**
     * Tells of a signal. The first one shuts the application down gracefully, the second one forces its end ([APP-28]).
     *
     * @param name {@code SIGINT} or {@code SIGTERM}
     */
    public void signal(String name) {
        synchronized (this) {
            if (signal == null) {
                signalledAt = System.nanoTime();
                signal = name;
            } else if (forcedBy == null) {
                forcedBy = name;
            }
        }
        shutDown();
        watcher.run();
    }

    /** Shuts the application down gracefully as the program asks for ([APP-26]). */
    public void stop() {
        shutDown();
        watcher.run();
    }

    /** Whether shutdown has been signalled. */
    public boolean isStopping() {
        return stopping;
    }

    /** The signal that caused the shutdown, or the empty text. */
    public String signalName() {
        String name = signal;
        return name == null ? "" : name;
    }

    /**
     * Waits, but not beyond a shutdown ([APP-134]).
     *
     * @return false when a shutdown ended the wait
     */
    public boolean sleep(Duration duration) {
        Thread thread = Thread.currentThread();
        long end = System.nanoTime() + saturatedNanos(duration);
        boolean interrupted = false;
        sleepers.add(thread);
        try {
            while (!stopping) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return true;
                }
                LockSupport.parkNanos(this, left);
                interrupted |= Thread.interrupted();
            }
            return false;
        } finally {
            sleepers.remove(thread);
            if (interrupted) {
                thread.interrupt();
            }
        }
    }

    /** Waits as {@code Keepalive} does ([APP-24]). */
    public void keepalive(Activation activation) {
        int waiting = handlersAmong(activation);
        for (int i = 0; i < waiting; i++) {
            application.inFlight().exit();
        }
        try {
            Limits limits = application.limits();
            if (application.services().eventSources() > 0) {
                awaitShutdown();
            } else if (sleep(limits.keepaliveFirst())) {
                awaitIdle(limits.keepaliveStep(), limits.keepaliveChecks());
            }
        } finally {
            for (int i = 0; i < waiting; i++) {
                application.inFlight().enter();
            }
        }
    }

    /** Stays as {@code --keep-alive} does after the entry point has ended ([APP-27]). */
    void stayAlive() {
        if (application.services().eventSources() > 0) {
            awaitShutdown();
        } else {
            awaitIdle(application.limits().idleEnd().dividedBy(10), 10);
        }
    }

    /**
     * Waits until no handler is in flight ([APP-20]).
     *
     * @param deadline when to give up, as {@link System#nanoTime}; asked again and again, since a signal sets one
     */
    void drain(LongSupplier deadline) {
        InFlight inFlight = application.inFlight();
        long window = application.limits().stallWindow().toNanos();
        long progress = inFlight.progress();
        long count = inFlight.count();
        long since = System.nanoTime();
        int stalled = 0;
        while (!inFlight.isIdle() && System.nanoTime() - deadline.getAsLong() < 0) {
            LockSupport.parkNanos(Math.min(window, 1_000_000L));
            if (System.nanoTime() - since >= window) {
                boolean same = progress == inFlight.progress() && count == inFlight.count();
                stalled = same ? stalled + 1 : 0;
                if (stalled == 2) {
                    application.diagnostics().warn(
                            Math.max(1, count) + " event handler(s) stalled — no progress within " + window / 100_000_000L / 10.0 + "s");
                    return;
                }
                progress = inFlight.progress();
                count = inFlight.count();
                since = System.nanoTime();
            }
        }
    }

    /** Notes that standard output is closed; a console program ends ([DEC-30]). */
    void outputClosed() {
        outputClosed = true;
        shutDown();
    }

    boolean isOutputClosed() {
        return outputClosed;
    }

    /** The signal that forces the end, or null. */
    @Nullable
    String forcedBy() {
        return forcedBy;
    }

    boolean isSignalled() {
        return signal != null;
    }

    /** When the first signal came, as {@link System#nanoTime}. */
    long signalledAt() {
        return signalledAt;
    }

    /** Sets who is told of each signal. */
    void watch(Runnable listener) {
        watcher = listener;
    }

    private void shutDown() {
        boolean first;
        synchronized (this) {
            first = !stopping;
            stopping = true;
        }
        sleepers.forEach(LockSupport::unpark);
        if (first) {
            application.logs().happened(
                    "application.stopping", () -> ObjectValue.of("signal", signalName()));
        }
    }

    private void awaitShutdown() {
        while (sleep(Duration.ofDays(1))) {
            // Only a shutdown ends this.
        }
    }

    /** Waits until no handler was in flight at so many checks in a row, or for the shutdown. */
    private void awaitIdle(Duration step, int checks) {
        int idle = 0;
        while (idle < checks && sleep(step)) {
            idle = application.inFlight().isIdle() ? idle + 1 : 0;
        }
    }

    /** How many executions that count as in flight wait for this one, itself included: a Keepalive must not wait for itself. */
    private static int handlersAmong(Activation activation) {
        int count = 0;
        for (Activation current = activation; current != null; current = current.cause()) {
            if (current.code().kind() instanceof FeatureSetKind.Triggered) {
                count++;
            }
        }
        return count;
    }

    private static long saturatedNanos(Duration duration) {
        try {
            return Math.min(duration.toNanos(), Long.MAX_VALUE / 4);
        } catch (ArithmeticException _) {
            return Long.MAX_VALUE / 4;
        }
    }
}
