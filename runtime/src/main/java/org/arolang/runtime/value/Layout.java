package org.arolang.runtime.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How keys in the order in which they are written (in a literal, or in a JSON text) map to a {@link Shape}. A program makes the layouts
 * of its object literals when it loads; the JSON reader finds them again in a bounded cache. Immutable and thread-safe.
 */
public final class Layout {

    private static final int CACHE_SIZE = 1024;
    private static final int LARGEST_CACHED = 64;
    private static final int LONGEST_CACHED_KEY = 64;

    /** Later layouts overwrite earlier ones of the same place; entries are immutable, so races only cost a miss. */
    private static final @Nullable Layout[] CACHE = new Layout[CACHE_SIZE];

    private final String[] written;
    private final Shape shape;
    /** For each written key the place of its value, or -1 when a later equal key replaces it. */
    private final int[] places;
    private final boolean sorted;

    private Layout(String[] written, Shape shape, int[] places) {
        this.written = written;
        this.shape = shape;
        this.places = places;
        boolean inOrder = written.length == shape.size();
        for (int i = 0; inOrder && i < places.length; i++) inOrder = places[i] == i;
        this.sorted = inOrder;
    }

    /** The layout of these keys in the order written; of equal keys the last counts ([VAL-3]). */
    public static Layout of(String... keys) {
        return find(keys, 0, keys.length);
    }

    public Shape shape() {
        return shape;
    }

    /** Where the value of the written key number {@code index} lies, or -1 when a later key replaces it. */
    public int place(int index) {
        return places[index];
    }

    /** The object with these values, given in the order in which the keys are written; the array now belongs to the object. */
    public ObjectValue make(Object[] values) {
        return sorted ? ObjectValue.ofShape(shape, values) : make(values, 0);
    }

    ObjectValue make(@Nullable Object[] values, int from) {
        Object[] ordered = new Object[shape.size()];
        if (sorted) {
            System.arraycopy(values, from, ordered, 0, ordered.length);
        } else {
            for (int i = 0; i < places.length; i++) {
                int place = places[i];
                Object value = values[from + i];
                if (place >= 0 && value != null) ordered[place] = value;
            }
        }
        return ObjectValue.ofShape(shape, ordered);
    }

    /** The layout of {@code keys[from .. from+count-1]}. */
    static Layout find(@Nullable String[] keys, int from, int count) {
        if (count > LARGEST_CACHED) return compute(keys, from, count);
        int hash = count;
        for (int i = 0; i < count; i++) {
            String key = keys[from + i];
            if (key != null) hash = 31 * hash + key.hashCode();
        }
        hash *= 0x9E3779B1;
        int slot = hash >>> 22;
        Layout known = CACHE[slot];
        if (known != null && known.isOf(keys, from, count)) return known;
        Layout made = compute(keys, from, count);
        for (String key : made.written) {
            if (key.length() > LONGEST_CACHED_KEY) return made;
        }
        CACHE[slot] = made;
        return made;
    }

    private boolean isOf(@Nullable String[] keys, int from, int count) {
        if (written.length != count) return false;
        for (int i = 0; i < count; i++) {
            if (!written[i].equals(keys[from + i])) return false;
        }
        return true;
    }

    private static Layout compute(@Nullable String[] keys, int from, int count) {
        String[] written = Arrays.copyOfRange(keys, from, from + count, String[].class);
        String[] sorted = written.clone();
        Arrays.sort(sorted, Text::compare);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || !sorted[i].equals(sorted[i - 1])) sorted[distinct++] = sorted[i];
        }
        Shape shape = Shapes.shared(distinct == count ? sorted : Arrays.copyOf(sorted, distinct));
        int[] places = new int[count];
        boolean[] taken = new boolean[distinct];
        for (int i = count - 1; i >= 0; i--) {
            int place = shape.indexOf(written[i]);
            places[i] = taken[place] ? -1 : place;
            taken[place] = true;
        }
        return new Layout(written, shape, places);
    }
}
