package org.arolang.compiler.lower;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.execution.FeatureSetCode.Effects;

/** Gathers what the statements of a feature set may set off. */
final class EffectsCollector {

    private boolean waits;
    private final Set<String> events = new TreeSet<>();
    private final Set<String> repositories = new TreeSet<>();
    private final Set<String> actions = new TreeSet<>();
    private final Set<Call.Publication> publications = EnumSet.noneOf(Call.Publication.class);

    void waits() {
        waits = true;
    }

    void emits(String event) {
        events.add(event);
    }

    void changes(String repository) {
        repositories.add(repository);
    }

    void calls(String action) {
        actions.add(action);
    }

    void publishes(Call.Publication publication) {
        publications.add(publication);
    }

    Effects toEffects() {
        return new Effects(waits, Set.copyOf(events), Set.copyOf(repositories), Set.copyOf(actions), Set.copyOf(publications));
    }
}
