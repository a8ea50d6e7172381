package org.arolang.runtime.actions.data;

import java.util.List;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Access;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;

/** Puts two objects, lists or texts together ([DATA-150] to [DATA-153]). */
final class Merge implements Action {

    private static final Declaration DECLARATION = Declaration.of("Merge", Role.OWN, "merge", "combine", "concat")
            .prepositions("with", "from")
            .rebinds()
            .description("Put two objects, lists or texts together; of equal keys the added one counts")
            .searchTerms("append", "concatenate", "extend", "assign", "union")
            .shapes(
                    "Merge the <result: base> with <addition>.",
                    "Merge the <result> from <base> with <addition>.",
                    "Merge the <target> with <addition>.",
                    "Merge the <target> from the <addition>.")
            .example("Objects", """
                Create the <base> with { a: 1, b: 2 }.
                Create the <extra> with { b: 3 }.
                Merge the <all: base> with <extra>.
                Log <all> to the <console>.
                Log <base> to the <console>.
                """, "a: 1\nb: 3\na: 1\nb: 2\n")
            .example("Lists", """
                Create the <first> with [1].
                Create the <second> with [2, 3].
                Merge the <both> from <first> with <second>.
                Log <both> to the <console>.
                """, "[1, 2, 3]\n")
            .example("Into the variable itself", """
                Create the <name> with "rose".
                Merge the <name> with "mary".
                Log <name> to the <console>.
                """, "rosemary\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun result = Required.result(call, "Merge");
        Operand object = Required.object(call, "Merge");
        Operand clause = call.withClause();
        if (clause != null) {
            return (_, operands) -> merge(object.in(operands), clause.in(operands));
        }
        if (result.hasQualifier()) {
            Operand base = call.variable(result.first());
            List<String> path = result.specifiers().subList(1, result.specifiers().size());
            return (_, operands) -> merge(Access.objectPath(base.in(operands), path), object.in(operands));
        }
        Operand target = Required.operand(call.resultVariable(), "Merge", "a base value");
        return (_, operands) -> {
            Object base = target.orNull(operands);
            if (base == null) {
                throw new Failure("'Merge' requires a base value");
            }
            return merge(base, object.in(operands));
        };
    }

    private static Object merge(Object base, Object addition) {
        if (base instanceof ObjectValue object && addition instanceof ObjectValue more) {
            return object.withAll(more);
        }
        if (base instanceof ListValue list && addition instanceof ListValue more) {
            return new ListValue.Builder().addAll(list).addAll(more).build();
        }
        if (Kind.of(base) == Kind.STRING && Kind.of(addition) == Kind.STRING) {
            return Text.of(base) + Text.of(addition);
        }
        throw new Failure("Type mismatch: expected '" + Kind.nameOf(base) + "', got '" + Kind.nameOf(addition) + "'");
    }
}
