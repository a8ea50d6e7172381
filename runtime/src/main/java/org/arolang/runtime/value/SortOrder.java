package org.arolang.runtime.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The order of Sort, of {@code order by} and of the operation {@code sort} ([DATA-140] to [DATA-143]): by keys, or by the elements
 * themselves. Sorting is stable in both directions. Immutable and thread-safe.
 */
public final class SortOrder {

    /** One key. */
    public record Key(FieldPath field, boolean descending) {

        public static Key of(String path, boolean descending) {
            return new Key(FieldPath.of(path), descending);
        }
    }

    public static final SortOrder ASCENDING = new SortOrder(List.of(), false);
    public static final SortOrder DESCENDING = new SortOrder(List.of(), true);

    private final List<Key> keys;
    private final boolean descending;

    private SortOrder(List<Key> keys, boolean descending) {
        this.keys = List.copyOf(keys);
        this.descending = descending;
    }

    public static SortOrder by(List<Key> keys) {
        return keys.isEmpty() ? ASCENDING : new SortOrder(keys, false);
    }

    /** The order of a keys text such as {@code "team, joined desc"}; keys without a direction ascend. */
    public static SortOrder parse(String keysText) {
        return parse(keysText, false);
    }

    /**
     * The order of a keys text.
     *
     * @param descending the direction of the keys that have none of their own
     * @throws Failure {@code Invalid value '<text>' for by}
     */
    public static SortOrder parse(String keysText, boolean descending) {
        List<Key> keys = new ArrayList<>();
        for (String part : keysText.split(",", -1)) {
            String[] words = part.strip().split("\\s+");
            Boolean direction = words.length == 2 ? direction(words[1]) : null;
            if (words[0].isEmpty() || words.length > 2 || words.length == 2 && direction == null) {
                throw new Failure("Invalid value '" + keysText + "' for by");
            }
            keys.add(Key.of(words[0], direction == null ? descending : direction));
        }
        // A lone order word is a direction, no field.
        if (keys.size() == 1) {
            Boolean alone = direction(keys.getFirst().field().path());
            if (alone != null) return alone ? DESCENDING : ASCENDING;
        }
        return by(keys);
    }

    /** The order that a result's specifiers name: a path of fields, an order word, or both ([DATA-140]). */
    public static SortOrder ofSpecifiers(List<String> specifiers, boolean descending) {
        if (specifiers.isEmpty()) return descending ? DESCENDING : ASCENDING;
        Boolean last = direction(specifiers.getLast());
        List<String> path = last == null ? specifiers : specifiers.subList(0, specifiers.size() - 1);
        boolean down = last == null ? descending : last;
        if (path.isEmpty()) return down ? DESCENDING : ASCENDING;
        return by(List.of(Key.of(String.join(".", path), down)));
    }

    /** True for a word that says descending, false for one that says ascending, null for other words. */
    public static @Nullable Boolean direction(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "desc", "descending" -> true;
            case "asc", "ascending" -> false;
            default -> null;
        };
    }

    /**
     * The list in this order; the source is not changed.
     *
     * @throws Failure [DATA-142] for objects without a key to sort by
     */
    public ListValue sort(ListValue list) {
        Object[] elements = list.toArray();
        if (elements.length == 0) return ListValue.EMPTY;
        List<Comparator<Row>> comparators = new ArrayList<>();
        Row[] rows = new Row[elements.length];
        int width = Math.max(1, keys.size());
        for (int i = 0; i < rows.length; i++) rows[i] = new Row(elements[i], new Object[width]);
        if (keys.isEmpty()) {
            for (Row row : rows) {
                if (row.element instanceof ObjectValue) throw new Failure("Type mismatch: expected 'by \"field\"', got 'Object'");
                row.values[0] = row.element;
            }
            comparators.add(comparator(rows, 0, descending));
        }
        for (int k = 0; k < keys.size(); k++) {
            Key key = keys.get(k);
            for (Row row : rows) {
                Object value = row.element instanceof ObjectValue ? key.field.read(row.element) : null;
                row.values[k] = value == Null.NULL ? null : value;
            }
            comparators.add(comparator(rows, k, key.descending));
        }
        Arrays.sort(rows, (a, b) -> {
            for (Comparator<Row> comparator : comparators) {
                int order = comparator.compare(a, b);
                if (order != 0) return order;
            }
            return 0;
        });
        for (int i = 0; i < rows.length; i++) elements[i] = rows[i].element;
        return ListValue.owning(elements);
    }

    /** An element and what it is sorted by. */
    private record Row(Object element, @Nullable Object[] values) {}

    /** Compares by one key; what kind of order it is depends on all values of the key, which are made comparable in place. */
    private static Comparator<Row> comparator(Row[] rows, int key, boolean descending) {
        Comparator<Object> order = prepare(rows, key);
        return (a, b) -> {
            Object x = a.values[key];
            Object y = b.values[key];
            if (x == null || y == null) return Boolean.compare(x == null, y == null);
            int result = order.compare(x, y);
            return descending ? -result : result;
        };
    }

    private static Comparator<Object> prepare(Row[] rows, int key) {
        boolean numbers = true;
        boolean anyNumber = false;
        boolean texts = true;
        boolean dates = true;
        boolean booleans = true;
        for (Row row : rows) {
            Object value = row.values[key];
            if (value == null) continue;
            anyNumber |= Numbers.isNumber(value);
            numbers = numbers && Numbers.of(value) != null;
            texts &= Text.isText(value);
            dates &= value instanceof Instant;
            booleans &= value instanceof Boolean;
        }
        if (numbers && anyNumber) {
            replace(rows, key, Numbers::of);
            return (a, b) -> Numbers.compare((Number) a, (Number) b);
        }
        if (dates) return (a, b) -> ((Instant) a).compareTo((Instant) b);
        if (booleans) return (a, b) -> Boolean.compare((Boolean) a, (Boolean) b);
        if (texts) replace(rows, key, Text::plain);
        else
            replace(rows, key, Text::of);
        return (a, b) -> Text.compare((String) a, (String) b);
    }

    private static void replace(Row[] rows, int key, Function<Object, @Nullable Object> form) {
        for (Row row : rows) {
            Object value = row.values[key];
            if (value != null) row.values[key] = form.apply(value);
        }
    }
}
