package org.arolang.runtime.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.language.check.FieldGuard;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * The feature sets that one kind of event runs, in source order. Immutable and thread-safe.
 *
 * <p>Handlers that cannot wait run one after another on the caller's thread, which is one of the orders that [APP-74] allows; those that
 * may wait run on virtual threads. {@link #deliver} comes back when all have ended.
 */
public final class Handlers {

    private final Application application;
    private final List<Handler> handlers;
    private final boolean mayWait;

    private record Handler(FeatureSetCode code, List<FieldGuard> guards, boolean mayWait) {}

    Handlers(Application application, List<FeatureSetCode> codes) {
        this.application = application;
        List<Handler> list = new ArrayList<>();
        boolean waits = false;
        for (FeatureSetCode code : codes) {
            boolean itWaits = application.executor().mayWait(code);
            list.add(new Handler(
                    code, code.kind() instanceof FeatureSetKind.Triggered triggered ? triggered.guards() : List.of(), itWaits));
            waits |= itWaits;
        }
        this.handlers = List.copyOf(list);
        this.mayWait = waits;
    }

    public boolean isEmpty() {
        return handlers.isEmpty();
    }

    /** Whether delivering may wait; then the calling thread must be allowed to. */
    public boolean mayWait() {
        return mayWait;
    }

    /**
     * Runs the handlers whose guards and condition hold and waits until all have ended. Their failures are reported and go no further.
     *
     * @param cause the execution whose statement waits for this, or null
     * @param guarded the object that guard suffixes look into ([APP-68])
     * @param triggers makes the trigger of each handler
     * @throws Failure when that would nest too deep ([APP-84])
     */
    public void deliver(@Nullable Activation cause, @Nullable ObjectValue guarded, Supplier<Trigger> triggers) {
        deliver(cause, guarded, _ -> true, _ -> triggers.get());
    }

    /**
     * @param also a further test of each feature set
     * @param triggers makes the trigger for a feature set
     */
    void deliver(
            @Nullable Activation cause,
            @Nullable ObjectValue guarded,
            Predicate<FeatureSetCode> also,
            Function<FeatureSetCode, Trigger> triggers) {
        if (handlers.isEmpty()) {
            return;
        }
        int limit = application.limits().nesting();
        if (cause != null && cause.depth() >= limit) {
            throw new Failure("Event nesting too deep (" + limit + ")");
        }
        List<Thread> threads = null;
        AtomicReference<@Nullable OutputClosed> closed = new AtomicReference<>();
        Activation previous = null;
        for (int i = 0; i < handlers.size(); i++) {
            Handler handler = handlers.get(i);
            if (!StateGuards.hold(handler.guards, guarded) || !also.test(handler.code)) {
                continue;
            }
            Activation activation = new Activation(application, handler.code, triggers.apply(handler.code), cause);
            application.inFlight().enter();
            if (!handler.mayWait || i == handlers.size() - 1) {
                if (previous != null) {
                    activation.clock(previous.clock());
                }
                run(activation, closed);
                previous = activation;
            } else {
                threads = threads == null ? new ArrayList<>() : threads;
                threads.add(Thread.ofVirtual().name(handler.code.name()).start(() -> run(activation, closed)));
            }
        }
        if (threads != null) {
            threads.forEach(Handlers::join);
        }
        OutputClosed seen = closed.get();
        if (seen != null) {
            throw seen;
        }
    }

    private void run(Activation activation, AtomicReference<@Nullable OutputClosed> closed) {
        try {
            application.executor().onDeepStack(activation.depth(), () -> {
                if (isWanted(activation)) {
                    application.executor().runHere(activation);
                }
                return true;
            });
        } catch (OutputClosed seen) {
            closed.set(seen);
            application.lifecycle().outputClosed();
        } finally {
            application.inFlight().exit();
        }
    }

    /** Evaluates the header's condition ([APP-69], [APP-70]). */
    private boolean isWanted(Activation activation) {
        HeaderCondition condition = activation.code().condition();
        if (condition == null) {
            return true;
        }
        try {
            return condition.holds(activation);
        } catch (StatementFailure failure) {
            if (!(failure.failure() instanceof Missing)) {
                warn(activation, failure);
            }
        } catch (OutputClosed closed) {
            throw closed;
        } catch (Throwable thrown) {
            warn(activation, Executor.internal(activation.code(), thrown));
        }
        return false;
    }

    private void warn(Activation activation, StatementFailure failure) {
        if (application.diagnostics().shows(Diagnostics.Level.WARN)) {
            application.console().errorPrint(FailureReport.warning(activation.code(), failure, application.options()));
        }
    }

    /** Waits for a thread's end. Executions are never interrupted, so an interrupt is kept for whoever it was meant for. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
