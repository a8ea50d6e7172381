package org.arolang.runtime.actions.event;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Events;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** Notifies somebody, or each element of a list, and waits for the handlers ([APP-89] to [APP-92]). */
final class Notify implements Action {

    private static final Declaration DECLARATION = Declaration.of("Notify", Role.RESPONSE, "notify", "alert", "signal")
            .prepositions("with", "to", "for")
            .bindsNothing()
            .hasEffects()
            .description("Notify a person or each of a list")
            .searchTerms("notification", "message", "inform", "tell")
            .shapes("Notify the <target> with <message>.", "Notify the <people> with \"Meeting\".")
            .example("Nobody needs to listen", """
                Create the <team> with [{ name: "Bo" }, { name: "Cy" }].
                Notify the <team> with "Meeting".
                Log "sent" to the <console>.
                """, "sent\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        call.publishes(Call.Publication.NOTIFICATION);
        Noun result = call.result();
        if (result == null) {
            return toObject(call);
        }
        Operand target = target(call, result);
        Operand message = message(call);
        String literal = call.object() == null ? "" : call.object().name();
        return (activation, operands) -> {
            Object text = message == null ? literal : message.orNull(operands);
            send(activation.application().events(), activation, result.name(), target == null ? null : target.orNull(operands),
                    text == null ? literal : Text.of(text));
            return text == null ? literal : text;
        };
    }

    /** {@code Notify "Meeting" to the <team>}: the message is the expression, the object is notified. */
    private static Operation toObject(Call call) {
        Noun object = call.object();
        Operand message = call.sink();
        Operand target = call.objectVariable();
        if (object == null || message == null) {
            throw new Failure("'Notify' requires a target");
        }
        return (activation, operands) -> {
            Object text = message.in(operands);
            send(activation.application().events(), activation, object.name(), target == null ? null : target.orNull(operands),
                    Text.of(text));
            return text;
        };
    }

    private static void send(
            Events events,
            Activation activation,
            String name,
            @Nullable Object target,
            String message) {
        if (target instanceof ListValue list) {
            for (Object element : list) {
                events.notify(activation, name, element, message);
            }
        } else {
            events.notify(activation, name, target, message);
        }
    }

    private static @Nullable Operand target(Call call, Noun result) {
        return result.hasQualifier() && call.mayBeBound(result.name()) ? call.resultValue() : call.resultVariable();
    }

    /** The message; null when it is the object's name itself. */
    private static @Nullable Operand message(Call call) {
        Operand with = call.with();
        if (with != null) {
            return with;
        }
        Noun object = call.object();
        if (object == null) {
            return call.objectExpression();
        }
        return object.hasQualifier() && call.mayBeBound(object.name()) ? call.objectValue() : call.objectVariable();
    }
}
