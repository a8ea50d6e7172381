package org.arolang.language.check;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.arolang.language.check.Inventory.Member;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Compares statements with what their verbs declare: unknown verbs, prepositions and clauses ([SYN-751], [SYN-415]). */
final class Verbs {

    private static final Set<String> DECLARED_CLAUSES = Set.of("order", "limit", "offset", "matching", "recursively", "from");

    private final VerbFacts.Lookup verbs;
    private final Set<String> names = new TreeSet<>();

    Verbs(VerbFacts.Lookup verbs) {
        this.verbs = verbs;
        verbs.catalog().verbs().forEach(verb -> names.addAll(verb.verbs()));
    }

    void check(Member member, Findings findings) {
        TreeWalk.actions(member.featureSet().body(), action -> check(action, member, findings));
    }

    private void check(Statement.Action action, Member member, Findings findings) {
        VerbFacts facts = verbs.of(action);
        VerbCatalog.Verb declared = facts.declared();
        if (declared == null) {
            if (!facts.namespaced() && !verbs.catalog().hasPlugins()) {
                findings.add(member.problems().unknownVerb(action.verb(), action.verbSpan(), nearest(action.verb())));
            }
            return;
        }
        for (Clauses.Keyword clause : action.clauses().keywords()) {
            if (DECLARED_CLAUSES.contains(clause.name()) && !declared.extensionClauses().contains(clause.name())) {
                findings.add(member.problems().clauseNotTaken(action.verb(), clause.name(), clause.span()));
            }
        }
        String preposition = action.preposition();
        if (preposition != null
                && action.prepositionSpan() != null
                && !verbs.catalog().hasPlugins()
                && !declared.prepositions().isEmpty()
                && !declared.prepositions().contains(preposition)) {
            findings.add(member.problems()
                    .wrongPreposition(
                            preposition,
                            declared.action(),
                            declared.prepositions().stream().sorted().toList(),
                            action.prepositionSpan()));
        }
    }

    private @Nullable String nearest(String verb) {
        String known = Spelling.nearest(verb.toLowerCase(Locale.ROOT), names);
        return known == null ? null : Character.toUpperCase(known.charAt(0)) + known.substring(1);
    }
}
