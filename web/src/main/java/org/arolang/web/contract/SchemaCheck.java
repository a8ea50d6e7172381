package org.arolang.web.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.StreamValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * The one schema check of the program ([WEB-131]), by the JSON Schema library. This class and the library are loaded when something is
 * checked for the first time. Thread-safe.
 */
final class SchemaCheck {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final References references;
    private final SchemaRegistry registry;
    private final Map<Object, Schema> compiled = Collections.synchronizedMap(new IdentityHashMap<>());

    SchemaCheck(References references) {
        this.references = references;
        SchemaRegistryConfig config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true)
                .regularExpressionFactory(TimedPattern::new).build();
        registry = SchemaRegistry.withDialect(Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(config));
    }

    /** Everything that is wrong with {@code value}, in no particular order. */
    List<Finding> findings(Map<String, @Nullable Object> schema, Object value) {
        Schema known = compiled.computeIfAbsent(schema, _ -> registry.getSchema(StandardSchema.of(schema, references)));
        List<Error> errors = known.validate(node(value));
        if (errors.isEmpty()) return List.of();
        List<Finding> findings = new ArrayList<>(errors.size());
        for (Error error : errors) {
            Finding finding = finding(error, value);
            if (!findings.contains(finding)) findings.add(finding);
        }
        // A oneOf is reported once; what its alternatives report besides is dropped.
        findings.removeIf(finding -> finding.keyword().equals("oneOf") && finding.matches() < 0);
        return findings;
    }

    boolean isValid(Map<String, @Nullable Object> schema, Object value) {
        return findings(schema, value).isEmpty();
    }

    // --- what the library reports --------------------------------------------------------------------------------

    private static Finding finding(Error error, Object value) {
        List<String> evaluation = steps(error.getEvaluationPath());
        List<String> instance = steps(error.getInstanceLocation());
        for (int i = 0; i < evaluation.size() - 1; i++) {
            String step = evaluation.get(i);
            if (isNamed(step)) {
                i++; // The next step is a property's name.
            } else if (step.equals("anyOf") || step.equals("oneOf")) {
                int deeper = depth(evaluation.subList(i + 2, evaluation.size()));
                List<String> place = instance.subList(0, Math.max(0, instance.size() - deeper));
                return new Finding(List.copyOf(place), step, null, null, "", step.equals("oneOf") ? -1 : 0);
            }
        }
        String keyword = error.getKeyword();
        String property = null;
        int matches = 0;
        Object[] arguments = error.getArguments();
        switch (keyword) {
            case "required", "additionalProperties", "unevaluatedProperties", "propertyNames" -> property = error.getProperty();
            case "dependentRequired" -> property = String.valueOf(arguments[0]);
            case "items", "unevaluatedItems" -> property = arguments == null || arguments.length == 0 ? null : String.valueOf(arguments[0]);
            case "oneOf" -> matches = Integer.parseInt(String.valueOf(arguments[0]));
            default -> {
            }
        }
        return new Finding(List.copyOf(instance), keyword, error.getSchemaNode(), property, kind(at(value, instance)), matches);
    }

    private static boolean isNamed(String step) {
        return step.equals("properties") || step.equals("patternProperties") || step.equals("dependentSchemas");
    }

    /** How many steps into the value a path of evaluation goes, its last step being the keyword that failed. */
    private static int depth(List<String> evaluation) {
        int depth = 0;
        for (int i = 0; i < evaluation.size() - 1; i++) {
            switch (evaluation.get(i)) {
                case "properties", "patternProperties", "prefixItems" -> {
                    depth++;
                    i++;
                }
                case "items", "additionalProperties", "contains", "unevaluatedItems", "unevaluatedProperties" -> depth++;
                case "anyOf", "oneOf", "allOf", "dependentSchemas" -> i++;
                default -> {
                }
            }
        }
        return depth;
    }

    private static List<String> steps(NodePath path) {
        List<String> steps = new ArrayList<>(path.getNameCount());
        for (int i = 0; i < path.getNameCount(); i++) steps.add(String.valueOf(path.getElement(i)));
        return steps;
    }

    private static @Nullable Object at(Object value, List<String> steps) {
        Object place = value;
        for (String step : steps) {
            if (place instanceof Handle handle) place = handle.properties();
            if (place instanceof ObjectValue object) {
                place = object.get(step);
            } else if (place instanceof ListValue list && step.matches("\\d{1,9}") && Integer.parseInt(step) < list.size()) {
                place = list.get(Integer.parseInt(step));
            } else {
                return null;
            }
        }
        return place;
    }

    /** The kinds' names in the messages of [VAL-189]. */
    private static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Null _ -> "null";
            case Boolean _ -> "boolean";
            case Long _ -> "integer";
            case Double _ -> "number";
            case Instant _ -> "date";
            case ListValue _ -> "array";
            case ObjectValue _,Handle _ -> "object";
            default -> "string";
        };
    }

    // --- values for the library ----------------------------------------------------------------------------------

    private static JsonNode node(Object value) {
        return switch (value) {
            case String text -> NODES.textNode(text);
            case MarkedText text -> NODES.textNode(text.text());
            case Long number -> NODES.numberNode(number);
            case Double number -> number.isNaN() || number.isInfinite() ? NODES.nullNode()
                    : number == Math.rint(number) && Math.abs(number) < 1e18 ? NODES.numberNode(number.longValue())
                            : NODES.numberNode(number);
            case Boolean flag -> NODES.booleanNode(flag);
            case Null _ -> NODES.nullNode();
            case StreamValue stream -> list(stream);
            case ListValue list -> list(list);
            case ObjectValue object -> object(object);
            case Handle handle -> object(handle.properties());
            case Binary binary -> NODES.textNode(Base64.getEncoder().encodeToString(binary.bytes()));
            default -> NODES.textNode(Text.of(value));
        };
    }

    private static ArrayNode list(Iterable<?> list) {
        ArrayNode array = NODES.arrayNode();
        for (Object element : list) array.add(node(element));
        return array;
    }

    private static ObjectNode object(ObjectValue object) {
        ObjectNode node = NODES.objectNode();
        for (int i = 0; i < object.size(); i++) node.set(object.keyAt(i), node(object.valueAt(i)));
        return node;
    }
}
