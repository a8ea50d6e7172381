package org.arolang.web.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a value, as facts.
 *
 * @param steps the path of the examined value's part, property names and positions
 * @param keyword the schema keyword that is not met
 * @param expected the keyword's value
 * @param property the property that is missing or too much, or null
 * @param kind the kind of the part, in the words of [VAL-189]
 * @param matches for {@code oneOf} how many alternatives match
 */
record Finding(
        List<String> steps, String keyword, @Nullable JsonNode expected, @Nullable String property, String kind, int matches) {

    /** The JSON Pointer of the part, or of the property in it. */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (String step : steps) append(pointer, step);
        if (property != null) append(pointer, property);
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, String step) {
        pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }

    /** The message of [DATA-132]. */
    String message() {
        return switch (keyword) {
            case "type" -> "expected " + types() + ", got " + kind;
            case "required", "dependentRequired" -> "is required";
            case "enum" -> "must be one of: " + words();
            case "const" -> "must be one of: " + word(expected);
            case "additionalProperties", "unevaluatedProperties", "propertyNames", "items", "unevaluatedItems", "false" -> "is not allowed";
            case "minimum" -> "must be at least " + word(expected);
            case "maximum" -> "must be at most " + word(expected);
            case "exclusiveMinimum" -> "must be greater than " + word(expected);
            case "exclusiveMaximum" -> "must be less than " + word(expected);
            case "multipleOf" -> "must be a multiple of " + word(expected);
            case "minLength" -> "must have at least " + counted("character");
            case "maxLength" -> "must have at most " + counted("character");
            case "minItems" -> "must have at least " + counted("element");
            case "maxItems" -> "must have at most " + counted("element");
            case "minProperties" -> "must have at least " + counted("propertie");
            case "maxProperties" -> "must have at most " + counted("propertie");
            case "uniqueItems" -> "must not repeat elements";
            case "pattern" -> "must match /" + word(expected) + "/";
            case "format" -> "must be a valid " + word(expected);
            case "contains", "minContains", "maxContains" -> "does not contain the right elements";
            case "anyOf", "oneOf", "not" -> composition();
            default -> "does not meet " + keyword;
        };
    }

    /** After {@code Schema composition validation failed: } in [VAL-189]. */
    String composition() {
        return switch (keyword) {
            case "anyOf" -> "anyOf: value does not match any of the listed schemas";
            case "not" -> "not: value must not match the 'not' schema";
            default -> matches == 0
                    ? "oneOf: value does not match any schema"
                    : "oneOf: value matches " + matches + " schemas, expected exactly 1";
        };
    }

    boolean isComposition() {
        return keyword.equals("anyOf") || keyword.equals("oneOf") || keyword.equals("not");
    }

    /** The names of the types that are accepted. */
    String types() {
        if (expected == null || !expected.isArray()) return word(expected);
        StringBuilder words = new StringBuilder();
        for (JsonNode type : expected) {
            if (type.asText().equals("null") && expected.size() > 1) continue;
            words.append(words.isEmpty() ? "" : " or ").append(type.asText());
        }
        return words.toString();
    }

    /** The values of a list, separated by commas. */
    String words() {
        if (expected == null) return "";
        StringBuilder words = new StringBuilder();
        for (JsonNode item : expected) words.append(words.isEmpty() ? "" : ", ").append(word(item));
        return words.toString();
    }

    private static String word(@Nullable JsonNode node) {
        return node == null ? "" : node.isTextual() ? node.asText() : node.toString();
    }

    private String counted(String noun) {
        return word(expected) + " " + noun + "s";
    }
}
