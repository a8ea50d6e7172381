package org.arolang.runtime.value;

import java.time.Instant;
import java.util.List;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;
import org.jspecify.annotations.Nullable;

/** Reading parts of values: members, subscripts, qualifier steps and the steps of Extract. */
public final class Access {

    private Access() {}

    /** {@code base.name} ([VAL-70]). */
    public static Object member(Object base, String name) {
        if (!hasProperties(base)) throw new Failure("Type mismatch: Cannot access member '" + name + "' on " + Kind.nameOf(base));
        return orUndefined(property(base, name), name);
    }

    /** {@code base[index]} ([VAL-71]): on lists 0 is the last element. */
    public static Object subscript(Object base, Object index) {
        if (base instanceof ListValue list && index instanceof Long position) return subscript(list, position.longValue());
        String key = Text.string(index);
        if (key != null && base instanceof ObjectValue object) return orUndefined(object.get(key), key);
        if (key != null && base instanceof RegexValue regex) return orUndefined(regex.property(key), key);
        throw new Failure("Type mismatch: Cannot subscript " + Kind.nameOf(base) + " with " + Kind.nameOf(index));
    }

    public static Object subscript(ListValue list, long index) {
        int size = list.size();
        if (index < 0 || index >= size) throw new Failure("Index " + index + " out of bounds (count: " + size + ")");
        return list.get(size - 1 - (int) index);
    }

    /** One qualifier step of a reference in an expression ([VAL-81]); a program's own places use {@link PathStep}. */
    public static Object step(Object value, String part) {
        if (hasProperties(value)) {
            Object property = property(value, part);
            if (property != null) return property;
        }
        return qualifier(value, part, Operations.find(part), value instanceof ListValue ? Selector.parse(part) : null);
    }

    /** What a step finds beyond a value's own properties: a selector, a value qualifier, or the failure. */
    static Object qualifier(Object value, String part, @Nullable Operation operation, @Nullable Selector selector) {
        if (value instanceof ListValue list && selector != null) return selector.select(list);
        boolean qualified = value instanceof ObjectValue || Text.isText(value) || value instanceof RegexValue;
        if (qualified && operation != null && operation.standsAlone()) return operation.apply(value, Parameters.NONE);
        if (hasProperties(value)) throw new Missing("Undefined member: " + part);
        throw new Failure("Type mismatch: Cannot access property '" + part + "' on " + Kind.nameOf(value));
    }

    /** The steps of a dotted qualifier in an expression, left to right. */
    public static Object path(Object value, List<String> parts) {
        Object current = value;
        for (String part : parts) current = step(current, part);
        return current;
    }

    /** One step of a path in object position ([VAL-106], [DATA-56]). */
    public static Object objectStep(Object value, String key) {
        Object found = tryObjectStep(value, key);
        if (found == null) throw notFound(key, value);
        return found;
    }

    /** The step's result, or null when the value has no such part. */
    static @Nullable Object tryObjectStep(Object value, String key) {
        if (value instanceof ObjectValue object) return object.get(key);
        if (value instanceof ListValue list) {
            Selector selector = Selector.parse(key);
            return selector == null ? null : selector.select(list);
        }
        String text = value instanceof Binary binary ? binary.text() : Text.string(value);
        return text != null ? TextLookup.find(text, key) : property(value, key);
    }

    /**
     * A path in object position. When the rest of the path leads nowhere but an object on the way has a key that is this rest joined by
     * dots, that key's value is it ([DATA-56]).
     */
    public static Object objectPath(Object value, List<String> keys) {
        Object current = value;
        for (String key : keys) {
            Object next = tryObjectStep(current, key);
            if (next == null) return joinedPath(value, keys);
            current = next;
        }
        return current;
    }

    /**
     * A path in object position of a statement that works with values: where it names no part of a text, a value qualifier counts, as it
     * does in an expression ([SYN-412], [VAL-81]). Objects have none here, so that a field that is missing is never taken for one.
     */
    public static Object valuePath(Object value, List<String> keys) {
        Object current = value;
        for (String key : keys) {
            Object next = tryObjectStep(current, key);
            Operation operation = next == null && Text.isText(current) ? Operations.find(key) : null;
            if (operation != null && operation.standsAlone()) next = operation.apply(current, Parameters.NONE);
            if (next == null) return joinedPath(value, keys);
            current = next;
        }
        return current;
    }

    /** The path with a joined key somewhere; fails at the step that leads nowhere. */
    static Object joinedPath(Object value, List<String> keys) {
        Object current = value;
        for (int i = 0; i < keys.size(); i++) {
            if (current instanceof ObjectValue object) {
                Object joined = object.get(String.join(".", keys.subList(i, keys.size())));
                if (joined != null) return joined;
            }
            current = objectStep(current, keys.get(i));
        }
        return current;
    }

    /** A value's own property or key, or null: what objects, dates, ranges, recurrences, distances, regexes and handles have. */
    public static @Nullable Object property(Object value, String name) {
        return switch (value) {
            case ObjectValue object -> object.get(name);
            case Instant date -> Dates.property(date, name);
            case Propertied propertied -> propertied.property(name);
            default -> null;
        };
    }

    /** Whether values of this kind have properties at all. */
    public static boolean hasProperties(Object value) {
        return value instanceof ObjectValue || value instanceof Instant || value instanceof Propertied;
    }

    /** {@code is empty} ([VAL-67]); null stands for an unbound variable or a missing member, which are empty too. */
    public static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Null _ -> true;
            case String text -> text.isEmpty();
            case MarkedText text -> text.isEmpty();
            case ListValue list -> list.isEmpty();
            case ObjectValue object -> object.isEmpty();
            case Binary binary -> binary.size() == 0;
            default -> false;
        };
    }

    /** {@code Property '<key>' not found on type '<Type>'}. */
    public static Failure notFound(String key, Object value) {
        return new Missing("Property '" + key + "' not found on type '" + Kind.nameOf(value) + "'");
    }

    private static Object orUndefined(@Nullable Object value, String name) {
        if (value == null) throw new Missing("Undefined member: " + name);
        return value;
    }
}
