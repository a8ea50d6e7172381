package org.arolang.runtime.repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * An ordered collection of records ([APP-98] to [APP-118]). Every operation is atomic and linearizable with respect to all others: changes
 * are made under a lock that is held for one change only, and readers get immutable snapshots, mostly without taking it. What changes set
 * off is not decided here but in {@link Repositories}.
 */
public final class Repository {

    private final String name;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Storage storage;

    private long nextPosition;
    private long version;
    private long lastStored = Long.MIN_VALUE;
    private long maxSize = Long.MAX_VALUE;
    private long ttlNanos;
    /** The records by age while there is a ttl; also holds entries that have gone, which are skipped. */
    private @Nullable PriorityQueue<Entry> byAge;

    /** The last snapshot, null since a change. */
    private volatile @Nullable Snapshot current;
    private volatile boolean expires;
    private volatile Runnable whenChanged = () -> {};

    Repository(String name, LongSupplier clock) {
        this.name = name;
        this.clock = clock;
        this.storage = new MemoryStorage();
    }

    public String name() {
        return name;
    }

    /** All records, oldest first; immutable and made without copying. */
    public ListValue snapshot() {
        return takeSnapshot();
    }

    /** All records as {@link #snapshot} gives them, noted as a full read of an execution ([APP-153]). */
    public ListValue readAll(RepositoryNotes notes) {
        RepositoryNotes.Note note = notes.of(name);
        Snapshot snapshot = takeSnapshot();
        while (!note.read(snapshot)) {
            snapshot = takeSnapshot();
        }
        return snapshot;
    }

    /** The number of records. */
    public int count() {
        return takeSnapshot().size();
    }

    /** Keeps an index of a field from now on, so that records are found by its value without a search. */
    public void requestIndex(String field) {
        if (field.equals(Identity.ID) || field.equals("_value")) {
            return;
        }
        lock.lock();
        try {
            storage.index(field);
        } finally {
            lock.unlock();
        }
    }

    /**
     * A field that must have a value for a record to match: the way to find records without testing all of them.
     *
     * @param field the dotted path
     */
    public record Probe(String field, Object value) {}

    /**
     * The records that pass a test, oldest first.
     *
     * @param probes what every record that passes has; the test is made all the same
     */
    public ListValue find(Predicate<Object> test, List<Probe> probes) {
        List<Object> candidates = candidates(probes);
        ListValue.Builder found = new ListValue.Builder();
        for (Object record : candidates == null ? takeSnapshot() : candidates) {
            if (test.test(record)) {
                found.add(record);
            }
        }
        return found.build();
    }

    private @Nullable List<Object> candidates(List<Probe> probes) {
        if (probes.isEmpty()) {
            return null;
        }
        lock.lock();
        try {
            dropExpired();
            Collection<Entry> entries = narrowest(probes);
            if (entries == null) {
                return null;
            }
            List<Object> values = new ArrayList<>(entries.size());
            for (Entry entry : entries) {
                values.add(entry.value());
            }
            return values;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Collection<Entry> narrowest(List<Probe> probes) {
        Collection<Entry> best = null;
        for (Probe probe : probes) {
            Collection<Entry> entries = storage.lookUp(probe.field, probe.value);
            if (entries != null && (best == null || entries.size() < best.size())) {
                best = entries;
            }
        }
        return best;
    }

    /**
     * Stores one value ([APP-103], [APP-105]).
     *
     * @param notes those of the execution, or null when there is none
     */
    public StoreOutcome store(Object value, @Nullable RepositoryNotes notes) {
        RepositoryNotes.Note note = notes == null ? null : notes.of(name);
        lock.lock();
        try {
            dropExpired();
            return storeHere(value, note);
        } finally {
            lock.unlock();
        }
    }

    /** Stores one element of a recency list by [APP-102]. */
    public StoreOutcome storeRecent(Object value, RepositoryNotes notes) {
        RepositoryNotes.Note note = notes.of(name);
        Object key = Identity.of(value);
        lock.lock();
        try {
            dropExpired();
            Entry removed = key == null ? null : note.removed(key);
            if (removed != null) {
                return putBack(removed, value, note);
            }
            if (key != null && note.isLeft(key)) {
                Entry present = storage.find(key);
                return StoreOutcome.unchanged(present == null ? value : present.value());
            }
            return storeHere(value, note);
        } finally {
            lock.unlock();
        }
    }

    /** Puts a record that this execution removed back where it was. */
    private StoreOutcome putBack(Entry removed, Object value, RepositoryNotes.Note note) {
        Entry present = storage.find(removed.key());
        if (present == null) {
            Entry entry = removed.value().equals(value) ? removed : new Entry(removed.position(), removed.key(), value, now());
            add(entry, note);
            return new StoreOutcome(StoreOutcome.Kind.CREATED, entry.value(), null, evict());
        }
        Entry moved = present;
        if (present.position() != removed.position()) {
            storage.remove(present);
            moved = present.at(removed.position());
            storage.add(moved);
            changed();
        }
        note.stored(moved, version);
        return StoreOutcome.unchanged(present.value());
    }

    private StoreOutcome storeHere(Object value, RepositoryNotes.@Nullable Note note) {
        return value instanceof ObjectValue object ? storeObject(object, note) : storePlain(value, note);
    }

    private StoreOutcome storeObject(ObjectValue object, RepositoryNotes.@Nullable Note note) {
        Object id = Identity.id(object);
        if (id != null) {
            Object key = Identity.ofId(id);
            Entry present = storage.find(key);
            return present == null ? create(key, object, note) : update(present, object, note);
        }
        Entry namesake = namesake(object);
        Object known = namesake == null ? null : Identity.id((ObjectValue) namesake.value());
        if (namesake != null && known != null) {
            return replace(namesake, object.with(Identity.ID, known), note);
        }
        String fresh = Identity.newId();
        return create(fresh, object.with(Identity.ID, fresh), note);
    }

    /** The oldest record with the same {@code name}, or without one the same {@code key} ([APP-103] step 2). */
    private @Nullable Entry namesake(ObjectValue object) {
        String field = isThere(object.get("name")) ? "name" : "key";
        Object value = object.get(field);
        if (value == null || value == Null.NULL) {
            return null;
        }
        storage.index(field);
        Collection<Entry> same = storage.lookUp(field, value);
        if (same != null) {
            for (Entry entry : same) {
                if (entry.value() instanceof ObjectValue) {
                    return entry;
                }
            }
        }
        return null;
    }

    private static boolean isThere(@Nullable Object value) {
        return value != null && value != Null.NULL;
    }

    private StoreOutcome storePlain(Object value, RepositoryNotes.@Nullable Note note) {
        Object key = Identity.ofPlain(value);
        Entry present = storage.find(key);
        if (present != null) {
            noteStored(present, note);
            return StoreOutcome.unchanged(present.value());
        }
        return create(key, value, note);
    }

    private StoreOutcome create(Object key, Object value, RepositoryNotes.@Nullable Note note) {
        add(new Entry(nextPosition++, key, value, now()), note);
        return new StoreOutcome(StoreOutcome.Kind.CREATED, value, null, evict());
    }

    private StoreOutcome update(Entry present, ObjectValue object, RepositoryNotes.@Nullable Note note) {
        if (present.value().equals(object)) {
            noteStored(present, note);
            return StoreOutcome.unchanged(present.value());
        }
        return replace(present, object, note);
    }

    private StoreOutcome replace(Entry present, ObjectValue object, RepositoryNotes.@Nullable Note note) {
        Entry next = new Entry(present.position(), present.key(), object, now());
        storage.replace(present, next);
        if (byAge != null) {
            byAge.add(next);
        }
        changed();
        noteStored(next, note);
        return new StoreOutcome(StoreOutcome.Kind.UPDATED, object, present.value(), List.of());
    }

    private void add(Entry entry, RepositoryNotes.@Nullable Note note) {
        storage.add(entry);
        if (byAge != null) {
            byAge.add(entry);
        }
        changed();
        noteStored(entry, note);
    }

    private void noteStored(Entry entry, RepositoryNotes.@Nullable Note note) {
        if (note != null) {
            note.stored(entry, version);
        }
    }

    /** Removes the oldest records until the limit holds ([APP-118]). */
    private List<Object> evict() {
        if (storage.size() <= maxSize) {
            return List.of();
        }
        List<Object> evicted = new ArrayList<>();
        while (storage.size() > maxSize) {
            Entry oldest = storage.oldest();
            storage.remove(oldest);
            evicted.add(oldest.value());
        }
        changed();
        return evicted;
    }

    /**
     * Removes the records that pass a test and answers them, oldest first ([APP-114]).
     *
     * @param probes as for {@link #find}
     */
    public ListValue delete(Predicate<Object> test, List<Probe> probes, @Nullable RepositoryNotes notes) {
        RepositoryNotes.Note note = notes == null ? null : notes.of(name);
        lock.lock();
        try {
            dropExpired();
            Collection<Entry> entries = narrowest(probes);
            Iterable<Entry> candidates = entries == null ? storage.snapshot(version).entries() : List.copyOf(entries);
            List<Entry> doomed = new ArrayList<>();
            for (Entry entry : candidates) {
                if (test.test(entry.value())) {
                    doomed.add(entry);
                }
            }
            ListValue.Builder removed = new ListValue.Builder(doomed.size());
            for (Entry entry : doomed) {
                storage.remove(entry);
                changed();
                removed.add(entry.value());
                if (note != null) {
                    note.deleted(entry, version);
                }
            }
            return removed.build();
        } finally {
            lock.unlock();
        }
    }

    /** Removes all records, or exactly those that the execution has seen and that are still as it saw them ([APP-153]). */
    public void clear(@Nullable RepositoryNotes notes) {
        RepositoryNotes.Note note = notes == null ? null : notes.of(name);
        lock.lock();
        try {
            dropExpired();
            if (note == null || !note.hasSeen() || isAsSeen(note)) {
                Snapshot all = storage.snapshot(version);
                storage.clear();
                if (byAge != null) {
                    byAge.clear();
                }
                changed();
                if (note != null) {
                    note.cleared(all, version);
                }
            } else {
                clearSeen(note);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isAsSeen(RepositoryNotes.Note note) {
        Snapshot seen = note.seen();
        return seen != null && seen.version() == version && !note.hasStoredSince();
    }

    private void clearSeen(RepositoryNotes.Note note) {
        Map<Object, Entry> seen = note.seenByKey();
        for (Entry noted : seen.values()) {
            Entry present = storage.find(noted.key());
            if (present != null && present.isSameState(noted)) {
                storage.remove(present);
                changed();
                note.deleted(present, version);
            } else {
                note.left(noted.key());
            }
        }
        note.forgetSeen();
    }

    /** Limits the age of records, at once ([APP-116], [APP-117]). */
    void limitAge(double seconds) {
        lock.lock();
        try {
            ttlNanos = (long) Math.min(seconds * 1e9, Long.MAX_VALUE / 4.0);
            if (byAge == null) {
                byAge = new PriorityQueue<>(Comparator.comparingLong(Entry::storedAt));
                for (Entry entry : storage.snapshot(version).entries()) {
                    byAge.add(entry);
                }
                expires = true;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Limits the number of records, from the next Store on ([APP-116], [APP-118]). */
    void limitSize(long records) {
        lock.lock();
        try {
            maxSize = records;
        } finally {
            lock.unlock();
        }
    }

    /** Sets what is told of each change of the records, under the lock: it must be quick. */
    void whenChanged(Runnable listener) {
        whenChanged = listener;
    }

    private Snapshot takeSnapshot() {
        Snapshot known = current;
        if (known != null && !expires) {
            return known;
        }
        lock.lock();
        try {
            dropExpired();
            known = current;
            if (known == null) {
                known = storage.snapshot(version);
                current = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** Drops what is older than the ttl ([APP-117]). */
    private void dropExpired() {
        PriorityQueue<Entry> queue = byAge;
        if (queue == null) {
            return;
        }
        long now = clock.getAsLong();
        for (Entry oldest = queue.peek(); oldest != null && now - oldest.storedAt() > ttlNanos; oldest = queue.peek()) {
            queue.remove();
            Entry present = storage.find(oldest.key());
            if (present != null && present.isSameState(oldest)) {
                storage.remove(present);
                changed();
            }
        }
    }

    private void changed() {
        version++;
        current = null;
        whenChanged.run();
    }

    /** The time, later than every time given before. */
    private long now() {
        long now = clock.getAsLong();
        if (now <= lastStored) {
            now = lastStored + 1;
        }
        lastStored = now;
        return now;
    }
}
