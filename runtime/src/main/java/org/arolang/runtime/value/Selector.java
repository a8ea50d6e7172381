package org.arolang.runtime.value;

import java.util.Iterator;
import java.util.Locale;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;
import org.jspecify.annotations.Nullable;

/** A selector of list elements ([VAL-95]), read once when the program loads. Numbers count from the back: 0 is the newest. */
public sealed interface Selector {

    /** What it selects: one element, {@code ""} where there is none, or a recency list. */
    Object select(ListValue list);

    record First() implements Selector {
        @Override
        public Object select(ListValue list) {
            Iterator<Object> elements = list.iterator();
            try {
                return elements.hasNext() ? elements.next() : "";
            } finally {
                StreamValue.close(elements);
            }
        }
    }

    record Last() implements Selector {
        @Override
        public Object select(ListValue list) {
            int size = list.size();
            return size == 0 ? "" : list.get(size - 1);
        }
    }

    record Index(long k) implements Selector {
        @Override
        public Object select(ListValue list) {
            int size = list.size();
            return k < size ? list.get(size - 1 - (int) k) : "";
        }
    }

    /** @param low not above {@code high}, whatever the order written */
    record Range(long low, long high) implements Selector {
        @Override
        public Object select(ListValue list) {
            int size = list.size();
            if (low >= size) return ListValue.EMPTY.asRecency();
            int from = (int) low;
            int count = (int) Math.min(high, size - 1L) - from + 1;
            Object[] newestFirst = new Object[count];
            for (int i = 0; i < count; i++) newestFirst[i] = list.get(size - 1 - from - i);
            return ListValue.owning(newestFirst).asRecency();
        }
    }

    record Pick(long... positions) implements Selector {
        @Override
        public Object select(ListValue list) {
            int size = list.size();
            ListValue.Builder picked = new ListValue.Builder(positions.length);
            for (long k : positions) {
                if (k < size) picked.add(list.get(size - 1 - (int) k));
            }
            return picked.build().asRecency();
        }
    }

    /** A value qualifier that needs no parameters. */
    record Qualified(Operation operation) implements Selector {
        @Override
        public Object select(ListValue list) {
            return operation.apply(list, Parameters.NONE);
        }
    }

    /** The selector that the text is, in any letter case; null when it is none. */
    static @Nullable Selector parse(String text) {
        Selector positional = parsePositions(text);
        if (positional != null) return positional;
        Operation operation = Operations.find(text);
        return operation == null || !operation.standsAlone() ? null : new Qualified(operation);
    }

    /** {@code first}, {@code last}, an index, a range or a pick; null for everything else. */
    static @Nullable Selector parsePositions(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "first" -> {
                return new First();
            }
            case "last" -> {
                return new Last();
            }
            default -> {
                // A position, if anything.
            }
        }
        long single = position(text);
        if (single >= 0) return new Index(single);
        int dash = text.indexOf('-');
        if (dash > 0) {
            long a = position(text.substring(0, dash).strip());
            long b = position(text.substring(dash + 1).strip());
            return a < 0 || b < 0 ? null : new Range(Math.min(a, b), Math.max(a, b));
        }
        if (text.indexOf(',') < 0) return null;
        String[] parts = text.split(",", -1);
        long[] positions = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            positions[i] = position(parts[i].strip());
            if (positions[i] < 0) return null;
        }
        return new Pick(positions);
    }

    /** The number of a text that is all digits (a huge one just lies outside every list), else -1. */
    private static long position(String text) {
        if (text.isEmpty()) return -1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return -1;
        }
        return text.length() > 18 ? Long.MAX_VALUE : Long.parseLong(text);
    }

    /** What a list says of a selector it does not know. */
    static Failure unknown(String text) {
        return new Missing("Property '" + text + "' not found on type 'List'");
    }
}
