package org.arolang.runtime.code;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Body;
import org.jspecify.annotations.Nullable;

/**
 * A feature set whose control flow runs natively. The native function runs until it needs the runtime, returns the number of the operation,
 * and is called again when that has been performed; no Java frame ever lies above a native one, so a waiting operation pins no thread.
 * Thread-safe: each execution has a frame of its own, which is used again afterwards.
 */
public final class NativeBody implements Body {

    private static final int DONE = -1;
    private static final int OVERFLOW = -2;
    private static final int PLACE_CELL = 1;

    private final Stepping stepping;
    private final long function;
    private final SteppedOperations operations;
    private final Layout layout;
    private final ConcurrentLinkedDeque<MemorySegment> frames = new ConcurrentLinkedDeque<>();

    /**
     * How an execution keeps its state.
     *
     * @param cells how many cells a frame has
     * @param values how many boxed variables and iterators there are
     * @param names names of the boxed variables, in order; empty for hidden ones
     * @param unboxed the variables that are kept in cells
     * @param places the places that native failures are blamed on
     */
    public record Layout(int cells, int values, List<String> names, List<Unboxed> unboxed, List<Place> places) {}

    /** A variable that is kept in a cell. */
    public record Unboxed(String name, int cell, Kind kind) {

        /** What the cell holds. */
        public enum Kind {
            INTEGER, FLOAT, BOOLEAN
        }

        private Object read(MemorySegment frame) {
            return switch (kind) {
                case INTEGER -> Cells.integer(frame, cell);
                case FLOAT -> Cells.number(frame, cell);
                case BOOLEAN -> Cells.truth(frame, cell);
            };
        }
    }

    /** @param function the address of the feature set's function */
    public NativeBody(Stepping stepping, long function, SteppedOperations operations, Layout layout) {
        this.stepping = stepping;
        this.function = function;
        this.operations = operations;
        this.layout = layout;
    }

    @Override
    public void run(Activation activation) {
        Object[] values = new Object[layout.values];
        MemorySegment frame = acquire();
        try {
            operations.enter(activation, values);
            int next = step(frame, 0);
            while (next >= 0) {
                operations.perform(next, activation, values, frame);
                next = step(frame, next + 1);
            }
            if (next != DONE) {
                throw failure(next, activation, values, frame);
            }
        } finally {
            release(frame);
        }
    }

    private int step(MemorySegment frame, int position) {
        return stepping.step(function, frame.address(), position);
    }

    private RuntimeException failure(int kind, Activation activation, @Nullable Object[] values, MemorySegment frame) {
        Place place = layout.places.get((int) Cells.integer(frame, PLACE_CELL));
        Failure failure = new Failure(kind == OVERFLOW ? "Integer overflow" : "Division by zero");
        List<String> names = new ArrayList<>(layout.names);
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(values).subList(0, names.size()));
        for (Unboxed variable : layout.unboxed) {
            names.add(variable.name);
            all.add(variable.read(frame));
        }
        return Failures.locate(failure, place, activation, names.toArray(String[]::new), all.toArray());
    }

    private MemorySegment acquire() {
        MemorySegment frame = frames.pollFirst();
        return frame != null ? frame : Arena.ofAuto().allocate(layout.cells * 8L, 8);
    }

    private void release(MemorySegment frame) {
        frames.addFirst(frame);
    }
}
