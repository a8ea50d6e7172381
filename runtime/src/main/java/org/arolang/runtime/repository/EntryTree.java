package org.arolang.runtime.repository;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entries in order of their positions, with snapshots in constant time. A B+ tree that counts its entries; a node that a snapshot can see
 * is never changed again but copied, which costs one node per level. Not thread-safe; snapshots are.
 */
final class EntryTree {

    /** Entries of a leaf, children of an inner node. */
    private static final int WIDTH = 64;

    /** The time between two snapshots. */
    private static final class Edit {}

    private Node root;
    /** The mark of the nodes made since the last snapshot: they may be changed in place. */
    private Edit edit = new Edit();

    EntryTree() {
        root = new Leaf(edit);
    }

    int size() {
        return root.size;
    }

    Entry get(int index) {
        return entry(root, index);
    }

    Snapshot snapshot(long version) {
        edit = new Edit();
        return new Snapshot(root, version);
    }

    void clear() {
        edit = new Edit();
        root = new Leaf(edit);
    }

    /** Adds an entry at a position that is free. */
    void insert(Entry entry) {
        root = root.editable(edit);
        Node right = root.insert(entry, edit);
        if (right != null) {
            root = new Inner(edit, root, right);
        }
    }

    /** Puts another entry at the position of one that is there. */
    void replace(Entry entry) {
        root = root.editable(edit);
        root.replace(entry, edit);
    }

    /** Removes the entry at a position that is taken. */
    void remove(long position) {
        root = root.editable(edit);
        root.remove(position, edit);
        while (root instanceof Inner inner && inner.width <= 1) {
            root = inner.width == 0 ? new Leaf(edit) : inner.child(0);
        }
    }

    static Entry entry(Node node, int index) {
        Node current = node;
        int rest = index;
        while (current instanceof Inner inner) {
            int child = 0;
            while (rest >= inner.sizes[child]) {
                rest -= inner.sizes[child++];
            }
            current = inner.child(child);
        }
        return ((Leaf) current).entry(rest);
    }

    /** The leaf that begins with this entry, or the one that holds it. */
    static Leaf leaf(Node node, int index) {
        Node current = node;
        int rest = index;
        while (current instanceof Inner inner) {
            int child = 0;
            while (rest >= inner.sizes[child]) {
                rest -= inner.sizes[child++];
            }
            current = inner.child(child);
        }
        return (Leaf) current;
    }

    /** A node; {@code size} counts the entries below it. */
    abstract static class Node {
        final Edit edit;
        int size;

        Node(Edit edit, int size) {
            this.edit = edit;
            this.size = size;
        }

        abstract Node editable(Edit mark);

        abstract long first();

        /** Inserts an entry; answers a new right sibling when this node had to be split. */
        abstract @Nullable Node insert(Entry entry, Edit mark);

        abstract void replace(Entry entry, Edit mark);

        abstract void remove(long position, Edit mark);
    }

    static final class Leaf extends Node {
        final @Nullable Entry[] entries;

        Leaf(Edit edit) {
            super(edit, 0);
            entries = new Entry[WIDTH];
        }

        private Leaf(Edit edit, @Nullable Entry[] entries, int size) {
            super(edit, size);
            this.entries = entries;
        }

        Entry entry(int index) {
            Entry entry = entries[index];
            if (entry == null) {
                throw new IndexOutOfBoundsException(index);
            }
            return entry;
        }

        @Override
        Node editable(Edit mark) {
            return edit == mark ? this : new Leaf(mark, entries.clone(), size);
        }

        @Override
        long first() {
            return entry(0).position();
        }

        @Override
        @Nullable
        Node insert(Entry entry, Edit mark) {
            int place = place(entry.position());
            if (size < WIDTH) {
                put(place, entry);
                return null;
            }
            Leaf right = new Leaf(mark);
            if (place == WIDTH) {
                right.put(0, entry);
                return right;
            }
            int half = WIDTH / 2;
            System.arraycopy(entries, half, right.entries, 0, WIDTH - half);
            Arrays.fill(entries, half, WIDTH, null);
            right.size = WIDTH - half;
            size = half;
            if (place <= half) {
                put(place, entry);
            } else {
                right.put(place - half, entry);
            }
            return right;
        }

        @Override
        void replace(Entry entry, Edit mark) {
            entries[found(entry.position())] = entry;
        }

        @Override
        void remove(long position, Edit mark) {
            int place = found(position);
            System.arraycopy(entries, place + 1, entries, place, size - place - 1);
            entries[--size] = null;
        }

        private void put(int place, Entry entry) {
            System.arraycopy(entries, place, entries, place + 1, size - place);
            entries[place] = entry;
            size++;
        }

        private int found(long position) {
            int place = place(position);
            if (place >= size || entry(place).position() != position) {
                throw new IllegalStateException("no record at position " + position);
            }
            return place;
        }

        /** Where a position is or belongs. */
        private int place(long position) {
            if (size > 0 && entry(size - 1).position() < position) {
                return size;
            }
            int low = 0;
            int high = size - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (entry(middle).position() < position) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }
    }

    private static final class Inner extends Node {
        private final @Nullable Node[] children;
        private final long[] firsts;
        private final int[] sizes;
        private int width;

        Inner(Edit edit, Node... nodes) {
            super(edit, 0);
            children = new Node[WIDTH];
            firsts = new long[WIDTH];
            sizes = new int[WIDTH];
            for (Node node : nodes) {
                put(width, node);
            }
        }

        private Inner(Edit edit, Inner other) {
            super(edit, other.size);
            children = other.children.clone();
            firsts = other.firsts.clone();
            sizes = other.sizes.clone();
            width = other.width;
        }

        Node child(int index) {
            Node node = children[index];
            if (node == null) {
                throw new IndexOutOfBoundsException(index);
            }
            return node;
        }

        @Override
        Node editable(Edit mark) {
            return edit == mark ? this : new Inner(mark, this);
        }

        @Override
        long first() {
            return firsts[0];
        }

        @Override
        @Nullable
        Node insert(Entry entry, Edit mark) {
            int place = place(entry.position());
            Node child = open(place, mark);
            Node right = child.insert(entry, mark);
            note(place, child);
            if (right == null) {
                size++;
                return null;
            }
            return adopt(place + 1, right, mark);
        }

        /** Takes in a new child, beside which one entry was added; answers a new sibling when there is no room. */
        private @Nullable Node adopt(int place, Node node, Edit mark) {
            if (width < WIDTH) {
                put(place, node);
                recount();
                return null;
            }
            if (place == WIDTH) {
                recount();
                return new Inner(mark, node);
            }
            int half = WIDTH / 2;
            Inner right = new Inner(mark);
            for (int i = half; i < WIDTH; i++) {
                right.put(right.width, child(i));
                children[i] = null;
            }
            width = half;
            if (place <= half) {
                put(place, node);
            } else {
                right.put(place - half, node);
            }
            recount();
            right.recount();
            return right;
        }

        @Override
        void replace(Entry entry, Edit mark) {
            open(place(entry.position()), mark).replace(entry, mark);
        }

        @Override
        void remove(long position, Edit mark) {
            int place = place(position);
            Node child = open(place, mark);
            child.remove(position, mark);
            size--;
            if (child.size == 0) {
                System.arraycopy(children, place + 1, children, place, width - place - 1);
                System.arraycopy(firsts, place + 1, firsts, place, width - place - 1);
                System.arraycopy(sizes, place + 1, sizes, place, width - place - 1);
                children[--width] = null;
            } else {
                note(place, child);
            }
        }

        private Node open(int place, Edit mark) {
            Node child = child(place).editable(mark);
            children[place] = child;
            return child;
        }

        private void note(int place, Node child) {
            firsts[place] = child.first();
            sizes[place] = child.size;
        }

        private void put(int place, Node node) {
            System.arraycopy(children, place, children, place + 1, width - place);
            System.arraycopy(firsts, place, firsts, place + 1, width - place);
            System.arraycopy(sizes, place, sizes, place + 1, width - place);
            children[place] = node;
            firsts[place] = node.first();
            sizes[place] = node.size;
            size += node.size;
            width++;
        }

        private void recount() {
            size = 0;
            for (int i = 0; i < width; i++) {
                size += sizes[i];
            }
        }

        /** The child in which a position is or belongs. */
        private int place(long position) {
            if (firsts[width - 1] <= position) {
                return width - 1;
            }
            int found = Arrays.binarySearch(firsts, 0, width, position);
            return found >= 0 ? found : Math.max(0, -found - 2);
        }
    }
}
