package org.arolang.runtime.actions.data;

import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Scope;

/** Runs feature sets for tests. {@code aro test} registers one as an extension of the application; no other command does. Thread-safe. */
public interface TestContext {

    /**
     * Runs the feature set {@code name} with copies of the test's variables and gives what [DATA-241] says, looked up by {@code result}.
     *
     * @throws org.arolang.runtime.Failure {@code Feature set not found: '<name>'}, or the callee's own failure
     */
    Object when(Activation activation, Scope variables, String name, String result);
}
