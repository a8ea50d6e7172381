package org.arolang.runtime.actions.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** Sets the response of a feature set and ends it ([DATA-260] to [DATA-269]). */
final class Return implements Action {

    /** Nouns after {@code for} that never mean a variable ([DATA-263]). */
    private static final Set<String> DECORATIVE = Set.of("status", "response", "application");
    /** Variables that the console shows when a Return carries no data ([DATA-264]). */
    private static final List<String> SHOWN = List.of("greeting", "message", "result", "data", "output", "value");

    private static final Declaration DECLARATION = Declaration.of("Return", Role.RESPONSE, "return", "respond")
            .prepositions("for", "to", "with")
            .bindsNothing()
            .hasEffects()
            .description("Answer with a status and data, and end the feature set")
            .searchTerms("response", "respond", "status", "reply", "end")
            .shapes(
                    "Return an <OK: status> with <value>.",
                    "Return a <Created: status> for the <reason>.",
                    "Return an <OK: status>.")
            .build();

    /** The console's further fields of one execution ([DEC-22]). */
    private interface ConsoleFields {
        List<Response.Field> of(@Nullable Object[] operands, @Nullable Object value);
    }

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun status = call.result();
        if (status == null) {
            throw new Failure("'Return' requires a status");
        }
        call.endsFeatureSet();
        Noun object = call.object();
        Noun reason = "with".equals(call.preposition()) ? null : object;
        String reasonName = reason == null ? null : reason.name();
        Operand value = call.with();
        if (value == null && object != null && reason == null) {
            value = call.objectValue();
        }
        boolean printed = call.featureSet().equals(call.application().options().entryPoint());
        ConsoleFields fields = printed ? consoleFields(call, reason) : (_, _) -> List.of();
        Operand with = value;
        return (activation, operands) -> {
            Object data = with == null ? null : with.in(operands);
            activation.respond(new Response(status.name(), reasonName, data, fields.of(operands, data)));
            return Null.NULL;
        };
    }

    private static ConsoleFields consoleFields(Call call, @Nullable Noun reason) {
        List<Operand> named = new ArrayList<>();
        if (reason != null) {
            if (!DECORATIVE.contains(reason.name()) && call.objectVariable() != null && call.mayBeBound(reason.name())) {
                named.add(call.variable(reason.name()));
            }
            for (String specifier : reason.specifiers()) {
                if (call.mayBeBound(specifier)) {
                    named.add(call.variable(specifier));
                }
            }
        }
        List<Operand> fallbacks = SHOWN.stream().filter(call::mayBeBound).map(call::variable).toList();
        return (operands, value) -> {
            List<Response.Field> fields = new ArrayList<>();
            for (Operand variable : named) {
                Object bound = variable.orNull(operands);
                if (bound != null) {
                    fields.add(new Response.Field(variable.name(), bound));
                }
            }
            boolean empty = value == null || value instanceof ObjectValue object && object.isEmpty();
            if (empty && fields.isEmpty()) {
                for (Operand variable : fallbacks) {
                    Object bound = variable.orNull(operands);
                    if (bound != null) {
                        return List.of(new Response.Field("value", Text.of(bound)));
                    }
                }
            }
            return fields;
        };
    }
}
