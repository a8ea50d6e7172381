package org.arolang.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A list of twenty messages as JSON, written and read, against Jackson's streaming core. Time per list. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class JsonBenchmark {

    private static final JsonFactory JACKSON = new JsonFactory();

    private final List<Message> messages = new ArrayList<>();
    private ListValue kept;
    private byte[] text;

    private record Message(String id, String message, String createdAt, long likes) {}

    @Setup
    public void load() {
        for (int i = 0; i < 20; i++) {
            messages.add(new Message(
                    "019a7f3e-0000-7000-8000-0000000000" + (10 + i),
                    "Message number " + i + " says \"hello\" & good-bye, with a little more text",
                    "2026-01-01T00:00:00Z",
                    i * 100L));
        }
        kept = fresh();
        Json.utf8(kept);
        Json.utf8(kept);
        text = Json.utf8(kept);
    }

    private ListValue fresh() {
        ListValue.Builder list = new ListValue.Builder(messages.size());
        for (Message message : messages) {
            list.add(ObjectValue.of(
                    "createdAt", message.createdAt, "id", message.id, "likes", message.likes, "message", message.message));
        }
        return list.build();
    }

    /** Records that have been written before. */
    @Benchmark
    public byte[] writeAroKept() {
        return Json.utf8(kept);
    }

    /** Records that are made and written once. */
    @Benchmark
    public byte[] writeAro() {
        return Json.utf8(fresh());
    }

    @Benchmark
    public byte[] writeJava() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator out = JACKSON.createGenerator(bytes)) {
            out.writeStartArray();
            for (Message message : messages) {
                out.writeStartObject();
                out.writeStringField("createdAt", message.createdAt);
                out.writeStringField("id", message.id);
                out.writeNumberField("likes", message.likes);
                out.writeStringField("message", message.message);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        return bytes.toByteArray();
    }

    @Benchmark
    public Object readAro() {
        return Json.parse(text);
    }

    @Benchmark
    public Object readAroText() {
        return Json.parse(new String(text, StandardCharsets.UTF_8));
    }

    /** Into maps, as a program would that does not know the fields. */
    @Benchmark
    public Object readJava() throws IOException {
        List<Map<String, Object>> list = new ArrayList<>();
        try (JsonParser in = JACKSON.createParser(text)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.START_OBJECT) {
                Map<String, Object> message = new LinkedHashMap<>();
                for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
                    message.put(field, in.nextToken() == JsonToken.VALUE_NUMBER_INT ? (Object) in.getLongValue() : in.getText());
                }
                list.add(message);
            }
        }
        return list;
    }
}
