package org.arolang.runtime.actions.data;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.arolang.runtime.value.StreamValue;
import org.jspecify.annotations.Nullable;

/** Lazy forms of what is done to each element of a stream ([DATA-283]). Each reading reads the source anew, in constant memory. */
final class LazyList {

    private LazyList() {}

    /** The elements that meet {@code test}. */
    static StreamValue filter(StreamValue source, Predicate<Object> test) {
        return map(source, element -> test.test(element) ? element : null);
    }

    /** What {@code change} makes of each element; elements of which it makes null are left out. */
    static StreamValue map(StreamValue source, Function<Object, @Nullable Object> change) {
        return new ChangedStream(source, change);
    }

    /** The elements after the first {@code offset}, at most {@code limit} of them. */
    static StreamValue part(StreamValue source, long offset, long limit) {
        return new StreamValue(() -> new Part(source.iterator(), offset, limit));
    }

    /** A stream changed element by element. Several changes in a row are one: each element passes through all of them at once. */
    private static final class ChangedStream extends StreamValue {

        private final StreamValue source;
        private final Function<Object, @Nullable Object> change;

        ChangedStream(StreamValue source, Function<Object, @Nullable Object> change) {
            super(() -> read(source, change));
            this.source = source;
            this.change = change;
        }

        private static Iterator<Object> read(StreamValue source, Function<Object, @Nullable Object> change) {
            if (!(source instanceof ChangedStream inner) || inner.isMaterialised()) {
                return new Changed(source.iterator(), change);
            }
            Function<Object, @Nullable Object> first = inner.change;
            return read(inner.source, element -> {
                Object changed = first.apply(element);
                return changed == null ? null : change.apply(changed);
            });
        }
    }

    private static final class Changed implements Iterator<Object>, AutoCloseable {

        private final Iterator<Object> source;
        private final Function<Object, @Nullable Object> change;
        private @Nullable Object next;

        Changed(Iterator<Object> source, Function<Object, @Nullable Object> change) {
            this.source = source;
            this.change = change;
        }

        @Override
        public boolean hasNext() {
            while (next == null && source.hasNext()) {
                next = change.apply(source.next());
            }
            return next != null;
        }

        @Override
        public Object next() {
            Object element = hasNext() ? next : null;
            if (element == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return element;
        }

        @Override
        public void forEachRemaining(Consumer<? super Object> action) {
            Object first = next;
            next = null;
            if (first != null) {
                action.accept(first);
            }
            source.forEachRemaining(element -> {
                Object changed = change.apply(element);
                if (changed != null) {
                    action.accept(changed);
                }
            });
        }

        @Override
        public void close() {
            StreamValue.close(source);
        }
    }

    private static final class Part implements Iterator<Object>, AutoCloseable {

        private final Iterator<Object> source;
        private long skip;
        private long left;

        Part(Iterator<Object> source, long offset, long limit) {
            this.source = source;
            this.skip = offset;
            this.left = limit;
        }

        @Override
        public boolean hasNext() {
            if (left == 0) {
                close();
                return false;
            }
            for (; skip > 0 && source.hasNext(); skip--) {
                source.next();
            }
            return source.hasNext();
        }

        @Override
        public Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            left--;
            return source.next();
        }

        @Override
        public void close() {
            StreamValue.close(source);
        }
    }
}
