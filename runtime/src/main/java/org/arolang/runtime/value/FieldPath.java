package org.arolang.runtime.value;

import org.jspecify.annotations.Nullable;

/**
 * A field of records, perhaps a dotted path ({@code address.city}), read at one place of a program. An element that is no object has the
 * single field {@code _value}, its value ([DATA-175]). Thread-safe.
 */
public final class FieldPath {

    private static final String VALUE = "_value";

    private final String path;
    private final FieldSite[] steps;
    /** The one step of most paths, else null. */
    private final @Nullable FieldSite only;

    private FieldPath(String path, FieldSite[] steps) {
        this.path = path;
        this.steps = steps;
        this.only = steps.length == 1 ? steps[0] : null;
    }

    public static FieldPath of(String path) {
        String[] names = path.split("\\.");
        FieldSite[] steps = new FieldSite[names.length];
        for (int i = 0; i < names.length; i++) steps[i] = new FieldSite(names[i]);
        return new FieldPath(path, steps);
    }

    /** The path as written. */
    public String path() {
        return path;
    }

    /** The field's value, or null when the element has no such field. */
    public @Nullable Object read(Object element) {
        if (!(element instanceof ObjectValue object)) return path.equals(VALUE) ? element : null;
        return only != null ? only.read(object) : walk(object);
    }

    private @Nullable Object walk(ObjectValue object) {
        Object value = steps.length == 0 ? null : steps[0].read(object);
        for (int i = 1; i < steps.length && value != null; i++) {
            value = value instanceof ObjectValue nested ? steps[i].read(nested) : property(value, steps[i].key());
        }
        return value;
    }

    private static @Nullable Object property(Object value, String name) {
        return Access.property(value, name);
    }
}
