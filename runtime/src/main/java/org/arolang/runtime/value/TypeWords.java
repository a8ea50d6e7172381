package org.arolang.runtime.value;

import java.util.Locale;
import java.util.Set;

/** Words that name types where a qualifier stands: annotations ([VAL-105], [VAL-164]) and schema names ([VAL-185]). */
public final class TypeWords {

    private static final Set<String> TYPES = Set.of("string", "integer", "int", "float", "double", "number", "boolean", "bool", "list",
            "array", "map", "object", "dictionary", "date", "datetime");

    private static final Set<String> NO_SCHEMAS = Set.of("first", "last", "length", "count", "days", "year", "month", "day", "hour",
            "minute",
            "second", "weekday", "timezone", "start", "end", "pattern", "next", "all", "years", "months", "hours", "minutes", "seconds");

    private TypeWords() {}

    /** Whether the word is one of the built-in type words, in any letter case, or a generic such as {@code List<Order>}. */
    public static boolean isType(String word) {
        return word.indexOf('<') >= 0 || TYPES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether Extract takes the word for a schema's name ([VAL-185]). */
    public static boolean isSchemaName(String word) {
        if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) return false;
        for (int i = 1; i < word.length(); i++) {
            if (!Character.isLetterOrDigit(word.charAt(i))) return false;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return !NO_SCHEMAS.contains(lower) && !TYPES.contains(lower);
    }

    /** Whether Compute and Transform take the word for a mere annotation ([VAL-91]): a type word, a generic or a capitalized name. */
    public static boolean isAnnotation(String word) {
        return isType(word) || !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }
}
