package org.arolang.runtime.repository;

import java.util.List;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * What storing one value did ([APP-103], [APP-105]).
 *
 * @param kind whether the record is new, changed or as it was
 * @param stored the record as it is in the repository
 * @param old what it replaced, or null
 * @param evicted the records evicted for it, oldest first ([APP-118])
 */
public record StoreOutcome(Kind kind, Object stored, @Nullable Object old, List<Object> evicted) {

    /** The three outcomes. */
    public enum Kind {
        CREATED, UPDATED, UNCHANGED
    }

    public boolean isCreated() {
        return kind == Kind.CREATED;
    }

    static StoreOutcome unchanged(Object stored) {
        return new StoreOutcome(Kind.UNCHANGED, stored, null, List.of());
    }

    /** The id of a record as events show it ([APP-104]); null for plain values. */
    static @Nullable String entityId(Object record) {
        if (record instanceof ObjectValue object) {
            Object id = object.get(Identity.ID);
            return id == null ? null : Text.of(id);
        }
        return null;
    }
}
