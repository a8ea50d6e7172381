package org.arolang.runtime.actions.data;

import java.util.List;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Access;
import org.arolang.runtime.value.Equality;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Ordering;
import org.jspecify.annotations.Nullable;

/** Tells how two values compare ([DATA-135] to [DATA-137]). */
final class Compare implements Action {

    private static final String BOUND = "comparison";

    private static final ObjectValue EQUAL = outcome(true, "equal");
    private static final ObjectValue LESS = outcome(false, "less");
    private static final ObjectValue GREATER = outcome(false, "greater");
    private static final ObjectValue NOT_EQUAL = outcome(false, "notEqual");

    private static final Declaration DECLARATION = Declaration.of("Compare", Role.OWN, "compare", "match")
            .prepositions("against", "to", "with")
            .description("Tell whether one value is equal to another, less or greater")
            .searchTerms("equal", "less", "greater", "difference", "order")
            .shapes("Compare the <a> against the <b>.", "Compare the <result: a> against the <b>.", "Compare the <a> against 5.")
            .example("Under a name of its own", """
                Create the <a> with "10".
                Create the <b> with 9.
                Compare the <outcome: a> against the <b>.
                Log <outcome> to the <console>.
                """, "matches: false\nresult: greater\n")
            .example("As the comparison", """
                Create the <a> with "10".
                Compare the <a> against 10.
                Log <comparison: result> to the <console>.
                """, "equal\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun result = Required.result(call, "Compare");
        Operand right = Required.object(call, "Compare");
        if (result.hasQualifier()) {
            Operand variable = call.variable(result.first());
            List<String> path = result.specifiers().subList(1, result.specifiers().size());
            return (_, operands) -> outcome(Access.objectPath(variable.in(operands), path), right.in(operands));
        }
        Operand left = Required.operand(call.resultVariable(), "Compare", "a value");
        Operand before = call.mayBeBound(BOUND) ? call.variable(BOUND) : null;
        Operand comparison = call.alsoBind(BOUND);
        call.bindNothing();
        return (_, operands) -> {
            ObjectValue outcome = outcome(left.in(operands), right.in(operands));
            if (before == null || mayReplace(before.orNull(operands))) {
                comparison.set(operands, outcome);
            }
            return outcome;
        };
    }

    /** Only an outcome of an earlier Compare is replaced, never a variable of the program's own. */
    @SuppressWarnings("ReferenceEquality") // A variable of the program's own may well be equal to an outcome.
    private static boolean mayReplace(@Nullable Object bound) {
        return bound == null || bound == EQUAL || bound == LESS || bound == GREATER || bound == NOT_EQUAL;
    }

    private static ObjectValue outcome(Object left, Object right) {
        if (Equality.loose(left, right)) {
            return EQUAL;
        }
        if (!Ordering.comparable(left, right)) {
            return NOT_EQUAL;
        }
        return Ordering.less(left, right) ? LESS : Ordering.greater(left, right) ? GREATER : NOT_EQUAL;
    }

    private static ObjectValue outcome(boolean matches, String result) {
        return ObjectValue.of("matches", matches, "result", result);
    }
}
