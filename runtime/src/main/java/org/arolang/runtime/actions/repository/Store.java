package org.arolang.runtime.actions.repository;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.repository.Repositories;
import org.arolang.runtime.repository.Repository;
import org.arolang.runtime.repository.StoreOutcome;

/** Stores a value, or each element of a list, in a repository ([APP-100] to [APP-107]). */
final class Store implements Action {

    private static final String NEW_ENTRY = "new-entry";

    private static final Declaration DECLARATION = Declaration.of("Store", Role.RESPONSE, "store", "save", "persist")
            .prepositions("into", "to", "in")
            .bindsNothing()
            .hasEffects()
            .description("Store a value or the elements of a list in a repository")
            .searchTerms("insert", "upsert", "add", "database", "keep")
            .shapes(
                    "Store the <x> into the <r-repository>.",
                    "Store the <saved: x> into the <r-repository>.",
                    "Store the <y> into the <r-repository> with <value>.")
            .example("A list is stored element by element", """
                Create the <notes> with [{ id: "a" }, { id: "b" }].
                Store the <notes> into the <note-repository>.
                Log <note-repository: count> to the <console>.
                """, "2\n")
            .example("Storing an id again replaces the record", """
                Create the <first> with { id: "a", text: "old" }.
                Create the <second> with { id: "a", text: "new" }.
                Store the <first> into the <note-repository>.
                Store the <second> into the <note-repository>.
                Log <new-entry> to the <console>.
                Retrieve the <note> from the <note-repository> where <id> is "a".
                Log <note: text> to the <console>.
                """, "0\nnew\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun object = call.object();
        if (object == null || !object.isRepository()) {
            throw new Failure("Repository not found: '" + (object == null ? "" : object.name()) + "'");
        }
        Repositories repositories = call.application().repositories();
        Repository repository = repositories.named(object.name());
        call.changesRepository(object.name());
        Operand value = value(call);
        Operand newEntry = call.alsoBind(NEW_ENTRY);
        return (activation, operands) -> {
            StoreOutcome outcome = repositories.store(activation, repository, value.in(operands));
            newEntry.set(operands, outcome != null && outcome.isCreated() ? 1L : 0L);
            return outcome == null ? "" : outcome.stored();
        };
    }

    /** What is stored; says which name is bound to the stored record ([APP-100]). */
    private static Operand value(Call call) {
        Noun result = call.result();
        Operand with = call.withClause();
        if (with != null) {
            if (result != null) {
                call.bindTo(result.name());
            }
            return with;
        }
        if (result == null) {
            return Statements.required(call.sink(), "Store", "a value");
        }
        if (result.hasQualifier() && !isAnnotation(result, call)) {
            call.bindTo(result.name());
            return call.variable(result.raw());
        }
        return Statements.required(call.resultVariable(), "Store", "a value");
    }

    /** Whether the qualifier is the name of a type rather than of the variable to store. */
    private static boolean isAnnotation(Noun result, Call call) {
        return !call.mayBeBound(result.raw()) && call.mayBeBound(result.name()) && Character.isUpperCase(result.raw().charAt(0));
    }
}
