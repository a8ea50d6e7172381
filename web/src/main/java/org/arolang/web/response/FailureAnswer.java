package org.arolang.web.response;

import java.util.List;
import org.arolang.runtime.Failure;
import org.arolang.runtime.InvalidData;
import org.arolang.runtime.Missing;
import org.arolang.runtime.Thrown;
import org.arolang.runtime.Violation;
import org.arolang.runtime.execution.StatementFailure;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.contract.SchemaMismatch;

/** What a client is told of a failed feature set ([WEB-160], [WEB-161]): never causes, values, places or names of the runtime. */
public final class FailureAnswer {

    private FailureAnswer() {}

    public static Answer of(StatementFailure failed) {
        Failure failure = failed.failure();
        if (isInternal(failed)) return Answer.error(500, "Internal server error");
        return switch (failure) {
            case Thrown thrown -> thrown(thrown, failed);
            case InvalidData invalid -> Answer.violations(violations(invalid.violations()));
            case SchemaMismatch mismatch when failed.site().readsRequest() -> Answer.violations(violations(mismatch.violations()));
            case Missing _ when failed.site().readsRequest() -> sentence(400, failed);
            default -> isTemplateMissing(failure) ? sentence(404, failed) : sentence(500, failed);
        };
    }

    /** A Throw whose type is the name of an error status answers with it ([WEB-160]). */
    private static Answer thrown(Thrown thrown, StatementFailure failed) {
        int code = StatusCodes.of(thrown.type());
        return code >= 400 ? Answer.error(code, thrown.reason()) : sentence(500, failed);
    }

    private static Answer sentence(int status, StatementFailure failed) {
        return Answer.error(status, failed.site().clientSentence());
    }

    private static boolean isTemplateMissing(Failure failure) {
        return failure.text().startsWith("Template not found: ") || failure.text().startsWith("Invalid template path: ");
    }

    /** Whether the runtime itself failed, so that no statement can be blamed. */
    private static boolean isInternal(StatementFailure failed) {
        return failed.site().sentence().startsWith("Cannot run the ") && failed.site().span().length() == 0;
    }

    /** Violations as the wire shows them. */
    public static ListValue violations(List<Violation> violations) {
        ListValue.Builder list = new ListValue.Builder(violations.size());
        for (Violation violation : violations) list.add(ObjectValue.of("message", violation.message(), "path", violation.path()));
        return list.build();
    }
}
