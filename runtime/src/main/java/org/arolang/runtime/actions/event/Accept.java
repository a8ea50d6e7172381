package org.arolang.runtime.actions.event;

import java.util.List;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Settings;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** Moves an object from one state to another and publishes the transition ([APP-93] to [APP-96], [DATA-210] to [DATA-215]). */
final class Accept implements Action {

    private static final String TO = "_to_";

    private static final Declaration DECLARATION = Declaration.of("Accept", Role.OWN, "accept")
            .prepositions("on")
            .rebinds()
            .hasEffects()
            .description("Move an object from one state to another")
            .searchTerms("state machine", "transition", "workflow", "status")
            .shapes("Accept the <transition: from_to_target> on <object: field>.")
            .example("From open to closed", """
                Create the <ticket> with { id: "T1", status: "open" }.
                Accept the <transition: open_to_closed> on <ticket: status>.
                Log <ticket: status> to the <console>.
                """, "closed\n")
            .build();

    /** What a transition's text says. */
    private record Transition(String from, String to) {}

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        call.publishes(Call.Publication.STATE_TRANSITION);
        Noun entity = call.object();
        Operand variable = call.objectVariable();
        if (entity == null || variable == null) {
            throw new Failure("'Accept' requires an object");
        }
        Transition transition = transition(call.result());
        String field = entity.hasQualifier() ? entity.raw() : "status";
        List<String> path = entity.quoted() ? List.of(field) : List.of(field.split("\\."));
        Operand rebound = call.alsoBind(entity.name());
        return (activation, operands) -> {
            ObjectValue object = check(variable.in(operands), transition, entity, field, path);
            ObjectValue accepted = Settings.with(object, path, transition.to);
            rebound.set(operands, accepted);
            ObjectValue event = event(accepted, transition, entity.name(), field);
            activation.application().events().transition(activation, event);
            return accepted;
        };
    }

    private static ObjectValue check(Object value, Transition transition, Noun entity, String field, List<String> path) {
        Object state = value;
        for (String key : path) {
            state = state instanceof ObjectValue object ? object.get(key) : null;
        }
        String actual = state == null ? null : Text.string(state);
        if (actual == null) {
            throw new Missing("Property '" + field + "' not found on type '" + entity.name() + "'", entity.span());
        }
        if (!actual.equals(transition.from)) {
            throw new Failure("Cannot accept state " + transition.from + "->" + transition.to + " on " + entity.name() + ": " + field
                    + ". Current state is \"" + actual + "\".");
        }
        return (ObjectValue) value;
    }

    private static ObjectValue event(ObjectValue accepted, Transition transition, String name, String field) {
        ObjectValue event = ObjectValue.of(
                "entity", accepted,
                "fieldName", field,
                "fromState", transition.from,
                "objectName", name,
                "toState", transition.to);
        Object id = accepted.get("id");
        return id == null ? event : event.with("entityId", Text.of(id));
    }

    /** The states that the result names ([APP-93]). */
    private static Transition transition(@Nullable Noun result) {
        if (result == null) {
            throw new Failure("'Accept' requires a transition");
        }
        String text = null;
        for (String specifier : result.specifiers()) {
            if (specifier.contains(TO)) {
                text = specifier;
                break;
            }
        }
        if (text == null && result.name().contains(TO)) {
            text = result.name();
        }
        if (text == null) {
            String shown = result.hasQualifier() ? result.name() + ":" + result.raw() : result.name();
            throw new Failure("Invalid value '" + shown + "' for state transition. Valid values: <transition: from_to_target>");
        }
        int at = text.indexOf(TO);
        String from = text.substring(0, at);
        String to = text.substring(at + TO.length());
        if (from.isEmpty() || to.isEmpty() || to.contains(TO)) {
            throw new Failure("Invalid value '" + text + "' for state transition. Valid values: from_to_target");
        }
        return new Transition(from, to);
    }
}
