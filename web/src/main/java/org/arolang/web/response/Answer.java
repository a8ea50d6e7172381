package org.arolang.web.response;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Origin;
import org.arolang.web.contract.Responses;
import org.jspecify.annotations.Nullable;

/**
 * A response before it is written: status, content type, body and further headers. Belongs to one exchange; the body's bytes may be shared
 * and are not to be changed.
 */
public final class Answer {

    private static final byte[] NO_BODY = new byte[0];

    private final int status;
    private final @Nullable CharSequence contentType;
    private final byte[] body;
    private final int length;
    private @Nullable List<Responses.Header> headers;
    private Origin.@Nullable FileFacts file;
    private boolean closes;
    private boolean stream;
    private @Nullable Object streamValue;

    private Answer(int status, @Nullable CharSequence contentType, byte[] body, int length) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.length = length;
    }

    /** An answer whose body is the first {@code length} bytes of an array. */
    static Answer of(int status, CharSequence contentType, byte[] body, int length) {
        return new Answer(status, contentType, body, length);
    }

    static Answer of(int status, CharSequence contentType, byte[] body) {
        return new Answer(status, contentType, body, body.length);
    }

    /** An answer without body and content type. */
    public static Answer empty(int status) {
        return new Answer(status, null, NO_BODY, 0);
    }

    /** An answer that opens an event stream ([WEB-229]); to a HEAD request it is an answer without body. */
    public static Answer stream(@Nullable Object firstEvents) {
        Answer answer = new Answer(200, "text/event-stream; charset=utf-8", NO_BODY, 0);
        answer.stream = true;
        answer.streamValue = firstEvents;
        return answer.header("Cache-Control", "no-cache");
    }

    /** An answer whose body is wire JSON. */
    public static Answer json(int status, ObjectValue body) {
        return of(status, ContentTypes.JSON, body.jsonUtf8());
    }

    /** {@code {"error":"<reason phrase>","message":"<text>"}}. */
    public static Answer error(int status, String message) {
        return json(status, ObjectValue.of("error", StatusCodes.reason(status), "message", message));
    }

    /** {@code {"error":"<reason phrase>","path":"<path>"}}. */
    public static Answer errorAt(int status, String path) {
        return json(status, ObjectValue.of("error", StatusCodes.reason(status), "path", utf8(path)));
    }

    /** 422 with its violations ([DEC-15]). */
    public static Answer violations(ListValue violations) {
        return json(422, ObjectValue.of("error", StatusCodes.reason(422), "violations", violations));
    }

    /** Characters above ASCII in a request line were read as Latin-1: reads them as UTF-8 when they are. */
    private static String utf8(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) > 0x7F) return new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
        return path;
    }

    /** Adds a header. */
    public Answer header(String name, String value) {
        if (headers == null) headers = new ArrayList<>(4);
        headers.add(new Responses.Header(name, value));
        return this;
    }

    Answer headers(List<Responses.Header> more) {
        for (Responses.Header header : more) header(header.name(), header.value());
        return this;
    }

    /** Says that the body is the unchanged content of a file ([WEB-157]). */
    Answer file(Origin.@Nullable FileFacts facts) {
        file = facts;
        return this;
    }

    /** Says that the connection is closed after this answer. */
    public Answer closing() {
        closes = true;
        return this;
    }

    public int status() {
        return status;
    }

    public @Nullable CharSequence contentType() {
        return contentType;
    }

    /** The array with the body in its first {@link #length()} bytes. */
    public byte[] body() {
        return body;
    }

    public int length() {
        return length;
    }

    public List<Responses.Header> headers() {
        return headers == null ? List.of() : headers;
    }

    public boolean has(String name) {
        for (Responses.Header header : headers()) {
            if (header.name().equalsIgnoreCase(name)) return true;
        }
        return false;
    }

    public Origin.@Nullable FileFacts file() {
        return file;
    }

    public boolean closes() {
        return closes;
    }

    public boolean isStream() {
        return stream;
    }

    /** What the stream begins with, or null. */
    public @Nullable Object streamValue() {
        return streamValue;
    }
}
