package org.arolang.runtime.actions.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.language.tree.Clauses;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.FieldPath;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** Puts the elements of a list into one list per value of a field ([DATA-187] to [DATA-189]). */
final class Group implements Action {

    private static final Declaration DECLARATION = Declaration.of("Group", Role.OWN, "group")
            .prepositions("from")
            .description("Put the elements of a list into groups by a field, or compute one value per group")
            .searchTerms("group by", "partition", "bucket", "aggregate", "count by")
            .shapes("Group the <result> from the <list> by \"field\".", "Group the <result: field> from the <list>.",
                    "Group the <result> from the <list> by \"field\" with sum(<other>).")
            .example("One group", """
                Create the <tools> with [{ n: "hoe", ok: true }, { n: "rake", ok: false }, { n: "fork", ok: true }].
                Group the <groups> from the <tools> by "ok".
                Extract the <good> from the <groups: "true">.
                Map the <names: n> from the <good>.
                Log <names> to the <console>.
                """, "[hoe, fork]\n")
            .example("One value per group", """
                Create the <crew> with [{ port: "Kiel", age: 41 }, { port: "Emden", age: 9 }, { port: "Kiel", age: 30 }].
                Group the <oldest> from the <crew> by "port" with max(<age>).
                Log <oldest> to the <console>.
                """, "Emden: 9.00\nKiel: 41.00\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operand source = Required.object(call, "Group");
        GroupField field = GroupField.of(call);
        ListQuery query = ListQuery.of(call);
        Reduction reduction = call.aggregate() == null ? null : Reduction.of(call.aggregate());
        return (_, operands) -> {
            FieldPath path = field.in(operands);
            Object value = source.in(operands);
            ListValue list = value instanceof ListValue elements ? elements : ListValue.of(value);
            Map<String, ListValue.Builder> groups = new LinkedHashMap<>();
            for (Object element : query.apply(list, operands)) {
                if (element instanceof ObjectValue) {
                    Object key = path.read(element);
                    groups.computeIfAbsent(key == null ? "null" : Text.of(key), _ -> new ListValue.Builder()).add(element);
                }
            }
            ObjectValue.Builder result = new ObjectValue.Builder(groups.size());
            groups.forEach((key, group) -> result.put(key, reduction == null ? group.build() : reduction.over(group.build())));
            return result.build();
        };
    }

    /** The field to group by, for one execution. */
    @FunctionalInterface
    private interface GroupField {

        FieldPath in(@Nullable Object[] operands);

        /** A text, a variable that holds one or else the field of that name, or the result's specifiers ([DATA-187]). */
        static GroupField of(Call call) {
            List<Clauses.Key> keys = call.byKeys();
            Operand by = call.by();
            if (by != null) {
                Parsed<FieldPath> held = Parsed.of(call, by, FieldPath::of);
                if (keys.isEmpty()) {
                    return held::in;
                }
                FieldPath named = FieldPath.of(keys.getFirst().field());
                return operands -> by.orNull(operands) == null ? named : held.in(operands);
            }
            String written = keys.isEmpty() ? String.join(".", Required.result(call, "Group").specifiers()) : keys.getFirst().field();
            if (written.isEmpty() || keys.size() > 1) {
                throw new Failure("'Group' requires a 'by' clause with field name");
            }
            FieldPath field = FieldPath.of(written);
            return _ -> field;
        }
    }
}
