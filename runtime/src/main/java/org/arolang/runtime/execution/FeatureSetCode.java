package org.arolang.runtime.execution;

import java.util.List;
import java.util.Set;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.language.tree.FeatureSet;
import org.arolang.runtime.action.Call;
import org.jspecify.annotations.Nullable;

/**
 * A feature set ready to run.
 *
 * @param name its name
 * @param activity its business activity without guard suffix changes: as [SYN-303] stores it
 * @param kind what triggers it
 * @param takes the field and type of {@code Action takes <field: Type>}, or null
 * @param body its statements
 * @param condition the header's condition, or null
 * @param freeNames names it uses but neither binds nor gets from its trigger: published symbols ([APP-49], [APP-50])
 * @param effects what it may set off
 * @param imported whether it comes from an imported application ([APP-11])
 */
public record FeatureSetCode(
        String name,
        String activity,
        FeatureSetKind kind,
        FeatureSet.@Nullable Takes takes,
        Body body,
        @Nullable HeaderCondition condition,
        List<FreeName> freeNames,
        Effects effects,
        boolean imported) {

    /**
     * A published name that the feature set reads.
     *
     * @param site its first use, for the report of [APP-50]
     */
    public record FreeName(String name, Site site) {}

    /**
     * What running a feature set may set off, so that it is known whether it can wait.
     *
     * @param waits whether one of its own statements may wait
     * @param events types of domain events it emits
     * @param repositories repositories it changes
     * @param actions user-defined actions it calls
     * @param publications what else it publishes
     */
    public record Effects(
            boolean waits, Set<String> events, Set<String> repositories, Set<String> actions, Set<Call.Publication> publications) {

        public static final Effects NONE = new Effects(false, Set.of(), Set.of(), Set.of(), Set.of());
    }
}
