package org.arolang.runtime.execution;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that the trigger of an execution binds before it starts ([APP-45], [VAL-255]). */
public enum ContextName {
    REQUEST("request"), BODY("body"), PATH_PARAMETERS("pathParameters"), QUERY_PARAMETERS("queryParameters"), HEADERS(
            "headers"), HEADER_PARAMETERS("headerParameters"), COOKIE_PARAMETERS("cookieParameters"), EVENT("event"), TRANSITION(
                    "transition"), SHUTDOWN("shutdown"), INPUT("input"), CONNECTION("connection"), PACKET(
                            "packet"), KEY("key"), WEBSOCKET_CONNECTION("websocket-connection"), WEBSOCKET_MESSAGE("websocket-message");

    private static final Map<String, ContextName> BY_NAME = new HashMap<>();

    static {
        for (ContextName name : values()) {
            BY_NAME.put(name.text, name);
        }
    }

    private final String text;

    ContextName(String text) {
        this.text = text;
    }

    /** The name as programs write it. */
    public String text() {
        return text;
    }

    /** The context name written {@code name}, or null. */
    public static @Nullable ContextName find(String name) {
        return BY_NAME.get(name);
    }
}
