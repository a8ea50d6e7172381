package org.arolang.runtime.repository;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.arolang.runtime.value.ListValue;

/** All records of a repository at one moment, oldest first. It shares its memory with the repository and later snapshots. */
final class Snapshot extends ListValue {

    private final EntryTree.Node root;
    private final int size;
    private final long version;

    /**
     * @param version of the repository, which changes with every change of its records
     */
    Snapshot(EntryTree.Node root, long version) {
        this.root = root;
        this.size = root.size;
        this.version = version;
    }

    long version() {
        return version;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Object get(int index) {
        return entry(index).value();
    }

    Entry entry(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return EntryTree.entry(root, index);
    }

    @Override
    public Iterator<Object> iterator() {
        Iterator<Entry> entries = entries().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Object next() {
                return entries.next().value();
            }
        };
    }

    @Override
    public Object[] toArray() {
        Object[] all = new Object[size];
        int i = 0;
        for (Entry entry : entries()) {
            all[i++] = entry.value();
        }
        return all;
    }

    /** The entries in order; goes down the tree once for each leaf. */
    Iterable<Entry> entries() {
        return () -> new Iterator<>() {
            private int next;
            private EntryTree.Leaf leaf = EntryTree.leaf(root, 0);
            private int inLeaf;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Entry next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                if (inLeaf == leaf.size) {
                    leaf = EntryTree.leaf(root, next);
                    inLeaf = 0;
                }
                next++;
                return leaf.entry(inLeaf++);
            }
        };
    }
}
