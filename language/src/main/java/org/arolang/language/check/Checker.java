package org.arolang.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.arolang.language.check.Inventory.Member;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.diagnostic.DiagnosticRenderer;
import org.arolang.language.tree.Program;
import org.arolang.language.tree.Statement;

/**
 * The static checks of an application (chapter 01, section 8). Reads nothing but its arguments and has no state: safe for use by several
 * threads. Takes time linear in the size of the programs.
 */
public final class Checker {

    /** What would only follow from a statement that could not be read ([SYN-642]). */
    private static final Set<String> FOLLOWS_FROM_ERROR = Set.of(
            Problems.UNDEFINED,
            Problems.DEPENDENCY,
            Problems.PUBLISH_UNDEFINED,
            Problems.UNUSED,
            Problems.UNREACHABLE,
            Problems.NO_RETURN);

    /** What cannot be said of a snippet that stands alone ([SYN-804]). */
    private static final Set<String> NOT_OF_SNIPPETS = Set.of(Problems.UNDEFINED, Problems.DEPENDENCY, Problems.UNUSED, Problems.NO_RETURN);

    private Checker() {}

    /**
     * Checks all programs of an application together ([SYN-703]).
     *
     * @return the diagnostics in the order of [SYN-803], each code at most once at a place; without those of the parser
     */
    public static List<Diagnostic> check(Application application, VerbCatalog catalog) {
        Inventory inventory = new Inventory(application);
        Findings findings = new Findings(application.environment().snippet() ? NOT_OF_SNIPPETS : Set.of());
        VerbFacts.Lookup lookup = new VerbFacts.Lookup(catalog);
        Quality quality = new Quality(lookup, findings);
        UserActions userActions = new UserActions(inventory, findings);
        Events events = new Events(inventory, lookup, findings);
        Verbs verbs = new Verbs(lookup);

        quality.checkNames(inventory);
        userActions.checkDeclarations();
        for (Member member : inventory.members()) {
            Findings wanted = hasError(member) ? findings.without(FOLLOWS_FROM_ERROR) : findings;
            quality.checkTrigger(member);
            DataFlow.check(member, inventory, lookup, wanted);
            quality.checkBody(member, wanted);
            Breaks.check(member, findings);
            TypeNames.check(member, findings);
            verbs.check(member, findings);
            events.checkHandled(member);
            userActions.checkCalls(member);
        }
        events.checkCycles();
        return DiagnosticRenderer.inOrder(application.programs().stream().map(Program::file).toList(), findings.collected());
    }

    /** What there is to say of each feature set of an application, in source order. */
    public static List<FeatureSetSummary> summaries(Application application, VerbCatalog catalog) {
        Inventory inventory = new Inventory(application);
        VerbFacts.Lookup lookup = new VerbFacts.Lookup(catalog);
        return inventory.members().stream().map(member -> DataFlow.summary(member, inventory, lookup)).toList();
    }

    private static boolean hasError(Member member) {
        List<Statement> errors = new ArrayList<>();
        TreeWalk.statements(member.featureSet().body(), statement -> {
            if (statement instanceof Statement.Error) {
                errors.add(statement);
            }
        });
        return !errors.isEmpty();
    }
}
