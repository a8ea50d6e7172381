package org.arolang.runtime.actions.event;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.ObjectValue;

/** Publishes a domain event and waits for its handlers ([APP-71] to [APP-73]). */
final class Emit implements Action {

    private static final String DATA = "data";

    private static final Declaration DECLARATION = Declaration.of("Emit", Role.EXPORT, "emit")
            .prepositions("with", "to")
            .bindsNothing()
            .hasEffects()
            .description("Publish a domain event and wait for its handlers")
            .searchTerms("event", "publish", "trigger", "fire", "handler")
            .shapes("Emit a <Type: event> with <payload>.", "Emit a <Type: event> with { a: 1 }.")
            .example("Nobody needs to listen", """
                Emit an <OrderPlaced: event> with { id: 1 }.
                Log "placed" to the <console>.
                """, "placed\n")
            .build();

    /** Makes the event object of one execution. */
    private interface Payload {
        ObjectValue of(Object[] operands);
    }

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun result = call.result();
        if (result == null) {
            throw new Failure("'Emit' requires an event type");
        }
        String type = result.name();
        call.emits(type);
        Payload payload = payload(call);
        return (activation, operands) -> {
            ObjectValue event = payload.of(operands);
            activation.application().events().emit(activation, type, event);
            return event;
        };
    }

    /** The event object as the payload is written ([APP-71]). */
    private static Payload payload(Call call) {
        Operand with = call.withClause();
        if (with != null) {
            return ofExpression(call, with);
        }
        Operand expression = call.objectExpression();
        if (expression != null) {
            return ofExpression(call, expression);
        }
        Noun noun = call.object();
        Operand variable = call.objectVariable();
        if (noun == null || variable == null || "to".equals(call.preposition())) {
            return _ -> ObjectValue.EMPTY;
        }
        Operand value = call.objectValue();
        return value == null ? ofVariable(noun.name(), variable) : ofNoun(noun, variable, value);
    }

    /** A variable's name is the key of its value; an object's fields are those of the event. */
    private static Payload ofExpression(Call call, Operand expression) {
        Noun noun = call.noun(expression);
        if (noun != null) {
            return ofNoun(noun, call.variable(noun.name()), expression);
        }
        if (!expression.name().isEmpty()) {
            return ofVariable(expression.name(), expression);
        }
        return operands -> {
            Object value = expression.in(operands);
            return value instanceof ObjectValue object ? object : ObjectValue.of(DATA, value);
        };
    }

    private static Payload ofNoun(Noun noun, Operand variable, Operand value) {
        if (!noun.hasQualifier()) {
            return ofVariable(noun.name(), value);
        }
        String last = noun.quoted() ? noun.raw() : noun.specifiers().getLast();
        return operands -> {
            Object whole = variable.orNull(operands);
            Object part = value.in(operands);
            return whole == null ? ObjectValue.of(last, part) : ObjectValue.of(noun.name(), whole, last, part);
        };
    }

    private static Payload ofVariable(String name, Operand variable) {
        return operands -> ObjectValue.of(name, variable.in(operands));
    }
}
