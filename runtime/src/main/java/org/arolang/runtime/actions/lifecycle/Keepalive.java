package org.arolang.runtime.actions.lifecycle;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;

/** Waits for the end of the application ([APP-24]). What its result and object are called does not matter. */
final class Keepalive implements Action {

    private static final Declaration DECLARATION = Declaration.of("Keepalive", Role.SERVER, "keepalive", "wait", "block")
            .prepositions("for")
            .bindsNothing()
            .mayWait()
            .hasEffects()
            .description("Keep the application alive until it is told to end")
            .searchTerms("wait", "block", "serve", "forever", "shutdown")
            .shapes("Keepalive the <application> for the <events>.", "Wait for the <shutdown-signal>.")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        call.ignoresObject();
        return (activation, _) -> {
            activation.application().logs().happened(
                    "wait.state.entered", () -> ObjectValue.of("featureSet", activation.code().name()));
            activation.application().lifecycle().keepalive(activation);
            return Null.NULL;
        };
    }
}
