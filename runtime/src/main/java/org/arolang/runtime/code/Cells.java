package org.arolang.runtime.code;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Access to the cells of a native frame, 64 bits each. */
public final class Cells {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

    private Cells() {}

    public static long integer(MemorySegment frame, int cell) {
        return frame.getAtIndex(LONG, cell);
    }

    public static double number(MemorySegment frame, int cell) {
        return frame.getAtIndex(DOUBLE, cell);
    }

    public static boolean truth(MemorySegment frame, int cell) {
        return frame.getAtIndex(LONG, cell) != 0;
    }

    public static void put(long value, MemorySegment frame, int cell) {
        frame.setAtIndex(LONG, cell, value);
    }

    public static void put(double value, MemorySegment frame, int cell) {
        frame.setAtIndex(DOUBLE, cell, value);
    }

    public static void put(boolean value, MemorySegment frame, int cell) {
        frame.setAtIndex(LONG, cell, value ? 1 : 0);
    }
}
