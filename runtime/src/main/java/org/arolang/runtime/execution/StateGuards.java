package org.arolang.runtime.execution;

import java.util.List;
import org.arolang.language.check.FieldGuard;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** The tests of a guard suffix such as {@code Handler<status:paid>} ([APP-68]). */
final class StateGuards {

    private StateGuards() {}

    /**
     * Whether all guards hold.
     *
     * @param guarded the object they look into; null when the event has none, so that no guard holds
     */
    static boolean hold(List<FieldGuard> guards, @Nullable ObjectValue guarded) {
        for (FieldGuard guard : guards) {
            Object value = guarded == null ? null : find(guarded, guard.path());
            if (value == null || !guard.accepts(Text.of(value))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object find(ObjectValue guarded, List<String> path) {
        ObjectValue start = guarded;
        if (guarded.get(path.getFirst()) == null && guarded.size() == 1 && guarded.valueAt(0) instanceof ObjectValue inner) {
            start = inner;
        }
        Object value = start;
        for (String key : path) {
            value = value instanceof ObjectValue object ? object.get(key) : null;
        }
        return value;
    }
}
