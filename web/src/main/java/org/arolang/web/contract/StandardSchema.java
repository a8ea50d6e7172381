package org.arolang.web.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema of the contract as one self-contained document of JSON Schema 2020-12: what OpenAPI 3.0 says in its own words ({@code nullable},
 * boolean {@code exclusiveMinimum}, {@code discriminator}) is put into the standard's.
 */
final class StandardSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> FORMATS = Set.of("date-time", "date", "time", "email", "uri", "uuid", "ipv4", "ipv6", "hostname");
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array", "object", "null");
    private static final Set<String> ONE = Set.of("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames",
            "unevaluatedItems", "unevaluatedProperties");
    private static final Set<String> LIST = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "dependentSchemas");
    private static final Set<String> PLAIN = Set.of("required", "enum", "const", "multipleOf", "maximum", "minimum", "exclusiveMaximum",
            "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains",
            "maxProperties", "minProperties", "dependentRequired");

    private final References references;
    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Deque<Object> todo = new ArrayDeque<>();

    private StandardSchema(References references) {
        this.references = references;
    }

    static JsonNode of(Map<String, @Nullable Object> schema, References references) {
        StandardSchema standard = new StandardSchema(references);
        ObjectNode document = NODES.objectNode();
        document.put("$ref", standard.reference(schema));
        ObjectNode definitions = document.putObject("$defs");
        for (Object next = standard.todo.poll(); next != null; next = standard.todo.poll()) {
            definitions.set(String.valueOf(standard.names.get(next)), standard.schema(next));
        }
        return document;
    }

    private String reference(Object target) {
        String name = names.get(target);
        if (name == null) {
            name = Integer.toString(names.size());
            names.put(target, name);
            todo.add(target);
        }
        return "#/$defs/" + name;
    }

    private JsonNode schema(@Nullable Object schema) {
        if (schema instanceof Boolean flag) return NODES.booleanNode(flag);
        ObjectNode node = NODES.objectNode();
        if (!(schema instanceof Map<?, ?> map)) return node;
        if (map.get("$ref") instanceof String reference) {
            Object target = references.target(reference);
            if (target instanceof Boolean flag) return NODES.booleanNode(flag);
            node.put("$ref", target == null ? "#" : reference(target));
            if (map.size() == 1) return node;
        }
        boolean nullable = Boolean.TRUE.equals(map.get("nullable"));
        map.forEach((key, value) -> keyword(node, (String) key, value, map));
        if (nullable && node.get("enum") instanceof ArrayNode list) list.addNull();
        discriminator(node, map);
        return node;
    }

    private void keyword(ObjectNode node, String key, @Nullable Object value, Map<?, ?> schema) {
        if (key.equals("type")) {
            type(node, value, Boolean.TRUE.equals(schema.get("nullable")));
        } else if (key.equals("format")) {
            if (FORMATS.contains(String.valueOf(value))) node.put("format", (String) value);
        } else if (value instanceof Boolean exclusive && (key.equals("exclusiveMinimum") || key.equals("exclusiveMaximum"))) {
            String bound = key.equals("exclusiveMinimum") ? "minimum" : "maximum";
            if (exclusive && schema.get(bound) instanceof Number limit) node.set(key, data(limit));
        } else if (key.equals("minimum") && Boolean.TRUE.equals(schema.get("exclusiveMinimum"))
                || key.equals("maximum") && Boolean.TRUE.equals(schema.get("exclusiveMaximum"))) {
            return; // Said by the exclusive keyword.
        } else if (ONE.contains(key)) {
            node.set(key, schema(value));
        } else if (LIST.contains(key) && value instanceof List<?> list) {
            if (list.isEmpty()) return;
            ArrayNode array = node.putArray(key);
            for (Object item : list) array.add(schema(item));
        } else if (NAMED.contains(key) && value instanceof Map<?, ?> schemas) {
            ObjectNode inner = node.putObject(key);
            schemas.forEach((name, item) -> inner.set((String) name, schema(item)));
        } else if (PLAIN.contains(key)) {
            // A flag in the style of OpenAPI 2 and the like says nothing here.
            if (key.equals("required") && !(value instanceof List)) return;
            node.set(key, data(value));
        }
    }

    private static void type(ObjectNode node, @Nullable Object value, boolean nullable) {
        ArrayNode types = NODES.arrayNode();
        for (Object word : value instanceof List<?> list ? list : List.of(String.valueOf(value))) {
            if (!TYPES.contains(String.valueOf(word))) return; // Any other word accepts anything ([VAL-186]).
            types.add(String.valueOf(word));
        }
        if (nullable) types.add("null");
        if (types.size() == 1) {
            node.set("type", types.get(0));
        } else if (!types.isEmpty()) {
            node.set("type", types);
        }
    }

    /** {@code anyOf} and {@code oneOf} with a discriminator: the named property alone selects the schema ([VAL-188], [WEB-131]). */
    private void discriminator(ObjectNode node, Map<?, ?> schema) {
        if (!(schema.get("discriminator") instanceof Map<?, ?> discriminator)
                || !(discriminator.get("propertyName") instanceof String property))
            return;
        Object alternatives = schema.get("oneOf") != null ? schema.get("oneOf") : schema.get("anyOf");
        Map<String, Object> targets = Discriminator.targets(discriminator, alternatives, references);
        if (targets.isEmpty()) return;
        node.remove("oneOf");
        node.remove("anyOf");
        ArrayNode all = node.get("allOf") instanceof ArrayNode present ? present : node.putArray("allOf");
        ObjectNode known = all.addObject();
        known.putArray("required").add(property);
        ArrayNode words = known.putObject("properties").putObject(property).putArray("enum");
        targets.forEach((word, target) -> {
            words.add(word);
            ObjectNode choice = all.addObject();
            ObjectNode condition = choice.putObject("if");
            condition.putArray("required").add(property);
            condition.putObject("properties").putObject(property).put("const", word);
            choice.putObject("then").put("$ref", reference(target));
        });
    }

    private static JsonNode data(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case String text -> NODES.textNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Long number -> NODES.numberNode(number);
            case Double number -> number == Math.rint(number) && Math.abs(number) < 1e18
                    ? NODES.numberNode(number.longValue())
                    : NODES.numberNode(number);
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                for (Object item : list) array.add(data(item));
                yield array;
            }
            case Map<?, ?> map -> {
                ObjectNode object = NODES.objectNode();
                map.forEach((key, item) -> object.set((String) key, data(item)));
                yield object;
            }
            default -> NODES.textNode(String.valueOf(value));
        };
    }
}
