package org.arolang.runtime.execution;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Statements whose verb belongs to one module and whose object to another: {@code Clear the <screen> for the <terminal>},
 * {@code Delete the <file: p>}, {@code Retrieve ... from the <system>}. The action that carries the verb asks here first ([DEC-3]).
 * Thread-safe.
 */
public final class Claims {

    /** Somebody who may know what a statement means. */
    @FunctionalInterface
    public interface Claim {

        /** What it makes of the statement; null when the statement is none of its own. */
        @Nullable
        Operation prepare(Call call);
    }

    private final Map<String, List<Claim>> byAction = new ConcurrentHashMap<>();

    /**
     * Registers a claim.
     *
     * @param action the name of the action that carries the verb: {@code Clear}
     */
    public void register(String action, Claim claim) {
        byAction.computeIfAbsent(action, _ -> new CopyOnWriteArrayList<>()).add(claim);
    }

    /** What the first claim makes of the statement; null when there is none. */
    public @Nullable Operation prepare(String action, Call call) {
        for (Claim claim : byAction.getOrDefault(action, List.of())) {
            Operation operation = claim.prepare(call);
            if (operation != null) {
                return operation;
            }
        }
        return null;
    }
}
