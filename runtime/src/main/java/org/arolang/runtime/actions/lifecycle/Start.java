package org.arolang.runtime.actions.lifecycle;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operation;

/** Starts a service ([WEB] section 3). */
final class Start implements Action {

    private static final Declaration DECLARATION = Declaration.of("Start", Role.SERVER, "start")
            .rebinds()
            .mayWait()
            .hasEffects()
            .description("Start a service: the HTTP server, the socket server, the file monitor")
            .searchTerms("http", "server", "listen", "port", "websocket", "watch")
            .shapes(
                    "Start the <http-server> with { websocket: \"/ws\" }.",
                    "Start the <http-server> for the <contract>.",
                    "Start the <http-server> on port 9123.",
                    "Start the <file-monitor> with \"./data\".")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Requests.Source request = Requests.of(call, "Start");
        return (activation, operands) -> activation.application().services().start(activation, request.of(operands));
    }
}
