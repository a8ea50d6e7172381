package org.arolang.language.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;

/** Warns of names that are bound and never read ([SYN-730]), except where that is as it should be ([SYN-735]). */
final class UnusedNames {

    private final VerbFacts.Lookup verbs;
    private final Set<String> expected = new HashSet<>(VerbFacts.SERVICES);
    private boolean allMayBeRead;

    UnusedNames(FeatureSet featureSet, VerbFacts.Lookup verbs) {
        this.verbs = verbs;
        TreeWalk.statements(featureSet.body(), this::collect);
    }

    void check(List<Symbol> symbols, Problems problems, Findings findings) {
        if (allMayBeRead) {
            return;
        }
        for (Symbol symbol : symbols) {
            boolean expectedUnused = expected.contains(symbol.name()) || FrameworkNames.isRepository(symbol.name());
            if (!symbol.isMerged() && !symbol.isUsed() && !expectedUnused) {
                findings.add(problems.unused(symbol.name(), symbol.span()));
            }
        }
    }

    private void collect(Statement statement) {
        switch (statement) {
            case Statement.Action action -> collect(action, verbs.of(action));
            case Statement.Publish publish -> {
                expected.add(publish.internal());
                expected.add(publish.external());
            }
            case Statement.Require require -> expected.add(require.name());
            case Statement.Pipeline _,Statement.Match _,Statement.ForEach _,Statement.RangeLoop _,Statement.While _,Statement.Break _,Statement.Error _ ->
                {}
        }
    }

    private void collect(Statement.Action action, VerbFacts facts) {
        // A template and a tested feature set read whatever is in scope.
        allMayBeRead |= facts.readsTemplate(action) || facts.is("when");
        if (action.result() instanceof Result.Noun noun && facts.hasEffect(action)) {
            expected.add(noun.reference().base());
        }
    }
}
