package org.arolang.language.check;

import java.util.Locale;
import java.util.Set;

/** Names that the runtime provides: they count as defined everywhere ([SYN-708]). */
final class FrameworkNames {

    private static final Set<String> NAMES = Set.of(
            "request", "incoming-request", "context", "session", "pathparameters", "queryparameters", "headers", "console", "application",
            "event", "shutdown", "port", "host", "directory", "file", "events", "contract", "template", "repository", "terminal", "env",
            "git", "parameter", "input", "path", "now", "metrics", "http-server", "system", "stdin", "stdout", "stderr", "keyboard", "key",
            "packet", "connection", "transition", "url", "command", "destination", "source", "body", "websocket", "ws", "socket",
            "socket-server", "file-monitor", "websocket-connection", "websocket-message", "headerparameters", "cookieparameters");

    /** Those that carry what a client, sender or caller of the program wrote ([IO-128]). */
    private static final Set<String> INPUT = Set.of(
            "request", "incoming-request", "event", "packet", "parameter", "pathparameters", "queryparameters", "headers",
            "headerparameters", "cookieparameters", "body", "websocket-message");

    /** Those that a user-defined action has no access to ([SYN-744]). */
    private static final Set<String> NOT_IN_ACTIONS = Set.of("request", "response", "event", "pathparameters", "queryparameters");

    private static final String REPOSITORY = "-repository";

    private FrameworkNames() {}

    static boolean contains(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) || lower.endsWith(REPOSITORY);
    }

    static boolean isRepository(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(REPOSITORY);
    }

    static boolean isInput(String name) {
        return INPUT.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isMissingInActions(String name) {
        return NOT_IN_ACTIONS.contains(name.toLowerCase(Locale.ROOT));
    }
}
