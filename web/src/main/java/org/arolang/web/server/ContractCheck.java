package org.arolang.web.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.arolang.runtime.Violation;
import org.arolang.runtime.execution.Diagnostics;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MalformedJson;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.contract.ContractSchemas;
import org.arolang.web.contract.Operation;
import org.arolang.web.contract.Responses;
import org.arolang.web.response.Answer;
import org.arolang.web.response.ContentTypes;
import org.jspecify.annotations.Nullable;

/** Tells when a response is not what the contract says ([WEB-170]). */
final class ContractCheck {

    private final ContractSchemas schemas;
    private final Diagnostics diagnostics;

    ContractCheck(ContractSchemas schemas, Diagnostics diagnostics) {
        this.schemas = schemas;
        this.diagnostics = diagnostics;
    }

    /** Checks a JSON body whose status has a schema; the answer gets a header when it does not meet it. */
    void check(Operation operation, Response response, Answer answer) {
        Responses.Facts facts = operation.responses().of(answer.status());
        Map<String, @Nullable Object> schema = facts.schema();
        if (schema == null || !ContentTypes.JSON.equals(answer.contentType())) return;
        List<Violation> violations = schemas.violations(schema, body(response, answer, schema));
        if (violations.isEmpty()) return;
        diagnostics.notice("[CONTRACT VIOLATION] Response for operation '" + operation.id() + "' (status " + answer.status()
                + ") does not match schema: " + Violation.text(violations));
        answer.header("X-Contract-Violation", "true");
    }

    /** The body as it is sent, but for a single value, which counts itself when the schema is not for objects. */
    private Object body(Response response, Answer answer, Map<String, @Nullable Object> schema) {
        Object value = response.value();
        if (value instanceof ObjectValue object && Arrays.equals(answer.body(), object.jsonUtf8())) return object;
        boolean single = !(value instanceof ObjectValue) && !(value instanceof ListValue);
        if (value != null && single && !schemas.isForObjects(schema)) return value;
        try {
            byte[] bytes = answer.body();
            return Json.parse(bytes.length == answer.length() ? bytes : Arrays.copyOf(bytes, answer.length()));
        } catch (MalformedJson e) {
            throw new IllegalStateException(e);
        }
    }
}
