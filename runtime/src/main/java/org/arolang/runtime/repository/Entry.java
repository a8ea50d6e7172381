package org.arolang.runtime.repository;

/**
 * A record at its place. Immutable: a record that is replaced or moved gets a new entry.
 *
 * @param position the hidden whole number that orders records ([APP-98])
 * @param key its identity ([APP-104], [APP-105]), see {@link Identity}
 * @param value the record
 * @param storedAt when it was created or last replaced, as {@link System#nanoTime}; different for every content a record ever had
 */
record Entry(long position, Object key, Object value, long storedAt) {

    /** Whether this and {@code other} are the same record in the same state: neither replaced nor removed in between ([APP-153]). */
    @SuppressWarnings("ReferenceEquality")
    boolean isSameState(Entry other) {
        return this == other || value == other.value && storedAt == other.storedAt;
    }

    Entry at(long otherPosition) {
        return new Entry(otherPosition, key, value, storedAt);
    }
}
