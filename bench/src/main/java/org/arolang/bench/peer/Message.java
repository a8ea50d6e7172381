package org.arolang.bench.peer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A message of the board.
 *
 * @param createdAt ISO 8601 in UTC with seconds, {@code 2031-04-05T06:07:08Z}
 * @param id 19 hexadecimal digits
 * @param text what the visitor typed
 */
record Message(String createdAt, String id, String text) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    /** A message of this moment with an id of its own. */
    static Message of(String text) {
        Instant now = Instant.now();
        String id = "%011x%08x".formatted(now.toEpochMilli(), SEQUENCE.incrementAndGet());
        return new Message(now.truncatedTo(ChronoUnit.SECONDS).toString(), id, text);
    }

    byte[] toJson() {
        var out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] toJson(List<Message> messages) {
        var out = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            for (Message message : messages) {
                message.write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("createdAt", createdAt);
        json.writeStringField("id", id);
        json.writeStringField("message", text);
        json.writeEndObject();
    }
}
