package org.arolang.runtime.actions.lifecycle;

import java.util.Locale;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Service;
import org.arolang.runtime.execution.Services;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** Starts listening to the keyboard or on a socket; of everything else it only confirms ([APP-136], [IO-119]). */
final class Listen implements Action {

    private static final String KEYBOARD = "keyboard";

    private static final Declaration DECLARATION = Declaration.of("Listen", Role.SERVER, "listen", "await")
            .prepositions("on", "for", "to")
            .rebinds()
            .mayWait()
            .hasEffects()
            .description("Listen to the keyboard or on a port")
            .searchTerms("keys", "stdin", "socket", "events", "subscribe")
            .shapes(
                    "Listen the <keyboard> to the <stdin>.",
                    "Listen the <socket-server> on port 9000.",
                    "Listen the <listener> for the <events: name>.")
            .example("A confirmation", """
                Listen the <listener> for the <events: order>.
                Log <listener> to the <console>.
                """, "target: order\ntype: events\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Requests.Source request = Requests.of(call, "Listen");
        Services services = call.application().services();
        Noun object = call.object();
        if (Requests.isKeyboard(object)) {
            return (activation, operands) -> {
                Service keyboard = services.find(KEYBOARD);
                if (keyboard != null) {
                    keyboard.listen(activation, request.of(operands));
                }
                return KEYBOARD;
            };
        }
        ObjectValue confirmation = confirmation(object);
        return (activation, operands) -> {
            Service.Request wanted = request.of(operands);
            Service service = services.find(wanted.name());
            if (service != null) {
                return service.listen(activation, wanted);
            }
            activation.application().logs().happened("listen.started", () -> confirmation);
            return confirmation;
        };
    }

    private static ObjectValue confirmation(@Nullable Noun object) {
        String name = object == null ? "" : object.name();
        String raw = object == null ? "" : object.raw();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "port" -> of("port", raw.isEmpty() ? 8080L : port(raw));
            case "event", "events" -> of("events", raw.isEmpty() ? "*" : raw);
            case "file", "files", "directory" -> of("file", raw.isEmpty() ? "." : raw);
            default -> of("generic", raw.isEmpty() ? name : raw);
        };
    }

    private static ObjectValue of(String type, Object target) {
        return ObjectValue.of("target", target, "type", type);
    }

    private static Object port(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException _) {
            return text;
        }
    }
}
