package org.arolang.runtime.actions.data;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.ListValue;

/** Takes the elements of a list that meet a condition ([DATA-175] to [DATA-179]). */
final class Filter implements Action {

    private static final Declaration DECLARATION = Declaration.of("Filter", Role.OWN, "filter")
            .prepositions("from")
            .clauses("order", "limit", "offset")
            .description("Take the elements of a list that meet a condition")
            .searchTerms("where", "select", "query", "search", "find", "order by", "limit", "page")
            .shapes("Filter the <result> from the <list> where <field> is <value>.",
                    "Filter the <result> from the <list> where <a> > 1 and (<b> contains \"x\" or <c> is empty).",
                    "Filter the <result> from the <list> where ... order by <field> desc limit 10 offset 20.")
            .example("A condition", """
                Create the <crops> with [{ name: "leek", kg: 5 }, { name: "kale", kg: 2 }, { name: "chard", kg: 4 }].
                Filter the <big> from the <crops> where <kg> >= 4.
                Map the <names: name> from the <big>.
                Log <names> to the <console>.
                """, "[leek, chard]\n")
            .example("Ordered, the first two", """
                Create the <crops> with [{ name: "leek", kg: 5 }, { name: "kale", kg: 2 }, { name: "chard", kg: 4 }].
                Filter the <top> from the <crops> order by <kg> desc limit 2.
                Map the <names: name> from the <top>.
                Log <names> to the <console>.
                """, "[leek, chard]\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operand source = Required.object(call, "Filter");
        ListQuery query = ListQuery.of(call, LegacyPredicate.of(call));
        return (_, operands) -> {
            Object value = source.in(operands);
            return value instanceof ListValue list ? query.apply(list, operands) : value;
        };
    }
}
