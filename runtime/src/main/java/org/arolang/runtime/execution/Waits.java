package org.arolang.runtime.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.runtime.action.Call;
import org.jspecify.annotations.Nullable;

/** Which feature sets may wait: those with a statement that may, and those that set off one that may. */
final class Waits {

    private final Map<String, List<FeatureSetCode>> byEffect = new HashMap<>();

    private Waits(List<FeatureSetCode> program) {
        for (FeatureSetCode code : program) {
            String effect = effectThatRuns(code);
            if (effect != null) {
                byEffect.computeIfAbsent(effect, _ -> new ArrayList<>()).add(code);
            }
        }
    }

    /** For each feature set whether it may wait. Repeats until nothing changes: it may only grow. */
    static Map<FeatureSetCode, Boolean> of(List<FeatureSetCode> program) {
        Waits graph = new Waits(program);
        Map<FeatureSetCode, Boolean> waits = new IdentityHashMap<>();
        for (FeatureSetCode code : program) {
            waits.put(code, code.effects().waits());
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FeatureSetCode code : program) {
                if (!waits.getOrDefault(code, false) && graph.setsOffWaiting(code, waits)) {
                    waits.put(code, true);
                    changed = true;
                }
            }
        }
        return waits;
    }

    private boolean setsOffWaiting(FeatureSetCode code, Map<FeatureSetCode, Boolean> waits) {
        FeatureSetCode.Effects effects = code.effects();
        for (String event : effects.events()) {
            if (anyWaits("event " + event, waits)) {
                return true;
            }
        }
        for (String repository : effects.repositories()) {
            if (anyWaits("repository " + repository, waits)) {
                return true;
            }
        }
        for (String action : effects.actions()) {
            if (anyWaits("action " + action, waits)) {
                return true;
            }
        }
        for (Call.Publication publication : effects.publications()) {
            if (anyWaits("publication " + publication, waits)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyWaits(String effect, Map<FeatureSetCode, Boolean> waits) {
        for (FeatureSetCode code : byEffect.getOrDefault(effect, List.of())) {
            if (waits.getOrDefault(code, false)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String effectThatRuns(FeatureSetCode code) {
        return switch (code.kind()) {
            case FeatureSetKind.DomainEvent handler -> "event " + handler.event();
            case FeatureSetKind.RepositoryObserver observer -> "repository " + observer.repository();
            case FeatureSetKind.EvictionHandler handler -> "repository " + handler.repository();
            case FeatureSetKind.UserAction _ -> "action " + code.name();
            case FeatureSetKind.Notification _ -> "publication " + Call.Publication.NOTIFICATION;
            case FeatureSetKind.StateTransition _,FeatureSetKind.StateObserver _ -> "publication " + Call.Publication.STATE_TRANSITION;
            default -> null;
        };
    }
}
