package org.arolang.web.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.arolang.runtime.Violation;
import org.arolang.web.contract.ContractSchemas;
import org.arolang.web.contract.Operation;
import org.arolang.web.contract.Parameter;
import org.arolang.web.request.BadRequest;
import org.arolang.web.request.Body;
import org.arolang.web.request.MediaType;
import org.arolang.web.request.RequestHead;
import org.arolang.web.response.Answer;
import org.arolang.web.response.FailureAnswer;
import org.jspecify.annotations.Nullable;

/** Checks requests against the contract before the feature set runs ([WEB-84], [WEB-130]). */
final class RequestValidation {

    private static final int MOST = 100;

    private final ContractSchemas schemas;

    RequestValidation(ContractSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * @param refusal what to answer, or null when the request is valid
     * @param body the body with its defaults filled in
     */
    record Result(@Nullable Answer refusal, Body body) {}

    Result check(Endpoint endpoint, RequestHead head, String[] pathValues, MediaType type, Body body) throws BadRequest {
        Operation operation = endpoint.operation();
        if (!body.isEmpty() && !operation.bodies().isEmpty() && body.media() == null)
            return new Result(Answer.error(415, Body.unsupported(operation, type)), body);
        List<Violation> violations = new ArrayList<>();
        for (Parameter parameter : endpoint.parameters().declared()) {
            if (parameter.schema() == null) continue;
            Object value = endpoint.parameters().sent(parameter, head, pathValues);
            if (value == null) continue;
            String place = parameter.in().key() + "." + parameter.name();
            for (Violation violation : schemas.violations(parameter.schema(), value)) {
                violations.add(new Violation(place + violation.path(), violation.message()));
            }
        }
        Map<String, @Nullable Object> schema = body.media() == null ? null : body.media().schema();
        Body checked = body;
        if (schema != null) {
            List<Violation> found = schemas.violations(schema, body.value());
            if (found.isEmpty()) {
                checked = new Body(schemas.complete(schema, body.value()), body.media(), body.files());
            } else {
                violations.addAll(found);
            }
        }
        if (violations.isEmpty()) return new Result(null, checked);
        violations.sort(Comparator.comparing(Violation::path).thenComparing(Violation::message));
        List<Violation> shown = violations.size() > MOST ? violations.subList(0, MOST) : violations;
        return new Result(Answer.violations(FailureAnswer.violations(shown)), body);
    }
}
