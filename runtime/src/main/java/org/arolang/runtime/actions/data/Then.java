package org.arolang.runtime.actions.data;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operation;

/** Fails unless a variable has the expected value ([DATA-242]). */
final class Then implements Action {

    private static final Declaration DECLARATION = Declaration.of("Then", Role.OWN, "then")
            .bindsNothing()
            .description("Fail unless a variable has the expected value")
            .searchTerms("test", "expect", "should", "verify")
            .shapes("Then the <x> with <expected>.")
            .example("What is expected", """
                Create the <n> with 2.
                Then the <n> with 2.
                Log "as expected" to the <console>.
                """, "as expected\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        return Expectation.prepare(call, "Then",
                (name, actual, expected) -> "Expected " + name + " to be " + expected + ", but was " + actual);
    }
}
