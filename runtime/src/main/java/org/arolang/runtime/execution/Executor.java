package org.arolang.runtime.execution;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.runtime.Failure;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * Runs feature sets on the thread that asks for it. It counts each execution, ends what the execution published, and sees to it that no
 * failure is lost. Thread-safe.
 */
public final class Executor {

    /** How deep executions nest on one thread before they go on with a fresh stack. */
    private static final int LEVELS_PER_THREAD = 128;

    private static final long STACK = 8L << 20;

    private final Application application;
    private volatile Map<FeatureSetCode, Installed> installed = new IdentityHashMap<>();

    /** What is known of a feature set once the program is complete. */
    private record Installed(Counts counts, boolean mayWait) {}

    Executor(Application application) {
        this.application = application;
    }

    void install(List<FeatureSetCode> program) {
        Map<FeatureSetCode, Boolean> waits = Waits.of(program);
        Map<FeatureSetCode, Installed> known = new IdentityHashMap<>();
        for (FeatureSetCode code : program) {
            known.put(code, new Installed(application.metrics().counts(code), waits.getOrDefault(code, true)));
        }
        installed = known;
    }

    /**
     * Whether running a feature set may wait, itself or in what it sets off. One that may not can run on an event loop; one that may needs
     * a thread that is allowed to wait.
     */
    public boolean mayWait(FeatureSetCode code) {
        Installed known = installed.get(code);
        return known == null || known.mayWait;
    }

    /**
     * Runs a feature set. A failure is reported on standard error ([APP-63]) unless it is the entry point or a user-defined action, whose
     * failures are reported by whoever runs them.
     *
     * @param cause the execution whose statement set this one off and waits for it, or null
     */
    public Outcome run(FeatureSetCode code, Trigger trigger, @Nullable Activation cause) {
        return run(new Activation(application, code, trigger, cause));
    }

    /** Runs a feature set as {@link #run(FeatureSetCode, Trigger, Activation)} does, for an activation made before. */
    public Outcome run(Activation activation) {
        return onDeepStack(activation.depth(), () -> runHere(activation));
    }

    /** As {@link #run(Activation)}, on this thread whatever the depth. */
    Outcome runHere(Activation activation) {
        Outcome outcome = execute(activation);
        if (outcome instanceof Outcome.Failed failed && isReportedHere(activation.code().kind())) {
            report(activation, failed.failure());
        }
        return outcome;
    }

    /** Runs a feature set and leaves the reporting of a failure to the caller. */
    public Outcome runUnreported(Activation activation) {
        return onDeepStack(activation.depth(), () -> execute(activation));
    }

    /**
     * Calls a user-defined action and waits for it ([DATA-303]).
     *
     * @return its response
     * @throws Failure with the inner sentence and cause when it failed ([DATA-305]), or when calls nest too deep
     */
    public Response call(FeatureSetCode action, ObjectValue input, Activation caller) {
        if (caller.depth() >= application.limits().nesting()) {
            throw new Failure("Call depth exceeded (" + application.limits().nesting() + ")");
        }
        Activation activation = new Activation(application, action, Trigger.binding(ContextName.INPUT, input), caller);
        return switch (runUnreported(activation)) {
            case Outcome.Completed completed -> completed.response();
            case Outcome.Failed failed -> {
                StatementFailure inner = failed.failure();
                String sentence = inner.site().sentence();
                if (sentence.endsWith(".")) {
                    sentence = sentence.substring(0, sentence.length() - 1);
                }
                throw new Failure(sentence + ": " + inner.failure().text(), inner.failure());
            }
        };
    }

    /** Runs {@code work}, on a thread of its own where the causal nesting has used up much of this one's stack ([APP-84]). */
    <T> T onDeepStack(int depth, Supplier<T> work) {
        if (depth == 0 || depth % LEVELS_PER_THREAD != 0) {
            return work.get();
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("nested " + depth).stackSize(STACK).unstarted(() -> {
            try {
                result.complete(work.get());
            } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
            }
        });
        thread.start();
        Handlers.join(thread);
        try {
            return result.join();
        } catch (CompletionException failed) {
            throw unchecked(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    /** Writes the report of a failed execution with its label, in one write ([APP-63]). */
    public void report(Activation activation, StatementFailure failure) {
        FeatureSetCode code = activation.code();
        application.console().errorPrint(FailureReport.labelled(code, failure, application.options()));
        tell(code, failure);
    }

    /** Tells the event logs of a failure ([APP-140]). */
    void tell(FeatureSetCode code, StatementFailure failure) {
        application.logs().happened("error", () -> ObjectValue.of(
                "featureSet", code.name(), "message", failure.site().sentence() + " " + failure.failure().text()));
    }

    private Outcome execute(Activation activation) {
        FeatureSetCode code = activation.code();
        Installed known = installed.get(code);
        Counts counts = known == null ? application.metrics().counts(code) : known.counts;
        EventLogs logs = application.logs();
        if (logs.isActive()) {
            logs.happened("featureset.started", () -> ObjectValue.of("name", code.name(), "businessActivity", code.activity()));
        }
        Outcome outcome = null;
        long start = activation.clock();
        if (start == 0) {
            start = System.nanoTime();
        }
        try {
            code.body().run(activation);
            outcome = new Outcome.Completed(activation.response());
        } catch (StatementFailure failure) {
            outcome = new Outcome.Failed(failure);
        } catch (OutputClosed closed) {
            throw closed;
        } catch (Throwable thrown) {
            outcome = new Outcome.Failed(internal(code, thrown));
        } finally {
            long end = System.nanoTime();
            activation.clock(end);
            counts.count(outcome instanceof Outcome.Completed, end - start);
            if (activation.hasPublished() && !(code.kind() instanceof FeatureSetKind.EntryPoint)) {
                application.symbols().withdraw(activation);
            }
        }
        if (logs.isActive()) {
            boolean success = outcome instanceof Outcome.Completed;
            logs.happened("featureset.completed", () -> ObjectValue.of("name", code.name(), "success", success));
        }
        return outcome;
    }

    /** What is reported when the runtime itself fails inside an execution. */
    static StatementFailure internal(FeatureSetCode code, Throwable thrown) {
        if (System.getenv("ARO_DEBUG") != null) {
            thrown.printStackTrace();
        }
        Failure failure = switch (thrown) {
            case Failure known -> known;
            case StackOverflowError _ -> new Failure("Calls nested too deep", thrown);
            case OutOfMemoryError _ -> new Failure("Out of memory", thrown);
            default -> new Failure("Internal error", thrown);
        };
        String sentence = "Cannot run the " + code.name() + ".";
        Site site = new Site(NOWHERE, new Span(0, 0), sentence, sentence, false, "", List.of());
        return new StatementFailure(site, failure, site.span(), List.of());
    }

    /** The file of failures that no statement can be blamed for; reports show no place then. */
    static final SourceFile NOWHERE = new SourceFile("", "");

    private static boolean isReportedHere(FeatureSetKind kind) {
        return !(kind instanceof FeatureSetKind.EntryPoint || kind instanceof FeatureSetKind.UserAction);
    }

    private static RuntimeException unchecked(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            default -> new IllegalStateException(thrown);
        };
    }
}
