package org.arolang.web.server;

import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.web.contract.Operation;
import org.arolang.web.contract.Parameter;
import org.arolang.web.request.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * An operation with the feature set that answers it.
 *
 * @param code null for an upgrade endpoint without feature set ([WEB-22])
 * @param mayWait whether it must not run on an event loop
 * @param deprecates whether the operation or one of its parameters is deprecated
 */
record Endpoint(Operation operation, @Nullable FeatureSetCode code, boolean mayWait, Parameters parameters, boolean deprecates) {

    static Endpoint of(Operation operation, @Nullable FeatureSetCode code, boolean mayWait) {
        boolean deprecates = operation.deprecated() || operation.parameters().stream().anyMatch(Parameter::deprecated);
        return new Endpoint(operation, code, mayWait, new Parameters(operation), deprecates);
    }
}
