package org.arolang.web.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.arolang.web.routing.PercentDecoding;
import org.jspecify.annotations.Nullable;

/** Resolves {@code $ref}s inside one document. */
final class References {

    private static final Set<String> SCHEMA_KEYWORDS = Set.of("items", "additionalProperties", "not", "if", "then", "else", "contains",
            "propertyNames", "unevaluatedItems", "unevaluatedProperties", "additionalItems");
    private static final Set<String> LIST_KEYWORDS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> MAP_KEYWORDS = Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

    private final Map<String, @Nullable Object> root;

    References(Map<String, @Nullable Object> root) {
        this.root = root;
    }

    /** What a local reference points at, or null. */
    @Nullable
    Object target(String reference) {
        if (reference.equals("#")) return root;
        if (!reference.startsWith("#/")) return null;
        Object place = root;
        for (String step : reference.substring(2).split("/", -1)) {
            String key = step.replace("~1", "/").replace("~0", "~");
            if (place instanceof Map<?, ?> map) {
                place = map.get(key);
                if (place == null && key.indexOf('%') >= 0) {
                    String decoded = PercentDecoding.strict(key);
                    place = decoded == null ? null : map.get(decoded);
                }
            } else if (place instanceof List<?> list) {
                try {
                    place = list.get(Integer.parseInt(key));
                } catch (NumberFormatException | IndexOutOfBoundsException _) {
                    return null;
                }
            } else {
                return null;
            }
        }
        return place;
    }

    /** The place itself, or what its {@code $ref}, if it has one, leads to; of parameters, bodies, responses and headers. */
    Shaped resolve(Shaped place, String section) {
        Shaped current = place;
        for (int hops = 0; current.isMap() && current.map().get("$ref") instanceof String reference; hops++) {
            Object target = hops > 50 ? null : target(reference);
            if (target == null) throw invalid(section, reference);
            current = new Shaped(target, reference.startsWith("#/") ? reference.substring(2).replace('/', '.') : reference);
        }
        return current;
    }

    /** A schema followed through its references, or null when they end nowhere. */
    @Nullable
    Map<String, @Nullable Object> schema(@Nullable Object schema) {
        Object current = schema;
        for (int hops = 0; hops < 50; hops++) {
            if (!(current instanceof Map<?, ?> map)) return null;
            if (!(map.get("$ref") instanceof String reference)) {
                @SuppressWarnings("unchecked") // Document makes no other maps.
                Map<String, @Nullable Object> found = (Map<String, @Nullable Object>) map;
                return found;
            }
            current = target(reference);
        }
        return null;
    }

    /** Checks every reference inside a schema; the first that cannot be resolved is an error. */
    void checkSchema(@Nullable Object schema) {
        if (!(schema instanceof Map<?, ?> map)) return;
        map.forEach((key, value) -> {
            if (key.equals("$ref") && value instanceof String reference) {
                if (!(target(reference) instanceof Map || target(reference) instanceof Boolean)) throw invalid("schema", reference);
                if (loops(reference)) throw invalid("schema", reference);
            } else if (SCHEMA_KEYWORDS.contains(key)) {
                checkSchema(value);
            } else if (LIST_KEYWORDS.contains(key) && value instanceof List<?> list) {
                for (Object item : list) checkSchema(item);
            } else if (MAP_KEYWORDS.contains(key) && value instanceof Map<?, ?> schemas) {
                for (Object item : schemas.values()) checkSchema(item);
            }
        });
    }

    /** Whether a chain of bare references comes back to itself. */
    private boolean loops(String reference) {
        Set<String> seen = new HashSet<>();
        String current = reference;
        while (seen.add(current)) {
            if (!(target(current) instanceof Map<?, ?> map) || !(map.get("$ref") instanceof String next)) return false;
            current = next;
        }
        return true;
    }

    private ContractError invalid(String what, String reference) {
        String message = "Invalid " + what + " reference: " + reference;
        String section = switch (what) {
            case "schema" -> "schemas";
            case "parameter" -> "parameters";
            case "request body" -> "requestBodies";
            case "response" -> "responses";
            default -> "headers";
        };
        List<String> names = names(section);
        return new ContractError(names.isEmpty() ? message : message + "\nAvailable " + plural(what) + ": " + String.join(", ", names));
    }

    private static String plural(String what) {
        return what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
    }

    /** The sorted names in a section of {@code components}. */
    List<String> names(String section) {
        return root.get("components") instanceof Map<?, ?> components && components.get(section) instanceof Map<?, ?> entries
                ? new ArrayList<>(new TreeSet<>(entries.keySet().stream().map(String::valueOf).toList()))
                : List.of();
    }
}
