package org.arolang.runtime.repository;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one execution remembers of the repositories it read and changed ([APP-153]). Shared by the iterations of its parallel loops, so
 * thread-safe: a repository uses its note under the note's own monitor, which it may take while it holds its lock but never the other way
 * round.
 */
public final class RepositoryNotes {

    private final Map<String, Note> notes = new HashMap<>();
    /** The note asked for last: an execution mostly works on one repository. */
    private volatile @Nullable Named last;

    private record Named(String repository, Note note) {}

    Note of(String repository) {
        Named known = last;
        if (known == null || !known.repository.equals(repository)) {
            synchronized (this) {
                known = new Named(repository, notes.computeIfAbsent(repository, _ -> new Note()));
            }
            last = known;
        }
        return known.note;
    }

    /** The note about one repository. */
    static final class Note {

        private @Nullable Snapshot seen;
        /** What this execution stored since the full read, by identity. */
        private final Map<Object, Entry> own = new HashMap<>();
        /** Version of the repository after this execution's last own change. */
        private long ownVersion = -1;

        private final Map<Object, Entry> removed = new HashMap<>();
        /** What a Clear removed as a whole; moved to {@link #removed} only when somebody asks. */
        private @Nullable Snapshot removedWhole;

        private final Set<Object> left = new HashSet<>();

        /**
         * Notes a full read.
         *
         * @return false when this execution has changed the repository since the snapshot was made, which is then too old
         */
        synchronized boolean read(Snapshot snapshot) {
            if (snapshot.version() < ownVersion) {
                return false;
            }
            seen = snapshot;
            own.clear();
            left.clear();
            return true;
        }

        /** Notes a record that this execution stored. */
        synchronized void stored(Entry entry, long version) {
            ownVersion = version;
            if (seen != null) {
                own.put(entry.key(), entry);
            }
            if (!removed.isEmpty() || removedWhole != null) {
                removedByKey().remove(entry.key());
            }
        }

        /** Notes a record that this execution removed by itself. */
        synchronized void deleted(Entry entry, long version) {
            ownVersion = version;
            removed.put(entry.key(), entry);
        }

        /** Notes that this execution removed all records. */
        synchronized void cleared(Snapshot all, long version) {
            ownVersion = version;
            if (!removed.isEmpty() || removedWhole != null) {
                removedByKey();
                for (Entry entry : all.entries()) {
                    removed.put(entry.key(), entry);
                }
            } else {
                removedWhole = all;
            }
            forgetSeen();
        }

        /** Notes that a Clear did not remove a record that had been seen, since it was no longer as noted. */
        synchronized void left(Object key) {
            if (!removedByKey().containsKey(key)) {
                left.add(key);
            }
        }

        synchronized boolean isLeft(Object key) {
            return left.contains(key);
        }

        /** The record of that identity as this execution removed it, or null. */
        synchronized @Nullable Entry removed(Object key) {
            return removed.isEmpty() && removedWhole == null ? null : removedByKey().get(key);
        }

        synchronized boolean hasSeen() {
            return seen != null;
        }

        synchronized @Nullable Snapshot seen() {
            return seen;
        }

        synchronized boolean hasStoredSince() {
            return !own.isEmpty();
        }

        /** What has been seen, by identity, as it was noted last. */
        synchronized Map<Object, Entry> seenByKey() {
            Map<Object, Entry> entries = new LinkedHashMap<>();
            if (seen != null) {
                for (Entry entry : seen.entries()) {
                    entries.put(entry.key(), entry);
                }
            }
            entries.putAll(own);
            return entries;
        }

        /** After a Clear nothing of what has been seen is left to remove; what is stored from now on is. */
        synchronized void forgetSeen() {
            if (seen != null) {
                seen = EMPTY;
            }
            own.clear();
        }

        private Map<Object, Entry> removedByKey() {
            if (removedWhole != null) {
                for (Entry entry : removedWhole.entries()) {
                    removed.put(entry.key(), entry);
                }
                removedWhole = null;
            }
            return removed;
        }
    }

    private static final Snapshot EMPTY = new EntryTree().snapshot(0);
}
