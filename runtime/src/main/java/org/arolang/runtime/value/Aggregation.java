package org.arolang.runtime.value;

import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The functions of Reduce and Group, and the operations of the same names ([DATA-180] to [DATA-183]). */
public enum Aggregation {
    COUNT, SUM, AVG, MIN, MAX, FIRST, LAST;

    /** The function of this name in any letter case, or null. */
    public static @Nullable Aggregation of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "count" -> COUNT;
            case "sum" -> SUM;
            case "avg", "average" -> AVG;
            case "min" -> MIN;
            case "max" -> MAX;
            case "first" -> FIRST;
            case "last" -> LAST;
            default -> null;
        };
    }

    /**
     * The result over a list, read once from front to back.
     *
     * @param field the field of each element, or null for the elements themselves
     */
    public Object of(ListValue list, @Nullable FieldPath field) {
        return switch (this) {
            case COUNT -> count(list, field);
            case SUM -> total(list, field, false);
            case AVG -> total(list, field, true);
            case MIN -> extreme(list, field, -1);
            case MAX -> extreme(list, field, 1);
            case FIRST -> end(first(list), field);
            case LAST -> end(last(list), field);
        };
    }

    private static Object count(ListValue list, @Nullable FieldPath field) {
        if (field == null && !(list instanceof StreamValue)) return (long) list.size();
        long count = 0;
        for (Object element : list) {
            Object value = field == null ? element : field.read(element);
            if (field == null || value != null && value != Null.NULL) count++;
        }
        return count;
    }

    private static Object total(ListValue list, @Nullable FieldPath field, boolean average) {
        Total total = new Total(field);
        list.forEach(total);
        return average && total.count > 0 ? total.sum / total.count : total.sum;
    }

    /** Adds up numbers, from front to back. */
    private static final class Total implements Consumer<Object> {

        private final @Nullable FieldPath field;
        private double sum;
        private long count;

        Total(@Nullable FieldPath field) {
            this.field = field;
        }

        @Override
        public void accept(Object element) {
            Object value = field == null ? element : field.read(element);
            if (value instanceof Double number) add(number);
            else if (value instanceof Long number) add(number);
            else if (value != null && Numbers.of(value) instanceof Number number) add(number.doubleValue());
        }

        private void add(double number) {
            sum += number;
            count++;
        }
    }

    /** The number farthest in the direction; without numbers the farthest date; with strings alone the farthest string; else 0.0. */
    private static Object extreme(ListValue list, @Nullable FieldPath field, int direction) {
        Number number = null;
        Instant date = null;
        String text = null;
        boolean onlyTexts = true;
        for (Object element : list) {
            Object value = field == null ? element : field.read(element);
            if (value == null) continue;
            Number candidate = Numbers.of(value);
            String word = Text.string(value);
            onlyTexts &= word != null;
            if (candidate != null) {
                if (number == null || Integer.signum(Numbers.compare(candidate, number)) == direction) number = candidate;
            } else if (value instanceof Instant other) {
                if (date == null || Integer.signum(other.compareTo(date)) == direction) date = other;
            } else if (word != null && (text == null || Integer.signum(Text.compare(word, text)) == direction)) {
                text = word;
            }
        }
        if (number != null) return number.doubleValue();
        if (date != null) return date;
        return onlyTexts && text != null ? text : (Object) 0.0;
    }

    private static @Nullable Object first(ListValue list) {
        Iterator<Object> elements = list.iterator();
        try {
            return elements.hasNext() ? elements.next() : null;
        } finally {
            StreamValue.close(elements);
        }
    }

    /** The last element; of a stream without keeping the others. */
    private static @Nullable Object last(ListValue list) {
        if (!(list instanceof StreamValue)) return list.isEmpty() ? null : list.get(list.size() - 1);
        Object last = null;
        for (Object element : list) last = element;
        return last;
    }

    private static Object end(@Nullable Object element, @Nullable FieldPath field) {
        Object value = element == null || field == null ? element : field.read(element);
        return value == null ? "" : value;
    }
}
