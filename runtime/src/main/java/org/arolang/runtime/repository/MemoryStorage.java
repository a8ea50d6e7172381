package org.arolang.runtime.repository;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records in memory: a tree by position, a hash table by identity, and one for each field that programs ask for. */
final class MemoryStorage implements Storage {

    private final EntryTree tree = new EntryTree();
    private final Map<Object, Entry> byKey = new HashMap<>();
    private final Map<String, FieldIndex> indexes = new HashMap<>();

    @Override
    public int size() {
        return tree.size();
    }

    @Override
    public Snapshot snapshot(long version) {
        return tree.snapshot(version);
    }

    @Override
    public Entry oldest() {
        return tree.get(0);
    }

    @Override
    public @Nullable Entry find(Object key) {
        return byKey.get(key);
    }

    @Override
    public void add(Entry entry) {
        byKey.put(entry.key(), entry);
        tree.insert(entry);
        if (!indexes.isEmpty()) {
            indexes.values().forEach(index -> index.add(entry));
        }
    }

    @Override
    public void replace(Entry present, Entry next) {
        byKey.put(next.key(), next);
        tree.replace(next);
        if (!indexes.isEmpty()) {
            for (FieldIndex index : indexes.values()) {
                index.remove(present);
                index.add(next);
            }
        }
    }

    @Override
    public void remove(Entry present) {
        byKey.remove(present.key());
        tree.remove(present.position());
        if (!indexes.isEmpty()) {
            indexes.values().forEach(index -> index.remove(present));
        }
    }

    @Override
    public void clear() {
        byKey.clear();
        tree.clear();
        indexes.values().forEach(FieldIndex::clear);
    }

    @Override
    public void index(String field) {
        if (indexes.containsKey(field)) {
            return;
        }
        FieldIndex index = new FieldIndex(field);
        for (int i = 0; i < tree.size(); i++) {
            index.add(tree.get(i));
        }
        indexes.put(field, index);
    }

    @Override
    public @Nullable Collection<Entry> lookUp(String field, Object value) {
        FieldIndex index = indexes.get(field);
        if (index != null) {
            return index.find(value);
        }
        Object key = switch (field) {
            case Identity.ID -> Identity.ofId(value);
            case "_value" -> Identity.ofPlain(value);
            default -> null;
        };
        if (key == null) {
            return null;
        }
        Entry entry = byKey.get(key);
        return entry == null ? List.of() : List.of(entry);
    }
}
