package org.arolang.runtime.actions.flow;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Thrown;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Text;

/** Fails on purpose ([APP-64], [DATA-275]). */
final class Throw implements Action {

    private static final Declaration DECLARATION = Declaration.of("Throw", Role.RESPONSE, "throw", "raise", "fail")
            .prepositions("for")
            .bindsNothing()
            .hasEffects()
            .description("Fail with an error of a type")
            .searchTerms("error", "exception", "abort", "fail")
            .shapes("Throw the <Type> for the <reason>.", "Throw a <NotFound: error> for the <customer> when <n> is 0.")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun type = call.result();
        if (type == null) {
            throw new Failure("'Throw' requires an error type");
        }
        String featureSet = call.featureSet();
        Noun object = call.object();
        if (object != null) {
            String reason = object.fullName();
            return (_, _) -> {
                throw new Thrown(type.name(), featureSet, reason);
            };
        }
        Operand reason = call.objectExpression();
        return (_, operands) -> {
            throw new Thrown(type.name(), featureSet, reason == null ? "" : Text.of(reason.in(operands)));
        };
    }
}
