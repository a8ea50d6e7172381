package org.arolang.runtime.execution;

/** The executable form of a feature set's statements. Thread-safe: all state of an execution is in the activation and its own locals. */
@FunctionalInterface
public interface Body {

    /**
     * Runs the statements. A Return has set the activation's response when this ends.
     *
     * @throws StatementFailure when a statement failed
     */
    void run(Activation activation);
}
