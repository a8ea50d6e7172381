package org.arolang.runtime.template;

import java.util.Arrays;
import java.util.List;
import org.arolang.runtime.execution.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The names that a template reads from its caller's scope. Where a name stands in a scope depends only on the scope's array of names, which
 * belongs to the place in the program that renders the template; it is worked out once for each such array. Thread-safe.
 */
public final class FreeVariables {

    private static final int REMEMBERED = 64;

    private final String[] names;
    private volatile Positions[] known = new Positions[0];

    /** Where the free variables stand in the scopes with these names; -1 for one that is not there. */
    private record Positions(String[] names, int[] indexes) {}

    public FreeVariables(List<String> names) {
        this.names = names.toArray(String[]::new);
    }

    /** The value of free variable {@code index}, or null when it is bound nowhere. */
    public @Nullable Object value(int index, Scope scope) {
        for (Scope level = scope; level != null; level = level.outer()) {
            int position = indexes(level.names())[index];
            if (position >= 0) {
                Object value = level.values()[position];
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    private int[] indexes(String[] scopeNames) {
        for (Positions positions : known) {
            if (positions.names == scopeNames) {
                return positions.indexes;
            }
        }
        return workOut(scopeNames);
    }

    private int[] workOut(String[] scopeNames) {
        int[] indexes = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            indexes[i] = -1;
            for (int k = 0; k < scopeNames.length; k++) {
                if (scopeNames[k].equals(names[i])) {
                    indexes[i] = k;
                }
            }
        }
        Positions[] before = known;
        if (before.length < REMEMBERED) {
            Positions[] more = Arrays.copyOf(before, before.length + 1);
            more[before.length] = new Positions(scopeNames, indexes);
            known = more;
        }
        return indexes;
    }
}
