package org.arolang.runtime.actions.lifecycle;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.ObjectValue;

/** Waits for a time ([APP-134], [DATA-220] to [DATA-222]). */
final class Sleep implements Action {

    private static final Declaration DECLARATION = Declaration.of("Sleep", Role.OWN, "sleep", "delay", "pause")
            .mayWait()
            .hasEffects()
            .description("Wait for a time")
            .searchTerms("wait", "delay", "timer", "seconds")
            .shapes("Sleep the <nap> for 2 seconds.", "Sleep the <nap> for <n> milliseconds.", "Sleep for 2 seconds.")
            .example("How long it was", """
                Sleep the <nap> for 5 milliseconds.
                Log <nap> to the <console>.
                """, "slept: 5\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        if (call.result() == null) {
            call.bindNothing();
        }
        TimeSpan span = TimeSpan.of(call);
        return (activation, operands) -> {
            TimeSpan.Length length = span.read(operands);
            if (length == null) {
                throw new Failure("'Sleep' requires a numeric duration");
            }
            activation.application().lifecycle().sleep(length.duration());
            return ObjectValue.of("slept", (long) length.number());
        };
    }
}
