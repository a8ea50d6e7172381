package org.arolang.runtime.actions.repository;

import java.util.List;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.action.RecordTest;

/** Removes records of a repository ([APP-114]), or makes a copy without a key or an element ([DATA-160]). */
final class Delete implements Action {

    private static final Declaration DECLARATION = Declaration.of("Delete", Role.OWN, "delete", "remove", "destroy")
            .prepositions("from", "for")
            .rebinds()
            .hasEffects()
            .description("Remove records of a repository, a key or element of a value, a file or directory")
            .searchTerms("drop", "erase", "without", "file", "directory", "rm")
            .shapes(
                    "Delete the <gone> from the <r-repository> where <field> is <value>.",
                    "Delete the <all> from the <r-repository>.",
                    "Delete the <slim: key> from the <object>.",
                    "Delete the <rest: 0> from the <list>.",
                    "Delete the <file: path>.",
                    "Delete the <directory: path>.")
            .example("The record that was deleted", """
                Create the <books> with [{ id: "1", title: "Oats" }, { id: "2", title: "Rye" }].
                Store the <books> into the <book-repository>.
                Delete the <gone> from the <book-repository> where <id> is "1".
                Log <gone: title> to the <console>.
                Log <book-repository: count> to the <console>.
                """, "Oats\n1\n")
            .example("A copy without a key", """
                Create the <user> with { name: "Kim", secret: "x" }.
                Delete the <slim: secret> from the <user>.
                Log <slim> to the <console>.
                """, "name: Kim\n")
            .example("A file", """
                Write "x" to "./gone.txt".
                Delete the <file: "./gone.txt">.
                Exists the <left> for "./gone.txt".
                Log <left> to the <console>.
                """, "false\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operation claimed = call.application().claims().prepare("Delete", call);
        if (claimed != null) {
            return claimed;
        }
        Noun object = call.object();
        if (object != null && object.isRepository()) {
            return Removal.fromRepository(call, object);
        }
        Operand source = Statements.required(call.objectValue(), "Delete", "an object");
        RecordTest test = call.where(Call.WhereSemantics.LIST);
        if (test != null) {
            return Removal.matching(source, test);
        }
        Noun result = call.result();
        if (result == null) {
            throw new Failure("'Delete' requires a key");
        }
        List<String> key = !result.hasQualifier()
                ? List.of(result.name())
                : result.quoted() ? List.of(result.raw()) : result.specifiers();
        return Removal.keyed(source, key);
    }
}
