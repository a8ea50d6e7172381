package org.arolang.runtime.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable ordered list of values ([VAL-1]). Positions count from the front here; the counting from the back that programs see is
 * {@link Selector}'s and {@link Access#subscript}'s. Subclasses say where the elements live. Thread-safe.
 *
 * <p>Java equality is deep equality ([VAL-31]), with NaN equal to itself.
 */
public abstract class ListValue implements Iterable<Object> {

    public static final ListValue EMPTY = new ElementArray(new Object[0], 0, 0, false);

    public static ListValue of(Object... elements) {
        return elements.length == 0 ? EMPTY : new ElementArray(elements.clone(), 0, elements.length, false);
    }

    /** A list of these elements without copying them: the array now belongs to the list. */
    public static ListValue owning(Object[] elements) {
        return elements.length == 0 ? EMPTY : new ElementArray(elements, 0, elements.length, false);
    }

    public static ListValue copyOf(Collection<?> elements) {
        return elements.isEmpty() ? EMPTY : owning(elements.toArray());
    }

    public abstract int size();

    /**
     * The element at this position from the front.
     *
     * @throws IndexOutOfBoundsException outside {@code 0 .. size()-1}
     */
    public abstract Object get(int index);

    public boolean isEmpty() {
        return size() == 0;
    }

    /** Whether this list was made by a range or pick and so is newest first ([VAL-98]). */
    public boolean isRecency() {
        return false;
    }

    /** This list with the invisible mark of [VAL-98]. */
    public ListValue asRecency() {
        return new RecencyList(this);
    }

    /** The elements from {@code from} up to but without {@code to}, in a list that does not copy where it can. */
    public ListValue slice(int from, int to) {
        if (from < 0 || to < from || to > size()) throw new IndexOutOfBoundsException("slice " + from + ".." + to + " of " + size());
        Object[] part = new Object[to - from];
        for (int i = 0; i < part.length; i++) part[i] = get(from + i);
        return owning(part);
    }

    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            private final int end = size();
            private int next;

            @Override
            public boolean hasNext() {
                return next < end;
            }

            @Override
            public Object next() {
                if (next >= end) throw new NoSuchElementException();
                return get(next++);
            }
        };
    }

    /** The elements in a new array. */
    public Object[] toArray() {
        Object[] all = new Object[size()];
        for (int i = 0; i < all.length; i++) all[i] = get(i);
        return all;
    }

    /** The elements in a new Java list. */
    public List<Object> toList() {
        return new ArrayList<>(Arrays.asList(toArray()));
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ListValue list && Equality.sameList(this, list);
    }

    @Override
    public final int hashCode() {
        int hash = 1;
        for (Object element : this) hash = 31 * hash + Equality.hashOf(element);
        return hash;
    }

    @Override
    public String toString() {
        return Text.of(this);
    }

    /** Collects elements into a list. Not thread-safe; usable again after {@link #build()}. */
    public static final class Builder {

        private Object[] elements;
        private int size;

        public Builder() {
            this(10);
        }

        public Builder(int expected) {
            elements = new Object[Math.max(expected, 1)];
        }

        public Builder add(Object element) {
            if (size == elements.length) elements = Arrays.copyOf(elements, size + (size >> 1) + 4);
            elements[size++] = element;
            return this;
        }

        public Builder addAll(Iterable<?> more) {
            for (Object element : more) add(element);
            return this;
        }

        public int size() {
            return size;
        }

        public ListValue build() {
            ListValue list = size == 0 ? EMPTY : owning(size == elements.length ? elements : Arrays.copyOf(elements, size));
            elements = new Object[10];
            size = 0;
            return list;
        }
    }

    /** Elements in an array, or in a part of one. */
    private static final class ElementArray extends ListValue {

        private final Object[] elements;
        private final int from;
        private final int size;
        private final boolean recency;

        ElementArray(Object[] elements, int from, int size, boolean recency) {
            this.elements = elements;
            this.from = from;
            this.size = size;
            this.recency = recency;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public Object get(int index) {
            if (index < 0 || index >= size) throw new IndexOutOfBoundsException(index);
            return elements[from + index];
        }

        @Override
        public boolean isRecency() {
            return recency;
        }

        @Override
        public ListValue asRecency() {
            return recency ? this : new ElementArray(elements, from, size, true);
        }

        @Override
        public ListValue slice(int begin, int end) {
            if (begin < 0 || end < begin || end > size) throw new IndexOutOfBoundsException("slice " + begin + ".." + end + " of " + size);
            if (begin == end) return EMPTY;
            // A small part must not keep a large array alive.
            if (end - begin < elements.length / 4) return owning(Arrays.copyOfRange(elements, from + begin, from + end));
            return new ElementArray(elements, from + begin, end - begin, false);
        }

        @Override
        public Iterator<Object> iterator() {
            return new ElementIterator(elements, from, from + size);
        }

        @Override
        public void forEach(Consumer<? super Object> action) {
            for (int i = from; i < from + size; i++) action.accept(elements[i]);
        }

        @Override
        public Object[] toArray() {
            return Arrays.copyOfRange(elements, from, from + size, Object[].class);
        }
    }

    /** Goes through a part of an array. */
    private static final class ElementIterator implements Iterator<Object> {

        private final Object[] elements;
        private final int end;
        private int next;

        ElementIterator(Object[] elements, int from, int end) {
            this.elements = elements;
            this.next = from;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            return next < end;
        }

        @Override
        public Object next() {
            if (next >= end) throw new NoSuchElementException();
            return elements[next++];
        }

        @Override
        public void forEachRemaining(Consumer<? super Object> action) {
            int i = next;
            next = end;
            while (i < end) action.accept(elements[i++]);
        }
    }

    /** Another list seen as a recency list. */
    private static final class RecencyList extends ListValue {

        private final ListValue list;

        RecencyList(ListValue list) {
            this.list = list;
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public Object get(int index) {
            return list.get(index);
        }

        @Override
        public boolean isEmpty() {
            return list.isEmpty();
        }

        @Override
        public boolean isRecency() {
            return true;
        }

        @Override
        public ListValue asRecency() {
            return this;
        }

        @Override
        public ListValue slice(int from, int to) {
            return list.slice(from, to);
        }

        @Override
        public Iterator<Object> iterator() {
            return list.iterator();
        }

        @Override
        public void forEach(Consumer<? super Object> action) {
            list.forEach(action);
        }
    }
}
