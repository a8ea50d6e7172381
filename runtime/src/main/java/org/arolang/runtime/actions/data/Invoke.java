package org.arolang.runtime.actions.data;

import java.util.Locale;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.ObjectValue;

/** The action {@code Call}: calls a method of a service ([DATA-230] to [DATA-233]). */
final class Invoke implements Action {

    private static final Declaration DECLARATION = Declaration.of("Call", Role.OWN, "call", "invoke")
            .prepositions("from", "to", "with", "via")
            .mayWait()
            .hasEffects()
            .description("Call a method of a service")
            .searchTerms("service", "plugin", "http", "remote", "rpc")
            .shapes("Call the <result> from the <service: method> with { ... }.")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun noun = call.object();
        if (noun == null) {
            throw malformed("expression");
        }
        String service = noun.name();
        String method = noun.raw();
        if (method.isEmpty()) {
            int hyphen = service.indexOf('-');
            if (hyphen <= 0 || hyphen == service.length() - 1) {
                throw malformed(service);
            }
            method = service.substring(hyphen + 1);
            service = service.substring(0, hyphen);
        }
        String name = service;
        String wanted = method.toLowerCase(Locale.ROOT);
        CallableService.Directory directory = call.application().extension(CallableService.Directory.class);
        CallableService found = directory == null ? null : directory.find(name.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new Failure("Service not found: " + name);
        }
        if (!found.methods().contains(wanted)) {
            throw new Failure("Unknown method '" + method + "' on service '" + name + "'");
        }
        Operand with = call.withClause();
        Operand variable = with == null && "with".equals(call.preposition()) ? call.objectVariable() : null;
        return (activation, operands) -> {
            Object value = with != null ? with.in(operands) : variable != null ? variable.orNull(operands) : null;
            return found.call(activation, wanted, value instanceof ObjectValue arguments ? arguments : ObjectValue.EMPTY);
        };
    }

    private static Failure malformed(String received) {
        return new Failure("Invalid input: Call action requires service and method: <service: method>. Received: " + received);
    }
}
