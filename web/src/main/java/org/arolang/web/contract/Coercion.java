package org.arolang.web.contract;

import java.util.List;
import java.util.Map;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a value what its schema says: numbers of the right kind, and where it is asked for defaults and the chosen alternative of a
 * composition ([VAL-186], [WEB-81]). Needs no library.
 */
final class Coercion {

    private final References references;
    private final boolean defaults;
    private final boolean texts;
    private final @Nullable Fit fit;

    /** Whether a value is valid against a schema, for {@code anyOf} and {@code oneOf}. */
    interface Fit {
        boolean isValid(Map<String, @Nullable Object> schema, Object value);
    }

    /**
     * @param defaults whether missing properties get their defaults
     * @param texts whether texts that are numbers become numbers where the schema wants some
     * @param fit null when compositions other than {@code allOf} are left alone
     */
    Coercion(References references, boolean defaults, boolean texts, @Nullable Fit fit) {
        this.references = references;
        this.defaults = defaults;
        this.texts = texts;
        this.fit = fit;
    }

    Object apply(Object value, @Nullable Object schema) {
        Map<String, @Nullable Object> map = references.schema(schema);
        if (map == null || value == Null.NULL) return value;
        Object result = value instanceof Handle handle ? handle.properties() : value;
        Object type = map.get("type");
        if (is(type, "number")) {
            result = toFloat(result, is(type, "integer"));
        } else if (is(type, "integer")) {
            result = toInteger(result);
        }
        if (result instanceof ListValue list && map.get("items") != null) result = elements(list, map.get("items"));
        if (result instanceof ObjectValue object) result = properties(object, map);
        if (map.get("allOf") instanceof List<?> parts) {
            for (Object part : parts) result = apply(result, part);
        }
        return fit == null ? result : alternative(result, map, fit);
    }

    private static boolean is(@Nullable Object type, String word) {
        return word.equals(type) || type instanceof List<?> words && words.contains(word);
    }

    private Object toFloat(Object value, boolean keepIntegers) {
        if (value instanceof Long number) return keepIntegers ? value : (Object) number.doubleValue();
        return texts ? parsed(value, Parameter.ScalarType.NUMBER) : value;
    }

    private Object toInteger(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 0x1p63) return number.longValue();
        return texts ? parsed(value, Parameter.ScalarType.INTEGER) : value;
    }

    private static Object parsed(Object value, Parameter.ScalarType type) {
        String text = value instanceof String plain ? plain : value instanceof MarkedText marked ? marked.text() : null;
        Object parsed = text == null ? null : type.parse(text);
        return parsed == null ? value : parsed;
    }

    /** Whether nothing was changed: values are kept when they fit, not copied. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Object made, Object given) {
        return made == given;
    }

    private Object elements(ListValue list, @Nullable Object schema) {
        Object[] changed = null;
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            Object made = apply(element, schema);
            if (isSame(made, element)) continue;
            if (changed == null) changed = list.toArray();
            changed[i] = made;
        }
        return changed == null ? list : ListValue.owning(changed);
    }

    private ObjectValue properties(ObjectValue object, Map<String, @Nullable Object> schema) {
        ObjectValue result = object;
        Map<?, ?> declared = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
        for (Map.Entry<?, ?> entry : declared.entrySet()) {
            String name = (String) entry.getKey();
            Object value = object.get(name);
            if (value == null) {
                if (defaults) result = withDefault(result, name, entry.getValue());
                continue;
            }
            Object made = apply(value, entry.getValue());
            if (!isSame(made, value)) result = result.with(name, made);
        }
        if (schema.get("additionalProperties") instanceof Map<?, ?> others) {
            for (String name : object.keys()) {
                if (declared.containsKey(name)) continue;
                Object value = object.get(name);
                if (value == null) continue;
                Object made = apply(value, others);
                if (!isSame(made, value)) result = result.with(name, made);
            }
        }
        return result;
    }

    private ObjectValue withDefault(ObjectValue object, String name, @Nullable Object schema) {
        Map<String, @Nullable Object> map = references.schema(schema);
        if (map == null || !map.containsKey("default")) return object;
        return object.with(name, apply(ContractValues.of(map.get("default")), map));
    }

    private Object alternative(Object value, Map<String, @Nullable Object> schema, Fit fits) {
        Object alternatives = schema.get("oneOf") != null ? schema.get("oneOf") : schema.get("anyOf");
        if (!(alternatives instanceof List<?> list)) return value;
        if (schema.get("discriminator") instanceof Map<?, ?> discriminator && value instanceof ObjectValue object) {
            Object word = object.get(String.valueOf(discriminator.get("propertyName")));
            Object target = word == null ? null : Discriminator.targets(discriminator, list, references).get(word.toString());
            if (target != null) return apply(value, target);
        }
        for (Object alternative : list) {
            Map<String, @Nullable Object> map = references.schema(alternative);
            if (map != null && fits.isValid(map, value)) return apply(value, map);
        }
        return value;
    }
}
