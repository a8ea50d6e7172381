package org.arolang.runtime.execution;

import org.arolang.runtime.Failure;

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

    /** Whether there is a template of that path. */
    boolean exists(String path);

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
