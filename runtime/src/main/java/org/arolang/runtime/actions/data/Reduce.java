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
import org.arolang.runtime.value.Aggregation;
import org.arolang.runtime.value.FieldPath;
import org.arolang.runtime.value.ListValue;

/** Computes one value from all elements of a list ([DATA-180] to [DATA-185]). */
final class Reduce implements Action {

    private static final Declaration DECLARATION = Declaration.of("Reduce", Role.OWN, "reduce", "aggregate")
            .prepositions("from", "with")
            .description("Compute one value from all elements of a list: a sum, a count, an average, the smallest, the first")
            .searchTerms("sum", "total", "count", "average", "mean", "minimum", "maximum", "fold")
            .shapes("Reduce the <result> from the <list> with sum(<field>).",
                    "Reduce the <result> from the <list> where <field> is \"x\" with count().",
                    "Reduce the <result: sum> from the <list: field>.")
            .example("A sum", """
                Create the <crops> with [{ kg: 5 }, { kg: 2.5 }, { name: "mint" }].
                Reduce the <total> from the <crops> with sum(<kg>).
                Reduce the <entries> from the <crops> with count().
                Log <total> to the <console>.
                Log <entries> to the <console>.
                """, "7.50\n3\n")
            .example("Of those that meet a condition", """
                Create the <crew> with [{ port: "Kiel", age: 41 }, { port: "Emden", age: 9 }, { port: "Kiel", age: 30 }].
                Reduce the <oldest> from the <crew> where <port> is "Kiel" with max(<age>).
                Log <oldest> to the <console>.
                """, "41.00\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun result = Required.result(call, "Reduce");
        Noun object = call.object();
        ListQuery query = ListQuery.of(call);
        Reduction reduction = reduction(call, result);
        if (reduction.field() == null && object != null && object.hasQualifier()) {
            Operand variable = Required.operand(call.objectVariable(), "Reduce", "an object");
            List<String> path = object.specifiers();
            Reduction ofField = reduction.of(FieldPath.of(String.join(".", path)));
            return (_, operands) -> {
                Object value = variable.in(operands);
                return value instanceof ListValue list
                        ? ofField.over(query.apply(list, operands))
                        : reduce(Access.objectPath(value, path), reduction, query, operands);
            };
        }
        Operand source = Required.object(call, "Reduce");
        return (_, operands) -> reduce(source.in(operands), reduction, query, operands);
    }

    private static Object reduce(Object value, Reduction reduction, ListQuery query, Object[] operands) {
        if (value instanceof ListValue list) {
            return reduction.over(query.apply(list, operands));
        }
        return reduction.function() == Aggregation.COUNT ? (Object) 1L : value;
    }

    /** The function of the {@code with} clause, or of the specifiers {@code <r: sum.price>}; anything else counts. */
    private static Reduction reduction(Call call, Noun result) {
        if (call.aggregate() != null) {
            return Reduction.of(call.aggregate());
        }
        Aggregation function = Aggregation.of(result.first());
        if (function == null) {
            return new Reduction(Aggregation.COUNT, null);
        }
        List<String> field = result.specifiers().subList(1, result.specifiers().size());
        return new Reduction(function, field.isEmpty() ? null : FieldPath.of(String.join(".", field)));
    }
}
