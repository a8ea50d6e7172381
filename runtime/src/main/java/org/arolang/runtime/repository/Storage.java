package org.arolang.runtime.repository;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository keeps its records. It knows positions, identities and fields, but neither the rules of Store nor those of Clear.
 * Used under the repository's lock only.
 */
interface Storage {

    int size();

    /** All entries at this moment; immutable, in constant time. */
    Snapshot snapshot(long version);

    /** The entry with the smallest position; there must be one. */
    Entry oldest();

    /** The entry of that identity, or null. */
    @Nullable
    Entry find(Object key);

    /** Adds an entry whose identity and position are free. */
    void add(Entry entry);

    /** Puts {@code next} in the place of {@code present}, which has the same identity and position. */
    void replace(Entry present, Entry next);

    void remove(Entry present);

    void clear();

    /** Keeps an index of a field from now on. */
    void index(String field);

    /** The entries whose field has this value, by position; null when there is no index of the field. */
    @Nullable
    Collection<Entry> lookUp(String field, Object value);
}
