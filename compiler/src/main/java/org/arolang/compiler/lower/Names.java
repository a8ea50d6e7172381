package org.arolang.compiler.lower;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.compiler.code.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Which slot a name means at the statement being lowered, and which slots are certainly bound there. Scopes nest as [SYN-707] says: the
 * feature set's own, in which {@code match} and {@code while} take part, and one for each body of a {@code for each} or range loop.
 */
final class Names {

    private static final class Scope {
        final @Nullable Scope outer;
        final Map<String, Slot> names = new LinkedHashMap<>();
        final List<Slot> locals = new ArrayList<>();

        Scope(@Nullable Scope outer) {
            this.outer = outer;
        }
    }

    private final List<Slot> all = new ArrayList<>();
    private final Scope featureSet = new Scope(null);
    private Scope current = featureSet;
    private BitSet bound = new BitSet();

    /** The slot {@code name} means here, or null. */
    @Nullable
    Slot find(String name) {
        for (Scope scope = current; scope != null; scope = scope.outer) {
            Slot slot = scope.names.get(name);
            if (slot != null) {
                return slot;
            }
        }
        return null;
    }

    /** The slot of {@code name} in the innermost scope, made if there is none. */
    Slot bind(String name) {
        return current.names.computeIfAbsent(name, key -> make(current, key));
    }

    /** Whether {@code name} is one of the innermost scope. */
    boolean isOfIteration(String name) {
        return current.names.containsKey(name);
    }

    /** A slot of the feature set's own scope for a name that is read before anything binds it. */
    Slot free(String name) {
        return featureSet.names.computeIfAbsent(name, key -> make(featureSet, key));
    }

    /** A slot that no program can name. */
    Slot hidden() {
        return make(current, "");
    }

    private Slot make(Scope scope, String name) {
        Slot slot = new Slot(name, all.size());
        all.add(slot);
        scope.locals.add(slot);
        return slot;
    }

    boolean isBound(Slot slot) {
        return bound.get(slot.number());
    }

    /** Whether {@code name} is certainly bound here. */
    boolean isBound(String name) {
        Slot slot = find(name);
        return slot != null && isBound(slot);
    }

    void markBound(Slot slot) {
        bound.set(slot.number());
    }

    /** The certainly bound slots now; hand it back to {@link #restore} or {@link #meet}. */
    BitSet state() {
        return (BitSet) bound.clone();
    }

    void restore(BitSet state) {
        bound = (BitSet) state.clone();
    }

    /** Keeps only what is certainly bound both now and in {@code other}. */
    void meet(BitSet other) {
        bound.and(other);
    }

    void enterLoopBody() {
        current = new Scope(current);
    }

    /** Leaves the loop body; its slots in order. */
    List<Slot> leaveLoopBody() {
        List<Slot> locals = current.locals;
        Scope outer = current.outer;
        if (outer == null) {
            throw new IllegalStateException("not in a loop body");
        }
        current = outer;
        return List.copyOf(locals);
    }

    /** The named slots that can be seen here, inner ones last. */
    List<Slot> visible() {
        Map<String, Slot> seen = new HashMap<>();
        List<Scope> scopes = new ArrayList<>();
        for (Scope scope = current; scope != null; scope = scope.outer) {
            scopes.addFirst(scope);
        }
        List<Slot> slots = new ArrayList<>();
        for (Scope scope : scopes) {
            for (Slot slot : scope.names.values()) {
                Slot hidden = seen.put(slot.name(), slot);
                if (hidden != null) {
                    slots.remove(hidden);
                }
                slots.add(slot);
            }
        }
        return slots;
    }

    List<Slot> all() {
        return all;
    }
}
