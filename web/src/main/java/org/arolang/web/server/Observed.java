package org.arolang.web.server;

import java.util.List;
import org.arolang.runtime.execution.EventLogs;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.contract.Operation;
import org.arolang.web.contract.Security;
import org.arolang.web.request.Body;
import org.arolang.web.request.RequestHead;
import org.arolang.web.request.RequestTrigger;

/** Tells whoever listens of requests and responses ([WEB-175]); costs nothing while nobody does. */
final class Observed {

    private final EventLogs logs;

    Observed(EventLogs logs) {
        this.logs = logs;
    }

    void request(RequestTrigger trigger, RequestHead head, Operation operation, Body body) {
        if (!logs.isActive()) return;
        logs.happened("http.request", () -> ObjectValue.of("requestId", trigger.id(), "method", head.method(), "path", head.path(),
                "headers", masked(head.allHeaders(), operation), "body", body.value()));
    }

    /** The headers with what is secret in them hidden ([WEB-52]). */
    private static ObjectValue masked(ObjectValue headers, Operation operation) {
        ObjectValue masked = headers;
        for (String name : headers.keys()) {
            boolean secret = name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie");
            for (List<Security.Requirement> alternative : operation.security().alternatives()) {
                for (Security.Requirement requirement : alternative) {
                    secret |= requirement.scheme() == Security.Scheme.KEY_IN_HEADER && requirement.key().equalsIgnoreCase(name);
                }
            }
            if (secret) masked = masked.with(name, "***");
        }
        return masked;
    }

    void response(RequestTrigger trigger, int status, long nanos) {
        if (!logs.isActive()) return;
        logs.happened("http.response",
                () -> ObjectValue.of("requestId", trigger.id(), "statusCode", (long) status, "durationMs", nanos / 1e6));
    }
}
