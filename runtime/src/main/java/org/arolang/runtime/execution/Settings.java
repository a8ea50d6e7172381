package org.arolang.runtime.execution;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The application-wide configuration that {@code Configure} writes ([APP-53]). The last write wins. Thread-safe. */
public final class Settings {

    private final ConcurrentHashMap<String, ObjectValue> categories = new ConcurrentHashMap<>();

    /** All settings of a category, or null when there are none. */
    public @Nullable ObjectValue read(String category) {
        return categories.get(category);
    }

    /** One setting, its path split at the dots, or null when it was never made. */
    public @Nullable Object read(String category, List<String> path) {
        Object value = categories.get(category);
        for (String key : path) {
            value = value instanceof ObjectValue object ? object.get(key) : null;
        }
        return value;
    }

    /** Makes a setting; objects on the way are made as needed. */
    public void write(String category, List<String> path, Object value) {
        categories.compute(category, (_, known) -> with(known == null ? ObjectValue.EMPTY : known, path, value));
    }

    /** A copy of {@code target} in which {@code path} leads to {@code value} ([DATA-121]). */
    public static ObjectValue with(ObjectValue target, List<String> path, Object value) {
        String key = path.getFirst();
        if (path.size() == 1) {
            return target.with(key, value);
        }
        ObjectValue inner = target.get(key) instanceof ObjectValue object ? object : ObjectValue.EMPTY;
        return target.with(key, with(inner, path.subList(1, path.size()), value));
    }
}
