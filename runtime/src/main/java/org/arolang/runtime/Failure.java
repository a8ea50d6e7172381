package org.arolang.runtime;

import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Why a statement failed. The message is the <em>cause</em> of [APP-57]: one sentence in the terms of the ARO program; further lines are
 * separated by {@code \n}. It carries no stack trace, since it tells of the program, not of this runtime; {@link #getCause()} is kept for
 * {@code --debug}.
 *
 * <p>Subclasses say more about what kind of failure it was where somebody decides by it, such as the status of an HTTP answer.
 */
public class Failure extends RuntimeException {

    private final transient @Nullable Span span;

    public Failure(String cause) {
        this(cause, null, null);
    }

    public Failure(String cause, @Nullable Throwable reason) {
        this(cause, null, reason);
    }

    /**
     * @param span the part of the statement to blame when it is narrower than the expression that was being evaluated, else null
     */
    public Failure(String cause, @Nullable Span span, @Nullable Throwable reason) {
        super(cause, reason, false, false);
        this.span = span;
    }

    /** The cause's text; never null. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** The part of the source to blame, or null for the expression or statement that was being evaluated. */
    public @Nullable Span span() {
        return span;
    }
}
