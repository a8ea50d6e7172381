package org.arolang.web.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.arolang.runtime.execution.Diagnostics;
import org.arolang.web.contract.Operation;
import org.arolang.web.contract.Parameter;
import org.arolang.web.request.BadRequest;
import org.arolang.web.request.Parameters;
import org.arolang.web.request.RequestHead;

/** Tells of the use of what the contract calls deprecated, each once ([WEB-75]). Thread-safe. */
final class Deprecations {

    private final Diagnostics diagnostics;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Deprecations(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void note(Operation operation, Parameters parameters, RequestHead head, String[] pathValues) {
        if (operation.deprecated()) tell("[DEPRECATION WARNING] Operation '" + operation.id() + "' is deprecated");
        for (Parameter parameter : parameters.declared()) {
            if (parameter.deprecated() && wasSent(parameters, parameter, head, pathValues)) {
                tell("[DEPRECATION WARNING] Parameter '" + parameter.name() + "' on operation '" + operation.id() + "' is deprecated");
            }
        }
    }

    private static boolean wasSent(Parameters parameters, Parameter parameter, RequestHead head, String[] pathValues) {
        try {
            return parameters.sent(parameter, head, pathValues) != null;
        } catch (BadRequest _) {
            return true;
        }
    }

    private void tell(String text) {
        if (told.add(text)) diagnostics.notice(text);
    }
}
