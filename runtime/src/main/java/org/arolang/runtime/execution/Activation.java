package org.arolang.runtime.execution;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.arolang.runtime.repository.RepositoryNotes;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a feature set. Belongs to that execution: only the iterations of its own {@code parallel for each} loops use it from
 * several threads, and the parts they share are safe for that.
 */
public final class Activation {

    private static final AtomicReferenceFieldUpdater<Activation, Response> RESPONSE = AtomicReferenceFieldUpdater
            .newUpdater(Activation.class, Response.class, "response");

    private final Application application;
    private final FeatureSetCode code;
    private final Trigger trigger;
    private final @Nullable Activation cause;
    private final int depth;
    private volatile @Nullable Response response;
    /** When it may be taken to have started, then when it ended, as {@link System#nanoTime}; 0 when nobody has looked at the clock. */
    private long clock;
    private volatile @Nullable RepositoryNotes notes;
    private volatile @Nullable Scope variables;
    private volatile boolean published;

    /**
     * @param cause the execution whose statement set this one off and waits for it, or null
     */
    public Activation(Application application, FeatureSetCode code, Trigger trigger, @Nullable Activation cause) {
        this.application = application;
        this.code = code;
        this.trigger = trigger;
        this.cause = cause;
        this.depth = cause == null ? 0 : cause.depth + 1;
    }

    public Application application() {
        return application;
    }

    public FeatureSetCode code() {
        return code;
    }

    public Trigger trigger() {
        return trigger;
    }

    /** The execution that waits for this one, or null. */
    public @Nullable Activation cause() {
        return cause;
    }

    /** How many executions wait for this one ([APP-84]). */
    public int depth() {
        return depth;
    }

    /** The value its trigger binds under {@code name}, or null. */
    public @Nullable Object context(ContextName name) {
        return trigger.variable(name);
    }

    /** Sets the response; of several, in parallel iterations, the first counts ([DATA-269]). */
    public void respond(Response answer) {
        if (response == null) {
            RESPONSE.compareAndSet(this, null, answer);
        }
    }

    /** When it may be taken to have started, or when it ended; reading the clock costs more than many a handler. */
    long clock() {
        return clock;
    }

    void clock(long nanos) {
        clock = nanos;
    }

    /** Whether a Return has been executed. */
    public boolean hasReturned() {
        return response != null;
    }

    /** The response; {@link Response#SUCCESS} when no Return was executed. */
    public Response response() {
        Response answer = response;
        return answer == null ? Response.SUCCESS : answer;
    }

    /** Keeps the variables as they are now, for a test that runs this feature set ([DATA-241]). */
    public void keepVariables(Scope scope) {
        variables = scope;
    }

    /** The variables at the end; null unless the program is compiled for tests. */
    public @Nullable Scope variables() {
        return variables;
    }

    /** What this execution remembers of the repositories it read and changed ([APP-153]). */
    public RepositoryNotes notes() {
        RepositoryNotes known = notes;
        if (known == null) {
            synchronized (this) {
                known = notes;
                if (known == null) {
                    known = new RepositoryNotes();
                    notes = known;
                }
            }
        }
        return known;
    }

    /** Notes that this execution has published a symbol, which is withdrawn at its end ([APP-47]). */
    public void notePublished() {
        published = true;
    }

    public boolean hasPublished() {
        return published;
    }
}
