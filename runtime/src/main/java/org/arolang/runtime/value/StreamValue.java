package org.arolang.runtime.value;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A lazy list ([VAL-9]). Each {@link #iterator()} reads the source anew, in memory that does not depend on its length, until something
 * asks for the size or a position: then the elements are read once and kept. A source that fails does so at whoever is reading ([VAL-10]).
 *
 * <p>An iterator of the source may be {@link AutoCloseable}; whoever stops before its end hands it to {@link #close}. Thread-safe if
 * the source is.
 */
public class StreamValue extends ListValue {

    private final Supplier<? extends Iterator<? extends Object>> source;
    private volatile @Nullable ListValue elements;

    public StreamValue(Supplier<? extends Iterator<? extends Object>> source) {
        this.source = source;
    }

    @Override
    public int size() {
        return materialise().size();
    }

    @Override
    public Object get(int index) {
        return materialise().get(index);
    }

    @Override
    public boolean isEmpty() {
        ListValue known = elements;
        if (known != null) return known.isEmpty();
        Iterator<Object> iterator = iterator();
        try {
            return !iterator.hasNext();
        } finally {
            close(iterator);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Iterator<Object> iterator() {
        ListValue known = elements;
        return known != null ? known.iterator() : (Iterator<Object>) source.get();
    }

    @Override
    public void forEach(Consumer<? super Object> action) {
        iterator().forEachRemaining(action);
    }

    @Override
    public Object[] toArray() {
        return materialise().toArray();
    }

    /** Whether the elements have been read and kept. */
    protected final boolean isMaterialised() {
        return elements != null;
    }

    /** The elements as an ordinary list, read at most once. */
    public ListValue materialise() {
        ListValue known = elements;
        if (known == null) {
            synchronized (this) {
                known = elements;
                if (known == null) {
                    Builder builder = new Builder();
                    Iterator<Object> iterator = iterator();
                    try {
                        while (iterator.hasNext()) builder.add(iterator.next());
                    } finally {
                        close(iterator);
                    }
                    known = builder.build();
                    elements = known;
                }
            }
        }
        return known;
    }

    /** Closes an iterator of a list that was not read to its end; does nothing for those that need no closing. */
    public static void close(Iterator<?> iterator) {
        if (iterator instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Failure failure) {
                throw failure;
            } catch (Exception reason) {
                throw new Failure("Cannot close the stream", reason);
            }
        }
    }
}
