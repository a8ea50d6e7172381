package org.arolang.runtime.actions.data;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operation;

/** Fails unless a variable has the value asserted ([DATA-242]). */
final class Assert implements Action {

    private static final Declaration DECLARATION = Declaration.of("Assert", Role.OWN, "assert")
            .bindsNothing()
            .description("Fail unless a variable has the value asserted")
            .searchTerms("test", "expect", "ensure", "invariant")
            .shapes("Assert the <x> with <expected>.", "Assert the <x> for <expected>.")
            .example("A true assertion", """
                Create the <beds> with ["a", "b"].
                Assert the <beds> for ["a", "b"].
                Log "holds" to the <console>.
                """, "holds\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        return Expectation.prepare(call, "Assert",
                (name, actual, expected) -> "Assertion failed: " + name + " is " + actual + ", expected " + expected);
    }
}
