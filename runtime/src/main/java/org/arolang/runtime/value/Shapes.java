package org.arolang.runtime.value;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The shapes in use, held weakly. Hashes are seeded for each process: keys come from strangers, and nobody must be able to choose keys
 * that collide.
 */
final class Shapes {

    private static final ConcurrentHashMap<Object, Entry> SHAPES = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Shape> GONE = new ReferenceQueue<>();
    private static final int SEED = ThreadLocalRandom.current().nextInt() | 1;

    private Shapes() {}

    /** The shape with these keys, which are in code-point order and distinct; the array now belongs to it. */
    static Shape shared(String[] keys) {
        if (keys.length == 0) return Shape.EMPTY;
        if (keys.length > Shape.LARGEST_SHARED) return new Shape(keys);
        int hash = hash(keys);
        Entry known = SHAPES.get(new Wanted(keys, hash));
        Shape shape = known == null ? null : known.get();
        if (shape != null) return shape;
        forgetUnused();
        Shape made = new Shape(keys);
        Entry entry = new Entry(made, hash);
        while (true) {
            Entry earlier = SHAPES.putIfAbsent(entry, entry);
            if (earlier == null) return made;
            shape = earlier.get();
            if (shape != null) return shape;
            SHAPES.remove(earlier, earlier);
        }
    }

    /** How many shapes are in use; for tests. */
    static int count() {
        forgetUnused();
        return SHAPES.size();
    }

    private static void forgetUnused() {
        for (Reference<? extends Shape> gone = GONE.poll(); gone != null; gone = GONE.poll()) SHAPES.remove(gone);
    }

    private static int hash(String[] keys) {
        int hash = SEED;
        for (String key : keys) {
            for (int i = 0; i < key.length(); i++) {
                hash = (hash ^ key.charAt(i)) * 0x9E3779B1;
                hash ^= hash >>> 15;
            }
            hash = (hash ^ key.length()) * 0x85EBCA6B;
        }
        return hash ^ hash >>> 13;
    }

    /** A key set that is looked for. */
    private record Wanted(String[] keys, int hash) {

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (!(other instanceof Entry entry)) return false;
            Shape shape = entry.get();
            return shape != null && Arrays.equals(shape.sortedKeys(), keys);
        }
    }

    private static final class Entry extends WeakReference<Shape> {

        private final int hash;

        Entry(Shape shape, int hash) {
            super(shape, GONE);
            this.hash = hash;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) return true;
            if (!(other instanceof Entry entry)) return false;
            Shape mine = get();
            Shape theirs = entry.get();
            return mine != null && theirs != null && Arrays.equals(mine.sortedKeys(), theirs.sortedKeys());
        }
    }
}
