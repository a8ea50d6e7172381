package org.arolang.runtime.execution;

import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/** The application's templates. Thread-safe. */
public interface Templates {

    /**
     * Renders a template.
     *
     * @param path its path below {@code templates/} or {@code static/} ([DEC-19])
     * @param scope the variables it sees
     * @return text or binary with its origin ([WEB-2])
     * @throws org.arolang.runtime.Failure when there is none or when it cannot be rendered
     */
    Object render(String path, Activation activation, Scope scope);

    /**
     * Renders a template into the output of the template that {@code activation} renders ([WEB-319]).
     *
     * @param scope the variables it sees, before those that the including template sees
     * @throws org.arolang.runtime.Failure when this is no execution of a template, or as {@link #render} does
     */
    default void include(String path, Activation activation, Scope scope) {
        throw new Failure("Template not found: " + path);
    }

    /** Whether there is a template of that path. */
    boolean exists(String path);

    /**
     * Whether rendering may wait because a statement in the template, or in one that it includes, may.
     *
     * @param path the template, or null for any of them: which one is known only when the statement runs
     */
    default boolean mayWait(@Nullable String path) {
        return false;
    }

    /** No templates at all. */
    Templates NONE = new Templates() {
        @Override
        public Object render(String path, Activation activation, Scope scope) {
            throw new Failure("Template not found: " + path);
        }

        @Override
        public boolean exists(String path) {
            return false;
        }
    };
}
