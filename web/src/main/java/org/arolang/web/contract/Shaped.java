package org.arolang.web.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in the document that is to have a certain shape.
 *
 * @param value what stands there; null when nothing does
 * @param path its dotted path, empty for the root
 */
record Shaped(@Nullable Object value, String path) {

    boolean isAbsent() {
        return value == null;
    }

    boolean isMap() {
        return value instanceof Map;
    }

    /** The place under {@code key}; the place itself must be an object. */
    Shaped at(String key) {
        return new Shaped(map().get(key), path.isEmpty() ? key : path + "." + key);
    }

    /** The place under {@code key}, which must be there. */
    Shaped required(String key) {
        Shaped place = at(key);
        if (place.isAbsent()) throw ContractError.unreadable("Missing key '" + key + "' at " + path);
        return place;
    }

    @SuppressWarnings("unchecked") // Document makes no other maps.
    Map<String, @Nullable Object> map() {
        if (value instanceof Map<?, ?> map) return (Map<String, @Nullable Object>) map;
        throw mismatch("object");
    }

    /** The entries of an object, none when it is absent. */
    List<Map.Entry<String, Shaped>> entries() {
        List<Map.Entry<String, Shaped>> entries = new ArrayList<>();
        if (isAbsent()) return entries;
        for (String key : map().keySet()) entries.add(Map.entry(key, at(key)));
        return entries;
    }

    /** The items of a list, none when it is absent. */
    List<Shaped> items() {
        if (isAbsent()) return List.of();
        if (!(value instanceof List<?> list)) throw mismatch("array");
        List<Shaped> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) items.add(new Shaped(list.get(i), path.isEmpty() ? "" + i : path + "." + i));
        return items;
    }

    /** A text, or null when absent. */
    @Nullable
    String text() {
        if (value == null) return null;
        if (value instanceof String text) return text;
        throw mismatch("string");
    }

    /** A scalar of any type as text ([WEB-14]). */
    String scalarText() {
        if (value == null || value instanceof Map || value instanceof List) throw mismatch("string");
        return value instanceof Double number && number == Math.rint(number) ? Double.toString(number) : String.valueOf(value);
    }

    /** A boolean, {@code false} when absent. */
    boolean flag() {
        if (value == null) return false;
        if (value instanceof Boolean flag) return flag;
        throw mismatch("boolean");
    }

    ContractError mismatch(String type) {
        return ContractError.unreadable("Type mismatch for " + type + " at " + path);
    }
}
