package org.arolang.compiler.lower;

import org.arolang.runtime.action.Actions;
import org.arolang.runtime.execution.Application;

/** What lowering needs to know besides the program: the actions at hand and the application that is being loaded. */
public record LoweringContext(Actions actions, Application application) {

    boolean hasContract() {
        return application.contract() != null;
    }
}
