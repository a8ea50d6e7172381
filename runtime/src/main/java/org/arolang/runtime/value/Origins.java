package org.arolang.runtime.value;

import org.jspecify.annotations.Nullable;

/** Values without their origins. */
public final class Origins {

    private Origins() {}

    /**
     * The same value with no origin anywhere in it ([WEB-2]): what is kept can never turn into a document. A value that has none is
     * given back itself.
     */
    public static Object dropped(Object value) {
        Object changed = changed(value);
        return changed == null ? value : changed;
    }

    /** The value without origins, or null when it has none. */
    private static @Nullable Object changed(Object value) {
        return switch (value) {
            case MarkedText text -> text.text();
            case Binary binary -> binary.origin() == null ? null : binary.withOrigin(null);
            case ObjectValue object -> object(object);
            case StreamValue _ -> null;
            case ListValue list -> list(list);
            default -> null;
        };
    }

    private static @Nullable ObjectValue object(ObjectValue object) {
        Object[] values = null;
        for (int i = 0; i < object.size(); i++) {
            Object changed = changed(object.valueAt(i));
            if (changed != null) {
                values = values == null ? object.values().toArray() : values;
                values[i] = changed;
            }
        }
        return values == null ? null : ObjectValue.ofShape(object.shape(), values);
    }

    private static @Nullable ListValue list(ListValue list) {
        Object[] elements = null;
        for (int i = 0; i < list.size(); i++) {
            Object changed = changed(list.get(i));
            if (changed != null) {
                elements = elements == null ? list.toArray() : elements;
                elements[i] = changed;
            }
        }
        if (elements == null) return null;
        ListValue plain = ListValue.owning(elements);
        return list.isRecency() ? plain.asRecency() : plain;
    }
}
