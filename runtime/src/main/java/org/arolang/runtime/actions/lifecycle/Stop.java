package org.arolang.runtime.actions.lifecycle;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operation;

/** Stops a service; stopping the keyboard ends the application ([APP-26]). */
final class Stop implements Action {

    private static final Declaration DECLARATION = Declaration.of("Stop", Role.SERVER, "stop")
            .rebinds()
            .mayWait()
            .hasEffects()
            .description("Stop a service, or with the keyboard the application")
            .searchTerms("end", "quit", "shutdown", "server")
            .shapes("Stop the <http-server> with {}.", "Stop the <keyboard> with <application>.")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Requests.Source request = Requests.of(call, "Stop");
        boolean endsApplication = Requests.isKeyboard(call.result());
        return (activation, operands) -> {
            Object result = activation.application().services().stop(activation, request.of(operands));
            if (endsApplication) {
                activation.application().lifecycle().stop();
            }
            return result;
        };
    }
}
