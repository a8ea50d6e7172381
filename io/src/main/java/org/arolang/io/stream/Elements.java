package org.arolang.io.stream;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/** The elements that a source of lines gives, one after the other. Closes its source at the end. Not thread-safe. */
final class Elements implements Iterator<Object>, AutoCloseable {

    private final ByteLines lines;
    private final Source source;
    private final Function<IOException, Failure> failure;
    private @Nullable Object next;
    private boolean ended;

    /** Makes elements of lines. */
    @FunctionalInterface
    interface Source {

        /** The next element, or null at the end. */
        @Nullable
        Object next(ByteLines lines) throws IOException;
    }

    /**
     * @param failure what a failed reading is to the program
     */
    Elements(ByteLines lines, Source source, Function<IOException, Failure> failure) {
        this.lines = lines;
        this.source = source;
        this.failure = failure;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = source.next(lines);
                if (next == null) {
                    close();
                }
            } catch (IOException problem) {
                throw failure.apply(problem);
            }
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
    public void close() {
        ended = true;
        try {
            lines.close();
        } catch (IOException problem) {
            throw failure.apply(problem);
        }
    }
}
