package org.arolang.runtime.value;

import org.jspecify.annotations.Nullable;

/** {@code +7d}, {@code -3h}, {@code +1M} ([VAL-215], [DATA-93]): a date so much later or earlier. */
record DateOffset(String name, long count, DateUnit unit) implements Operation {

    /** The offset that the text is, or null. */
    static @Nullable DateOffset parse(String text) {
        if (text.length() < 3 || text.charAt(0) != '+' && text.charAt(0) != '-') return null;
        int end = 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++;
        if (end == 1 || end > 19) return null;
        DateUnit unit = DateUnit.of(text.substring(end));
        if (unit == null) return null;
        long count = Long.parseLong(text.substring(1, end));
        return new DateOffset(text, text.charAt(0) == '-' ? -count : count, unit);
    }

    @Override
    public Object apply(Object input, Parameters parameters) {
        return unit.add(BasicOperations.dateOrText(input), count);
    }

    /** An offset is no qualifier of expressions ([VAL-83]). */
    @Override
    public boolean standsAlone() {
        return false;
    }
}
