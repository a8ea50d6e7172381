package org.arolang.runtime.execution;

/** The executable form of a header's {@code when} ([APP-69]). Thread-safe. */
@FunctionalInterface
public interface HeaderCondition {

    /**
     * Whether the feature set is to run.
     *
     * @throws StatementFailure when the condition cannot be evaluated; its failure is a {@link org.arolang.runtime.Missing} when that is
     *     only because the payload lacks a field ([APP-70])
     */
    boolean holds(Activation activation);
}
