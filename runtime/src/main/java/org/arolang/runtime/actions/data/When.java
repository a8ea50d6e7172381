package org.arolang.runtime.actions.data;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Scope;

/** Runs the feature set under test ([DATA-241]). */
final class When implements Action {

    private static final Declaration DECLARATION = Declaration.of("When", Role.OWN, "when")
            .prepositions("from")
            .mayWait()
            .hasEffects()
            .description("Run the feature set under test and take its result")
            .searchTerms("test", "act", "call", "run")
            .shapes("When the <result> from the <feature-set>.")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun result = Required.result(call, "When");
        Noun callee = call.object();
        if (callee == null) {
            throw new Failure("'When' requires a feature set");
        }
        TestContext tests = call.application().extension(TestContext.class);
        if (tests == null) {
            throw new Failure("Service not registered: 'TestExecutionContext (use 'aro test' command)'");
        }
        Operand scope = call.scope();
        return (activation, operands) -> tests.when(activation, (Scope) scope.in(operands), callee.fullName(), result.name());
    }
}
