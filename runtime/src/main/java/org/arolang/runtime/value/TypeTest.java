package org.arolang.runtime.value;

import java.time.Instant;
import java.util.Locale;

/** {@code is a T} ([VAL-65]): the word is resolved once, when the program loads. */
public enum TypeTest {
    STRING, NUMBER, INTEGER, FLOAT, BOOLEAN, LIST, OBJECT, NULL, DATE, DATE_RANGE, RECURRENCE, BINARY, EMPTY,
    /** Any other word: true for nothing. */
    UNKNOWN;

    /** The test that the type word names, in any letter case. */
    public static TypeTest of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "string" -> STRING;
            case "number" -> NUMBER;
            case "integer", "int" -> INTEGER;
            case "float", "double" -> FLOAT;
            case "boolean", "bool" -> BOOLEAN;
            case "list", "array" -> LIST;
            case "map", "dictionary", "object" -> OBJECT;
            case "null", "nil", "none" -> NULL;
            case "date" -> DATE;
            case "date-range", "daterange" -> DATE_RANGE;
            case "recurrence" -> RECURRENCE;
            case "binary", "data" -> BINARY;
            case "empty" -> EMPTY;
            default -> UNKNOWN;
        };
    }

    public boolean test(Object value) {
        return switch (this) {
            case STRING -> Text.isText(value);
            case NUMBER -> value instanceof Long || value instanceof Double;
            case INTEGER -> value instanceof Long;
            case FLOAT -> value instanceof Double;
            case BOOLEAN -> value instanceof Boolean;
            case LIST -> value instanceof ListValue;
            case OBJECT -> value instanceof ObjectValue;
            case NULL -> value == Null.NULL;
            case DATE -> value instanceof Instant;
            case DATE_RANGE -> value instanceof DateRange;
            case RECURRENCE -> value instanceof Recurrence;
            case BINARY -> value instanceof Binary;
            case EMPTY -> Access.isEmpty(value);
            case UNKNOWN -> false;
        };
    }
}
