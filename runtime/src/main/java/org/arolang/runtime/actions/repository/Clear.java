package org.arolang.runtime.actions.repository;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;

/** Empties a repository ([APP-114]) or makes an empty copy of a collection ([DATA-162]); the screen is the terminal's ([DEC-3]). */
final class Clear implements Action {

    private static final Declaration DECLARATION = Declaration.of("Clear", Role.OWN, "clear")
            .prepositions("from", "for")
            .rebinds()
            .hasEffects()
            .description("Empty a repository, a collection or the screen")
            .searchTerms("truncate", "reset", "empty", "screen")
            .shapes(
                    "Clear the <all> from the <r-repository>.",
                    "Clear the <empty> from the <list>.",
                    "Clear the <screen> for the <terminal>.")
            .example("What has been read is removed", """
                Create the <names> with ["Ann", "Bo"].
                Store the <names> into the <name-repository>.
                Clear the <all> from the <name-repository>.
                Log <name-repository: count> to the <console>.
                """, "0\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operation claimed = call.application().claims().prepare("Clear", call);
        if (claimed != null) {
            return claimed;
        }
        Noun object = call.object();
        if (object != null && object.isRepository()) {
            return Removal.fromRepository(call, object);
        }
        Operand source = Statements.required(call.objectValue(), "Clear", "an object");
        return (_, operands) -> switch (source.in(operands)) {
            case ListValue _ -> ListValue.EMPTY;
            case ObjectValue _ -> ObjectValue.EMPTY;
            case Object other -> throw new Failure("Type mismatch: expected 'List or Object', got '" + Kind.nameOf(other) + "'");
        };
    }
}
