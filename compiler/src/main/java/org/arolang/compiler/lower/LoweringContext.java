package org.arolang.compiler.lower;

import org.arolang.runtime.action.Actions;
import org.arolang.runtime.execution.Application;

/**
 * What lowering needs to know besides the program.
 *
 * @param actions the actions at hand
 * @param application the application that is being loaded
 * @param keepsVariables whether each execution keeps its variables at its end, for the tests that run it ([DATA-241])
 */
public record LoweringContext(Actions actions, Application application, boolean keepsVariables) {

    public LoweringContext(Actions actions, Application application) {
        this(actions, application, false);
    }

    boolean hasContract() {
        return application.contract() != null;
    }
}
