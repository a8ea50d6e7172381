package org.arolang.web.request;

import java.util.ArrayList;
import java.util.List;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.routing.PercentDecoding;
import org.jspecify.annotations.Nullable;

/** Names and values of a query or form in their order ([WEB-70], [WEB-82]). Immutable. */
public final class QueryString {

    static final QueryString EMPTY = new QueryString(List.of(), List.of());

    private final List<String> names;
    private final List<String> values;

    private QueryString(List<String> names, List<String> values) {
        this.names = names;
        this.values = values;
    }

    /** The decoded pairs of a query, without its {@code ?}; empty names are skipped. */
    public static QueryString of(@Nullable String raw) {
        return raw == null || raw.isEmpty() ? EMPTY : of(raw, Integer.MAX_VALUE);
    }

    /** @param most how many pairs to read at most; one more is read so that the excess shows in {@link #size} */
    static QueryString of(String raw, int most) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        int from = 0;
        while (from <= raw.length() && names.size() <= most) {
            int end = raw.indexOf('&', from);
            if (end < 0) end = raw.length();
            int equals = raw.indexOf('=', from);
            if (equals < 0 || equals > end) equals = end;
            String name = PercentDecoding.form(raw.substring(from, equals));
            if (!name.isEmpty()) {
                names.add(name);
                values.add(equals < end ? PercentDecoding.form(raw.substring(equals + 1, end)) : "");
            }
            from = end + 1;
        }
        return new QueryString(names, values);
    }

    int size() {
        return names.size();
    }

    String name(int index) {
        return names.get(index);
    }

    String value(int index) {
        return values.get(index);
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /** The last value of a name, or null. */
    public @Nullable String last(String name) {
        int index = names.lastIndexOf(name);
        return index < 0 ? null : values.get(index);
    }

    /** The first value of a name, or null. */
    @Nullable
    String first(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values.get(index);
    }

    /** All values of a name. */
    List<String> all(String name) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) all.add(values.get(i));
        }
        return all;
    }

    /** Every name with its last value. */
    void into(ObjectValue.Builder object) {
        for (int i = 0; i < names.size(); i++) object.put(names.get(i), values.get(i));
    }
}
