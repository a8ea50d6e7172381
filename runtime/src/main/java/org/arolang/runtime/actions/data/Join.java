package org.arolang.runtime.actions.data;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.RegexValue;
import org.arolang.runtime.value.Text;

/** Puts the text forms of a list's elements together ([DATA-192]). */
final class Join implements Action {

    private static final Declaration DECLARATION = Declaration.of("Join", Role.OWN, "join")
            .prepositions("from")
            .rebinds()
            .description("Put the elements of a list together into one text")
            .searchTerms("concatenate", "implode", "separator", "list to text")
            .shapes("Join the <text> from <list> with \", \".", "Join the <text> from the <list> by \", \".",
                    "Join the <text> from <list>.")
            .example("With a separator", """
                Create the <words> with ["oat", "rye", 7].
                Join the <text> from <words> with " + ".
                Log <text> to the <console>.
                """, "oat + rye + 7\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operand source = Required.object(call, "Join");
        Operand separator = call.withClause() != null ? call.withClause() : call.by();
        return (_, operands) -> {
            Object value = source.in(operands);
            if (!(value instanceof ListValue list)) {
                return Text.of(value);
            }
            String between = separator == null ? "" : textOf(separator.in(operands));
            StringBuilder text = new StringBuilder();
            boolean first = true;
            for (Object element : list) {
                if (!first) {
                    text.append(between);
                }
                first = false;
                text.append(Text.of(element));
            }
            return text.toString();
        };
    }

    /** A regex written after {@code by} stands for its own text: a Join has nothing to match. */
    private static String textOf(Object separator) {
        return separator instanceof RegexValue regex ? regex.pattern() : Text.of(separator);
    }
}
