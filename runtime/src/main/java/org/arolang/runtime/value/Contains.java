package org.arolang.runtime.value;

import java.time.Instant;
import java.util.Iterator;

/** {@code left contains right} ([VAL-61]). */
public final class Contains {

    private Contains() {}

    public static boolean test(Object left, Object right) {
        if (left instanceof DateRange range) return inRange(range, right);
        if (right instanceof DateRange range && Dates.of(left) != null) return inRange(range, left);
        if (left instanceof ListValue list) return element(list, right);
        String sought = Text.string(right);
        if (sought == null) return false;
        if (left instanceof ObjectValue object) return object.has(sought);
        if (left instanceof RegexValue regex) return regex.property(sought) != null;
        String text = Text.string(left);
        return text != null && text.contains(sought);
    }

    private static boolean inRange(DateRange range, Object value) {
        Instant date = Dates.of(value);
        return date != null && range.contains(date);
    }

    private static boolean element(ListValue list, Object value) {
        Iterator<Object> elements = list.iterator();
        try {
            while (elements.hasNext()) {
                if (Equality.loose(elements.next(), value)) return true;
            }
            return false;
        } finally {
            StreamValue.close(elements);
        }
    }
}
