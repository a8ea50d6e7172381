package org.arolang.runtime.actions.data;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ListValue;

/** Sorts a list by its elements or by fields of them ([DATA-140] to [DATA-143]). */
final class Sort implements Action {

    private static final Declaration DECLARATION = Declaration.of("Sort", Role.OWN, "sort", "order", "arrange")
            .prepositions("for", "from", "with")
            .description("Sort a list by its elements or by fields of them")
            .searchTerms("order by", "ascending", "descending", "rank", "alphabetical")
            .shapes("Sort the <result> for the <list>.", "Sort the <result: descending> for the <list>.",
                    "Sort the <result> for the <list> by \"team, joined desc\".", "Sort the <result: field.descending> for the <list>.")
            .example("Numbers, down", """
                Create the <numbers> with [3, 11, 2].
                Sort the <down: descending> for the <numbers>.
                Log <down> to the <console>.
                """, "[11, 3, 2]\n")
            .example("By two fields", """
                Create the <ida> with { n: "Ida", port: "Kiel", age: 41 }.
                Create the <bo> with { n: "Bo", port: "Emden", age: 9 }.
                Create the <cy> with { n: "Cy", port: "Kiel", age: 30 }.
                Sort the <sorted> for [<ida>, <bo>, <cy>] by "port desc, age".
                Map the <names: n> from the <sorted>.
                Log <names> to the <console>.
                """, "[Cy, Ida, Bo]\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operand source = Required.object(call, "Sort");
        SortKeys keys = SortKeys.of(call, Required.result(call, "Sort"));
        return (_, operands) -> {
            Object value = source.in(operands);
            if (value instanceof ListValue list) {
                return keys.in(operands).sort(list);
            }
            throw new Failure("Type mismatch: expected 'List', got '" + Kind.nameOf(value) + "'");
        };
    }
}
