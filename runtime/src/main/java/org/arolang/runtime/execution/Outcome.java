package org.arolang.runtime.execution;

/** How an execution ended. */
public sealed interface Outcome {

    /** It reached its end or a Return. */
    record Completed(Response response) implements Outcome {}

    /** One of its statements failed. */
    record Failed(StatementFailure failure) implements Outcome {}
}
