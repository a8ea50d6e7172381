package org.arolang.runtime.repository;

import org.arolang.runtime.value.Ids;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.RepositoryKey;
import org.jspecify.annotations.Nullable;

/** The identity of records: the id of an object, the value itself of everything else ([APP-98]). */
final class Identity {

    static final String ID = "id";

    private Identity() {}

    /** The key of a plain value. It never equals the key of an object with such an id. */
    private record Plain(Object key) {}

    /** The id of an object, or null when it has none; null as id is none. */
    static @Nullable Object id(ObjectValue object) {
        Object id = object.get(ID);
        return id == Null.NULL ? null : id;
    }

    /** The key of an object with this id. */
    static Object ofId(Object id) {
        return RepositoryKey.of(id);
    }

    static Object ofPlain(Object value) {
        return new Plain(RepositoryKey.of(value));
    }

    /** The key of a value that is to be stored, or null when it is an object without id. */
    static @Nullable Object of(Object value) {
        if (value instanceof ObjectValue object) {
            Object id = id(object);
            return id == null ? null : ofId(id);
        }
        return ofPlain(value);
    }

    static String newId() {
        return Ids.uuid7();
    }
}
