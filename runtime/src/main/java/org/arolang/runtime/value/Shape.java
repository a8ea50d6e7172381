package org.arolang.runtime.value;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an object, in code-point order. Objects with the same keys share one shape, so that a place in the program that has seen
 * the shape once knows where a field lies ({@link FieldSite}). Shapes are kept only as long as an object, a program or a bounded cache
 * uses them, so keys that strangers send cannot pile up. Immutable and thread-safe.
 *
 * <p>Sharing is an optimisation, never a promise: objects with very many keys have a shape of their own.
 */
public final class Shape {

    /** Shapes with more keys than this are not shared. */
    static final int LARGEST_SHARED = 256;

    private static final int LINEAR_SEARCH = 8;

    public static final Shape EMPTY = new Shape(new String[0]);

    private final String[] keys;
    private volatile byte @Nullable [][] jsonKeys;
    private volatile @Nullable Growth growth;

    /** The shape that one more key leads to; remembered for the last such key. */
    private record Growth(String key, WeakReference<Shape> shape) {}

    Shape(String[] keys) {
        this.keys = keys;
    }

    /** The shape with these keys, in any order; a repeated key counts once. */
    public static Shape of(String... keys) {
        return Layout.of(keys).shape();
    }

    public int size() {
        return keys.length;
    }

    /** The key at a position in code-point order. */
    public String key(int index) {
        return keys[index];
    }

    /** The keys in code-point order. */
    public List<String> keys() {
        return List.of(keys);
    }

    /** Where the key's value lies, or -1 when there is no such key. */
    public int indexOf(String key) {
        String[] all = keys;
        if (all.length <= LINEAR_SEARCH) {
            for (int i = 0; i < all.length; i++) {
                if (all[i].equals(key)) return i;
            }
            return -1;
        }
        int found = search(key);
        return found < 0 ? -1 : found;
    }

    /** As {@link Arrays#binarySearch}, in code-point order. */
    private int search(String key) {
        int low = 0;
        int high = keys.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Text.compare(keys[middle], key);
            if (order < 0) low = middle + 1;
            else if (order > 0) high = middle - 1;
            else
                return middle;
        }
        return -(low + 1);
    }

    /** The shape of these keys and {@code key}, which must not be among them. */
    Shape plus(String key) {
        Growth last = growth;
        if (last != null && last.key.equals(key)) {
            Shape known = last.shape.get();
            if (known != null) return known;
        }
        int place = -(search(key) + 1);
        String[] more = new String[keys.length + 1];
        System.arraycopy(keys, 0, more, 0, place);
        more[place] = key;
        System.arraycopy(keys, place, more, place + 1, keys.length - place);
        Shape shape = Shapes.shared(more);
        if (more.length <= LARGEST_SHARED) growth = new Growth(key, new WeakReference<>(shape));
        return shape;
    }

    /** The shape of these keys without the one at {@code index}. */
    Shape minus(int index) {
        String[] fewer = new String[keys.length - 1];
        System.arraycopy(keys, 0, fewer, 0, index);
        System.arraycopy(keys, index + 1, fewer, index, fewer.length - index);
        return Shapes.shared(fewer);
    }

    String[] sortedKeys() {
        return keys;
    }

    /** {@code "key":} in UTF-8 for each key; the second and later ones begin with a comma. */
    byte[][] jsonKeys() {
        byte[][] known = jsonKeys;
        if (known == null) {
            known = new byte[keys.length][];
            for (int i = 0; i < keys.length; i++) {
                ByteSink sink = new ByteSink(keys[i].length() + 8);
                if (i > 0) sink.put(',');
                JsonWriter.string(sink, keys[i]);
                sink.put(':');
                known[i] = sink.toByteArray();
            }
            // Large shapes are used once: their bytes are not worth keeping.
            if (keys.length <= LARGEST_SHARED) jsonKeys = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return Arrays.toString(keys);
    }
}
