package org.arolang.runtime.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into values ([VAL-145]): a number without fraction and exponent is an integer, or a float when it does not fit 64 bits; of
 * equal keys the last counts; at most 512 levels.
 */
final class JsonReader {

    private static final int DEEPEST = 512;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(Integer.MAX_VALUE).build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

    private final JsonParser parser;
    /** Keys and values of the objects and lists that are open, one after the other. */
    private @Nullable String[] keys = new String[16];
    private @Nullable Object[] values = new Object[16];
    private int size;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser).document();
        } catch (IOException reason) {
            throw malformed(reason);
        }
    }

    static Object parse(byte[] utf8) {
        if (!Utf8.isWellFormed(utf8)) throw new MalformedJson("not UTF-8", 0, 0, null);
        // Jackson would take zeros at the beginning for another encoding.
        for (int i = 0; i < Math.min(4, utf8.length); i++) {
            if (utf8[i] == 0) throw new MalformedJson("unexpected character", 1, i + 1, null);
        }
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return new JsonReader(parser).document();
        } catch (IOException reason) {
            throw malformed(reason);
        }
    }

    private Object document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) throw new MalformedJson("no value", 1, 1, null);
        Object value = value(first);
        if (parser.nextToken() != null) {
            JsonLocation place = parser.currentTokenLocation();
            throw new MalformedJson("more than one value", place.getLineNr(), place.getColumnNr(), null);
        }
        return value;
    }

    private Object value(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Null.NULL;
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            default -> throw new MalformedJson("unexpected text", 0, 0, null);
        };
    }

    private Object integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> (Object) parser.getLongValue();
            default -> Double.parseDouble(parser.getText());
        };
    }

    private ObjectValue object() throws IOException {
        int start = size;
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            Object value = value(parser.nextToken());
            grow();
            keys[size] = key;
            values[size++] = value;
        }
        int count = size - start;
        size = start;
        return count == 0 ? ObjectValue.EMPTY : Layout.find(keys, start, count).make(values, start);
    }

    private ListValue list() throws IOException {
        int start = size;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object value = value(token);
            grow();
            values[size++] = value;
        }
        Object[] elements = Arrays.copyOfRange(values, start, size, Object[].class);
        size = start;
        return ListValue.owning(elements);
    }

    private void grow() {
        if (size == values.length) {
            keys = Arrays.copyOf(keys, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
    }

    private static MalformedJson malformed(IOException reason) {
        if (!(reason instanceof JsonProcessingException problem)) return new MalformedJson("unexpected text", 0, 0, reason);
        JsonLocation place = problem.getLocation();
        String text = switch (problem) {
            case StreamConstraintsException tooMuch when String.valueOf(tooMuch.getMessage()).contains("nesting") ->
                "nested deeper than " + DEEPEST;
            case StreamConstraintsException _ -> "a number or key is too long";
            case JsonEOFException _ -> "unexpected end";
            default -> "unexpected text";
        };
        return place == null || place.getLineNr() < 1
                ? new MalformedJson(text, 0, 0, reason)
                : new MalformedJson(text, place.getLineNr(), Math.max(place.getColumnNr(), 1), reason);
    }
}
