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
import org.arolang.runtime.value.Matching;
import org.arolang.runtime.value.RegexValue;
import org.arolang.runtime.value.Text;

/** Cuts a text at every match of a pattern ([DATA-190], [DATA-191]). */
final class Split implements Action {

    private static final Declaration DECLARATION = Declaration.of("Split", Role.OWN, "split")
            .prepositions("from")
            .description("Cut a text into the list of its parts at every match of a pattern")
            .searchTerms("separate", "tokenize", "regex", "explode", "lines")
            .shapes("Split the <parts> from the <text> by /pattern/flags.", "Split the <parts> from <text> by \"pattern\".",
                    "Split the <parts> from <text> by <pattern>.")
            .example("At commas", """
                Create the <line> with ",a,,b,".
                Split the <parts> from the <line> by /,/.
                Compute the <n: count> from <parts>.
                Log <n> to the <console>.
                """, "5\n")
            .example("Whatever the case", """
                Split the <parts> from "1x2X3" by /x/i.
                Log <parts> to the <console>.
                """, "[1, 2, 3]\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operand source = Required.object(call, "Split");
        Operand by = call.by();
        if (by == null) {
            throw new Failure(call.byKeys().isEmpty()
                    ? "Missing required field: by /pattern/"
                    : "Undefined variable: '" + call.byKeys().getFirst().field() + "'");
        }
        RegexValue literal = call.constant(by) instanceof Object known ? regex(known) : null;
        return (_, operands) -> {
            Object value = source.in(operands);
            if (Kind.of(value) != Kind.STRING) {
                throw new Failure("Type mismatch: expected 'String', got '" + Kind.nameOf(value) + "'");
            }
            RegexValue separator = literal != null ? literal : regex(by.in(operands));
            return ListValue.copyOf(Matching.split(separator, Text.of(value)));
        };
    }

    private static RegexValue regex(Object pattern) {
        return pattern instanceof RegexValue regex ? regex : Matching.compiled(Text.of(pattern));
    }
}
