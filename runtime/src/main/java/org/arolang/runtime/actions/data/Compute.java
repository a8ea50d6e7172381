package org.arolang.runtime.actions.data;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Operations;
import org.arolang.runtime.value.Parameters;
import org.jspecify.annotations.Nullable;

/** Applies an operation to a value ([DATA-70] to [DATA-100]). */
final class Compute implements Action {

    private static final Declaration DECLARATION = Declaration.of("Compute", Role.OWN, "compute", "calculate", "derive")
            .prepositions("from", "for", "with")
            .bindsExpressionDirectly()
            .description("Compute a value: an expression, or an operation such as length, uppercase, sum, round, hash, date")
            .searchTerms("calculate", "operation", "function", "length", "hash", "date", "format", "union", "difference", "round")
            .shapes("Compute the <result> from <a> * <b>.", "Compute the <result: operation> from <x>.",
                    "Compute the <result: operation> from <x> with <parameter>.", "Compute the <result: trim | uppercase> from <x>.",
                    "Compute the <result: +7d> from <date>.", "Compute the <result: distance> from <start> to <end>.",
                    "Compute the <length> from the <x>.")
            .example("An expression", """
                Create the <price> with 3.
                Compute the <total> from <price> * 4.
                Log <total> to the <console>.
                """, "12\n")
            .example("Operations", """
                Compute the <clean: trim | uppercase> from "  red beet ".
                Compute the <short: clip> from <clean> with 3.
                Compute the <sum: sum> from [3, 1.5].
                Log <clean> to the <console>.
                Log <short> to the <console>.
                Log <sum> to the <console>.
                """, "RED BEET\nRED\n4.50\n")
            .example("Dates", """
                Compute the <start: date> from "2030-01-31".
                Compute the <next: +1M> from <start>.
                Compute the <gap: distance> from "2030-01-01" to "2030-01-11".
                Log <next> to the <console>.
                Log <gap: days> to the <console>.
                """, "2030-02-28T00:00:00Z\n10\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun result = Required.result(call, "Compute");
        Operand source = Required.object(call, "Compute");
        org.arolang.runtime.value.Operation named = call.object() == null || result.hasQualifier()
                ? null
                : Operations.findBasic(result.name());
        return applying(named != null ? named : Operations.resolve(String.join(".", result.specifiers())), source, call);
    }

    /** Applies {@code operation} with the parameters that the statement's clauses give. */
    static Operation applying(org.arolang.runtime.value.Operation operation, Operand source, Call call) {
        Operand with = call.withClause();
        Operand to = call.to();
        if (with == null && to == null) {
            return (_, operands) -> operation.apply(source.in(operands), Parameters.NONE);
        }
        return (_, operands) -> operation.apply(source.in(operands), new Parameters(value(with, operands), value(to, operands)));
    }

    private static @Nullable Object value(@Nullable Operand operand, @Nullable Object[] operands) {
        return operand == null ? null : operand.in(operands);
    }
}
