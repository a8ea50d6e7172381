package org.arolang.runtime.value;

import java.time.Instant;

/** The kind of a value ([VAL-1]). */
public enum Kind {
    NULL("Null"), BOOLEAN("Boolean"), INTEGER("Integer"), FLOAT("Float"), STRING("String"), LIST("List"), OBJECT("Object"), DATE(
            "Date"), DATE_RANGE("DateRange"), RECURRENCE("Recurrence"), DISTANCE(
                    "Distance"), BINARY("Data"), STREAM("Stream"), REGEX("Regex"), HANDLE("Handle");

    private final String diagnosticName;

    Kind(String diagnosticName) {
        this.diagnosticName = diagnosticName;
    }

    /** The word for this kind in messages ([VAL-2]); a handle has its own, see {@link #nameOf}. */
    public String diagnosticName() {
        return diagnosticName;
    }

    /**
     * The kind of {@code value}.
     *
     * @throws IllegalArgumentException when it is no ARO value: an error of this runtime
     */
    public static Kind of(Object value) {
        return switch (value) {
            case String _ -> STRING;
            case Long _ -> INTEGER;
            case ObjectValue _ -> OBJECT;
            case StreamValue _ -> STREAM;
            case ListValue _ -> LIST;
            case Boolean _ -> BOOLEAN;
            case Double _ -> FLOAT;
            case Null _ -> NULL;
            case MarkedText _ -> STRING;
            case Instant _ -> DATE;
            case Binary _ -> BINARY;
            case RegexValue _ -> REGEX;
            case DateRange _ -> DATE_RANGE;
            case Distance _ -> DISTANCE;
            case Recurrence _ -> RECURRENCE;
            case Handle _ -> HANDLE;
            default -> throw new IllegalArgumentException("not an ARO value: " + value.getClass().getName());
        };
    }

    /** The diagnostic name of {@code value}'s kind; for a handle its own name. */
    public static String nameOf(Object value) {
        return value instanceof Handle handle ? handle.kindName() : of(value).diagnosticName;
    }
}
