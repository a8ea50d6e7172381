package org.arolang.web.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the contract says of an operation's responses, by status code ([WEB-142]): the exact code, else its class, else the default. */
public final class Responses {

    /** An operation without responses. */
    public static final Responses NONE = new Responses(Map.of());

    private final Map<String, Facts> byKey;
    private final @Nullable Facts[] byCode = new Facts[600];

    Responses(Map<String, Facts> byKey) {
        this.byKey = byKey;
    }

    /** The facts about the response with this status; {@link Facts#UNDECLARED} when nothing is declared. */
    public Facts of(int status) {
        if (byKey.isEmpty()) return Facts.UNDECLARED;
        Facts known = byCode[status];
        if (known == null) {
            known = find(status);
            byCode[status] = known;
        }
        return known;
    }

    private Facts find(int status) {
        Facts facts = byKey.get(Integer.toString(status));
        if (facts == null) facts = byKey.get(status / 100 + "XX");
        if (facts == null) facts = byKey.get("default");
        return facts == null ? Facts.UNDECLARED : facts;
    }

    boolean declares(String key) {
        return byKey.containsKey(key);
    }

    boolean isEventStream() {
        for (Map.Entry<String, Facts> entry : byKey.entrySet()) {
            if (entry.getKey().startsWith("2") && entry.getValue().eventStream()) return true;
        }
        return false;
    }

    /** What kind of JSON value a response's schema asks for ([DEC-5], [DEC-26]). */
    public enum Shape {
        /** An object, anything, or nothing declared. */
        OBJECT,
        /** An array. */
        ARRAY,
        /** Scalars only. */
        SCALAR
    }

    /**
     * Facts about one declared response.
     *
     * @param shape the shape of its JSON body
     * @param scalars the scalar types it takes when the shape is {@link Shape#SCALAR}
     * @param rawType the content type of rule 3 of [WEB-150], or null
     * @param eventStream whether it declares {@code text/event-stream}
     * @param headers constant headers ([WEB-155])
     * @param schema the schema of its JSON body, or null
     */
    public record Facts(
            Shape shape,
            List<String> scalars,
            @Nullable String rawType,
            boolean eventStream,
            List<Header> headers,
            @Nullable Map<String, @Nullable Object> schema) {

        public static final Facts UNDECLARED = new Facts(Shape.OBJECT, List.of(), null, false, List.of(), null);

        /** Whether the contract sends this header itself. */
        public boolean sends(String name) {
            for (Header header : headers) {
                if (header.name().equalsIgnoreCase(name)) return true;
            }
            return false;
        }
    }

    /** A header with its constant value. */
    public record Header(String name, String value) {}
}
