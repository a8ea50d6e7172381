package org.arolang.runtime.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable object: a shared {@link Shape} and the values of its keys in code-point order of the keys ([VAL-3]). Thread-safe; made
 * visible to other threads like any immutable object, by its final fields.
 *
 * <p>Java equality is deep equality ([VAL-31]), with NaN equal to itself.
 */
public final class ObjectValue {

    public static final ObjectValue EMPTY = new ObjectValue(Shape.EMPTY, new Object[0]);

    private final Shape shape;
    private final Object[] values;
    private volatile byte @Nullable [] json;
    /** Set by the first writing of an object that may be kept; its bytes are worth keeping only when there is a second one. */
    private boolean written;

    private ObjectValue(Shape shape, Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** The object of a shape whose keys are known, the values being in code-point order of the keys; the array now belongs to it. */
    public static ObjectValue ofShape(Shape shape, Object[] values) {
        if (values.length != shape.size()) throw new IllegalArgumentException("as many values as keys");
        return new ObjectValue(shape, values);
    }

    /** {@code of("a", 1L, "b", "x")}. */
    public static ObjectValue of(Object... keysAndValues) {
        Builder builder = new Builder(keysAndValues.length / 2);
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) builder.put((String) keysAndValues[i], keysAndValues[i + 1]);
        return builder.build();
    }

    public static ObjectValue copyOf(Map<String, ?> entries) {
        Builder builder = new Builder(entries.size());
        entries.forEach(builder::put);
        return builder.build();
    }

    /** The value of a key, or null when there is none. */
    public @Nullable Object get(String key) {
        int index = shape.indexOf(key);
        return index < 0 ? null : values[index];
    }

    public boolean has(String key) {
        return shape.indexOf(key) >= 0;
    }

    /** The keys in code-point order. */
    public List<String> keys() {
        return shape.keys();
    }

    public int size() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    public String keyAt(int index) {
        return shape.key(index);
    }

    public Object valueAt(int index) {
        return values[index];
    }

    public Shape shape() {
        return shape;
    }

    /** The values in code-point order of their keys. */
    public ListValue values() {
        return ListValue.of(values);
    }

    /** This object with the key set. */
    @SuppressWarnings("ReferenceEquality") // The very same value changes nothing.
    public ObjectValue with(String key, Object value) {
        int index = shape.indexOf(key);
        if (index >= 0) {
            if (values[index] == value) return this;
            Object[] changed = values.clone();
            changed[index] = value;
            return new ObjectValue(shape, changed);
        }
        Shape larger = shape.plus(key);
        int place = larger.indexOf(key);
        Object[] more = new Object[values.length + 1];
        System.arraycopy(values, 0, more, 0, place);
        more[place] = value;
        System.arraycopy(values, place, more, place + 1, values.length - place);
        return new ObjectValue(larger, more);
    }

    /** This object without the key. */
    public ObjectValue without(String key) {
        int index = shape.indexOf(key);
        if (index < 0) return this;
        if (values.length == 1) return EMPTY;
        Object[] fewer = new Object[values.length - 1];
        System.arraycopy(values, 0, fewer, 0, index);
        System.arraycopy(values, index + 1, fewer, index, fewer.length - index);
        return new ObjectValue(shape.minus(index), fewer);
    }

    /** This object with all keys of {@code other}, whose values win. */
    public ObjectValue withAll(ObjectValue other) {
        if (other.isEmpty()) return this;
        if (isEmpty() || other.shape == shape) return other;
        if (other.size() == 1) return with(other.keyAt(0), other.valueAt(0));
        return new Builder(size() + other.size()).putAll(this).putAll(other).build();
    }

    /** Compact JSON in UTF-8 ([VAL-140]), made at most once (unless it holds streams or handles) and kept; not to be changed. */
    public byte[] jsonUtf8() {
        byte[] known = json;
        if (known == null) {
            ByteSink sink = new ByteSink(32 + 24 * values.length);
            boolean keep = JsonWriter.object(sink, this);
            known = sink.toByteArray();
            if (keep) json = known;
        }
        return known;
    }

    byte @Nullable [] keptJson() {
        return json;
    }

    /** Notes one writing of this object; true when it is not the first, so that the bytes are now worth keeping. */
    boolean writtenAgain() {
        if (written) return true;
        written = true;
        return false;
    }

    void keepJson(byte[] bytes) {
        json = bytes;
    }

    Object[] rawValues() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectValue object && Equality.sameObject(this, object);
    }

    @Override
    public int hashCode() {
        int hash = 7;
        for (int i = 0; i < values.length; i++) hash = 31 * (31 * hash + shape.key(i).hashCode()) + Equality.hashOf(values[i]);
        return hash;
    }

    @Override
    public String toString() {
        return Text.of(this);
    }

    /** Collects keys and values in any order; of equal keys the last counts. Not thread-safe; usable again after {@link #build()}. */
    public static final class Builder {

        private @Nullable String[] keys;
        private @Nullable Object[] values;
        private int size;

        public Builder() {
            this(8);
        }

        public Builder(int expected) {
            keys = new String[Math.max(expected, 1)];
            values = new Object[keys.length];
        }

        public Builder put(String key, Object value) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            keys[size] = key;
            values[size++] = value;
            return this;
        }

        public Builder putAll(ObjectValue object) {
            for (int i = 0; i < object.size(); i++) put(object.keyAt(i), object.valueAt(i));
            return this;
        }

        public boolean isEmpty() {
            return size == 0;
        }

        public ObjectValue build() {
            ObjectValue object = size == 0 ? EMPTY : Layout.find(keys, 0, size).make(values, 0);
            size = 0;
            return object;
        }
    }
}
