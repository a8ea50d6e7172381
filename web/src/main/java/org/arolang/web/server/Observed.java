package org.arolang.web.server;

import org.arolang.runtime.execution.EventLogs;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.request.Body;
import org.arolang.web.request.RequestHead;
import org.arolang.web.request.RequestTrigger;

/** Tells whoever listens of requests and responses ([WEB-175]); costs nothing while nobody does. */
final class Observed {

    private final EventLogs logs;

    Observed(EventLogs logs) {
        this.logs = logs;
    }

    void request(RequestTrigger trigger, RequestHead head, Body body) {
        if (!logs.isActive()) return;
        logs.happened("http.request", () -> ObjectValue.of("requestId", trigger.id(), "method", head.method(), "path", head.path(),
                "headers", head.allHeaders().without("Authorization").without("Cookie"), "body", body.value()));
    }

    void response(RequestTrigger trigger, int status, long nanos) {
        if (!logs.isActive()) return;
        logs.happened("http.response",
                () -> ObjectValue.of("requestId", trigger.id(), "statusCode", (long) status, "durationMs", nanos / 1e6));
    }
}
