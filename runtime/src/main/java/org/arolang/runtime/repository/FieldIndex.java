package org.arolang.runtime.repository;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.arolang.runtime.value.FieldPath;
import org.arolang.runtime.value.RepositoryKey;
import org.jspecify.annotations.Nullable;

/** The entries by the value of one field. Not thread-safe. */
final class FieldIndex {

    private final FieldPath field;
    /** By the key of the value: the one entry, or several by position. */
    private final Map<Object, Object> buckets = new HashMap<>();

    FieldIndex(String path) {
        field = FieldPath.of(path);
    }

    void add(Entry entry) {
        Object value = field.read(entry.value());
        if (value != null) {
            buckets.merge(RepositoryKey.of(value), entry, FieldIndex::join);
        }
    }

    @SuppressWarnings("unchecked")
    private static Object join(Object bucket, Object added) {
        Entry entry = (Entry) added;
        TreeMap<Long, Entry> entries;
        if (bucket instanceof Entry single) {
            entries = new TreeMap<>();
            entries.put(single.position(), single);
        } else {
            entries = (TreeMap<Long, Entry>) bucket;
        }
        entries.put(entry.position(), entry);
        return entries;
    }

    void remove(Entry entry) {
        Object value = field.read(entry.value());
        if (value != null) {
            buckets.computeIfPresent(RepositoryKey.of(value), (_, bucket) -> without(bucket, entry));
        }
    }

    private static @Nullable Object without(Object bucket, Entry entry) {
        if (bucket instanceof TreeMap<?, ?> entries) {
            entries.remove(entry.position());
            return entries.isEmpty() ? null : entries;
        }
        return null;
    }

    /** The entries whose field has this value, by position. */
    @SuppressWarnings("unchecked")
    Collection<Entry> find(Object value) {
        return switch (buckets.get(RepositoryKey.of(value))) {
            case null -> List.of();
            case Entry single -> List.of(single);
            case Object several -> ((TreeMap<Long, Entry>) several).values();
        };
    }

    void clear() {
        buckets.clear();
    }
}
