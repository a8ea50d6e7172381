package org.arolang.runtime.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one key at one place of a program, remembering the shapes it has met. A site that has seen an object's shape reads an array
 * element; one that meets ever new shapes searches their keys. Thread-safe: what it remembers is immutable, so races only cost a search.
 */
public final class FieldSite {

    private static final int REMEMBERED = 4;
    private static final int PATIENCE = 64;

    private final String key;
    private Seen first = NOTHING;
    private volatile Seen @Nullable [] others;
    private int misses;

    private static final Seen NOTHING = new Seen(new Shape(new String[0]), -1);

    private record Seen(Shape shape, int index) {}

    public FieldSite(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** The key's value, or null when the object has no such key. */
    public @Nullable Object read(ObjectValue object) {
        Seen seen = first;
        if (seen.shape == object.shape()) return seen.index < 0 ? null : object.valueAt(seen.index);
        return readOther(object);
    }

    private @Nullable Object readOther(ObjectValue object) {
        Shape shape = object.shape();
        Seen[] more = others;
        if (more != null) {
            for (Seen seen : more) {
                if (seen.shape == shape) return seen.index < 0 ? null : object.valueAt(seen.index);
            }
        }
        int index = shape.indexOf(key);
        if (misses < PATIENCE) remember(new Seen(shape, index), more);
        return index < 0 ? null : object.valueAt(index);
    }

    @SuppressWarnings("ReferenceEquality") // There is one NOTHING.
    private void remember(Seen seen, Seen @Nullable [] more) {
        int turn = misses++;
        if (first == NOTHING) {
            first = seen;
            return;
        }
        Seen[] next = more == null ? new Seen[REMEMBERED - 1] : more.clone();
        if (more == null) Arrays.fill(next, NOTHING);
        next[turn % next.length] = seen;
        others = next;
    }
}
