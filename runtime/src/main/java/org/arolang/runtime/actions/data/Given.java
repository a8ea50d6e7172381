package org.arolang.runtime.actions.data;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;

/** Binds what a test starts from ([DATA-240]). */
final class Given implements Action {

    private static final Declaration DECLARATION = Declaration.of("Given", Role.OWN, "given")
            .prepositions("with")
            .bindsExpressionDirectly()
            .description("Bind a value that a test starts from")
            .searchTerms("test", "arrange", "fixture", "set up")
            .shapes("Given the <x> with <value>.")
            .example("A value", """
                Given the <beds> with 4.
                Log <beds> to the <console>.
                """, "4\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operand value = valueOf(call, "Given");
        Noun noun = call.object();
        return (_, operands) -> {
            Object found = value.orNull(operands);
            return found == null && noun != null ? noun.name() : value.in(operands);
        };
    }

    /** The object's value; of a noun without qualifier its variable, whose name stands for itself when it is not bound ([TOOL-403]). */
    static Operand valueOf(Call call, String action) {
        Noun noun = call.object();
        return Required.operand(noun == null || noun.hasQualifier() ? call.objectValue() : call.objectVariable(), action, "a value");
    }
}
