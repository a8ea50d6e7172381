package org.arolang.runtime.actions.lifecycle;

import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.execution.Service;
import org.jspecify.annotations.Nullable;

/** Makes of a statement what a service is asked for ([WEB-30]). */
final class Requests {

    private Requests() {}

    /** Makes the request of one execution. */
    interface Source {
        Service.Request of(@Nullable Object[] operands);
    }

    static Source of(Call call, String action) {
        Noun result = call.result();
        if (result == null) {
            throw new Failure("'" + action + "' requires the name of a service");
        }
        Noun object = call.object();
        String preposition = call.preposition() == null ? "" : call.preposition();
        Operand expression = call.objectExpression();
        // A noun need not be a variable: `for the <contract>`, `on port 9123`.
        Operand value = expression != null ? expression : call.objectVariable();
        Operand with = call.withClause();
        return operands -> new Service.Request(
                result.name(),
                preposition,
                object,
                value == null ? null : value.orNull(operands),
                with == null ? null : with.in(operands));
    }

    /** Whether a name means the keyboard ([APP-26], [APP-136]). */
    static boolean isKeyboard(@Nullable Noun noun) {
        return noun != null && (noun.is("keyboard") || noun.is("stdin") || noun.is("input") || noun.is("keys"));
    }
}
