package org.arolang.web.response;

import java.nio.charset.StandardCharsets;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.ByteSink;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Origin;
import org.arolang.web.contract.Operation;
import org.arolang.web.contract.Responses;
import org.jspecify.annotations.Nullable;

/** Turns what a feature set returned into an answer ([WEB-140] to [WEB-155]). */
public final class Rendering {

    private static final byte[] DATA = Json.utf8("data");
    private static final byte[] VALUE = Json.utf8("value");

    private Rendering() {}

    /**
     * @param code the status code: that of the response's status name, or 200 when it is unknown
     * @throws Failure when a redirect's location cannot be sent
     */
    public static Answer of(Response response, int code, Operation operation) {
        Responses.Facts facts = operation.responses().of(code);
        Object value = response.value();
        Answer answer;
        if (StatusCodes.isRedirect(code) && value instanceof ObjectValue object && isText(object.get("location"))) {
            answer = redirect(code, object);
        } else if (StatusCodes.isBodyless(code)) {
            answer = Answer.empty(code);
        } else if (value == null) {
            answer = Answer.json(code, withoutValue(response));
        } else {
            answer = body(code, value, facts, operation);
        }
        return facts.headers().isEmpty() ? answer : answer.headers(facts.headers());
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String || value instanceof MarkedText;
    }

    /** The body of a response without {@code with} ([WEB-146]). */
    private static ObjectValue withoutValue(Response response) {
        return response.reason() == null
                ? ObjectValue.of("status", response.status())
                : ObjectValue.of("reason", response.reason(), "status", response.status());
    }

    private static Answer redirect(int code, ObjectValue data) {
        String location = String.valueOf(data.get("location"));
        for (int i = 0; i < location.length(); i++) {
            char c = location.charAt(i);
            if (c < ' ' || c == 127) throw new Failure("Invalid value for location: it contains a control character");
        }
        ObjectValue rest = data.without("location");
        Answer answer = rest.isEmpty() ? Answer.empty(code) : Answer.json(code, rest);
        return answer.header("Location", uri(location));
    }

    /** A location in the characters that a header may have: everything above ASCII percent-encoded. */
    private static String uri(String location) {
        boolean plain = true;
        for (int i = 0; i < location.length() && plain; i++) plain = location.charAt(i) > ' ' && location.charAt(i) < 127;
        if (plain) return location;
        StringBuilder encoded = new StringBuilder();
        for (byte b : location.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 127) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(String.format("%02X", b & 0xFF));
            }
        }
        return encoded.toString();
    }

    private static Answer body(int code, Object value, Responses.Facts facts, Operation operation) {
        switch (value) {
            case ObjectValue object -> {
                return Answer.of(code, ContentTypes.JSON, object.jsonUtf8());
            }
            case MarkedText text -> {
                CharSequence type = rawType(text.origin(), text.isMarkup(), facts, operation);
                if (type != null) return Answer.of(code, type, text.utf8()).file(text.origin().file());
            }
            case String text -> {
                CharSequence type = rawType(null, false, facts, operation);
                if (type != null) return Answer.of(code, type, text.getBytes(StandardCharsets.UTF_8));
            }
            case Binary binary -> {
                Origin origin = binary.origin();
                CharSequence type = rawType(origin, false, facts, operation);
                if (type == null) type = ContentTypes.BYTES;
                return Answer.of(code, type, binary.bytes()).file(origin == null ? null : origin.file());
            }
            default -> {
            }
        }
        return json(code, value, facts);
    }

    /** Rules 1 to 4 of [WEB-150]. */
    private static @Nullable CharSequence rawType(@Nullable Origin origin, boolean markup, Responses.Facts facts, Operation operation) {
        if (origin != null) {
            CharSequence type = ContentTypes.ofKind(origin.kind());
            if (type != null) return type;
        }
        String last = operation.template().lastLiteral();
        if (last != null) {
            CharSequence type = ContentTypes.ofSegment(last, markup);
            if (type != null) return type;
        }
        if (facts.rawType() != null) return facts.rawType();
        return markup ? ContentTypes.HTML : null;
    }

    /** Lists and scalars as wire JSON in the shape the contract asks for ([WEB-142], [WEB-143], [DEC-26]). */
    private static Answer json(int code, Object value, Responses.Facts facts) {
        ByteSink sink = new ByteSink();
        if (value instanceof Handle handle) {
            Json.writeUtf8(handle.properties(), sink);
        } else if (value instanceof ListValue) {
            write(sink, value, DATA, facts.shape() == Responses.Shape.ARRAY);
        } else {
            write(sink, value, VALUE, facts.shape() == Responses.Shape.SCALAR && fits(value, facts));
        }
        return Answer.of(code, ContentTypes.JSON, sink.array(), sink.size());
    }

    private static void write(ByteSink sink, Object value, byte[] key, boolean bare) {
        if (!bare) {
            sink.put('{');
            sink.put(key);
            sink.put(':');
        }
        Json.writeUtf8(value, sink);
        if (!bare) sink.put('}');
    }

    private static boolean fits(Object value, Responses.Facts facts) {
        return switch (value) {
            case Long _ -> facts.scalars().contains("integer") || facts.scalars().contains("number");
            case Double number -> facts.scalars().contains("number")
                    || facts.scalars().contains("integer") && number == Math.rint(number) && !number.isInfinite();
            case Boolean _ -> facts.scalars().contains("boolean");
            case Null _ -> facts.scalars().contains("null");
            default -> facts.scalars().contains("string");
        };
    }
}
