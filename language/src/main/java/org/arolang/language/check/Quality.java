package org.arolang.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.language.check.Inventory.Member;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** What can be said of a feature set as a whole: its name, its condition, whether it does something and ends ([SYN-731] to [SYN-734]). */
final class Quality {

    private final VerbFacts.Lookup verbs;
    private final Findings findings;

    Quality(VerbFacts.Lookup verbs, Findings findings) {
        this.verbs = verbs;
        this.findings = findings;
    }

    /** Equal names: an error within a file, a warning between files ([SYN-731], [SYN-703]). */
    void checkNames(Inventory inventory) {
        Map<String, Member> inApplication = new HashMap<>();
        for (Map.Entry<SourceFile, List<Member>> file : inventory.byFile().entrySet()) {
            Map<String, Member> inFile = new LinkedHashMap<>();
            for (Member member : file.getValue()) {
                Member first = inFile.putIfAbsent(nameInFile(member.featureSet()), member);
                if (first != null) {
                    findings.add(member.problems()
                            .duplicateFeatureSet(member.featureSet().name(), member.featureSet().headerSpan(), first.line()));
                }
            }
            for (Member member : inFile.values().stream().filter(Quality::mayBeShared).toList()) {
                Member other = inApplication.putIfAbsent(member.featureSet().name(), member);
                if (other != null && !bothActions(member, other)) {
                    findings.add(member.problems()
                            .alsoDefinedIn(member.featureSet().name(), member.featureSet().headerSpan(), other.file().name()));
                }
            }
        }
    }

    /** Conditions that nothing tests ([SYN-308]) and WebSocket handlers that no event fits ([SYN-739]). */
    void checkTrigger(Member member) {
        FeatureSet featureSet = member.featureSet();
        if (featureSet.guardSpan() != null && !(member.kind() instanceof FeatureSetKind.Triggered)) {
            findings.add(member.problems().guardNeverTested(featureSet.name(), featureSet.guardSpan()));
        }
        if (member.kind() instanceof FeatureSetKind.WebSocketHandler handler && handler.event() == null) {
            findings.add(member.problems().webSocketNeverRuns(featureSet.name(), featureSet.headerSpan()));
        }
    }

    /** Empty, never ending, or going on after its end ([SYN-732] to [SYN-734]). */
    void checkBody(Member member, Findings wanted) {
        FeatureSet featureSet = member.featureSet();
        boolean bareSnippet = featureSet.headerSpan().length() == 0;
        if (featureSet.body().isEmpty() && !bareSnippet) {
            wanted.add(member.problems().emptyFeatureSet(featureSet.name(), featureSet.headerSpan()));
            return;
        }
        boolean ends = false;
        boolean reported = false;
        Statement exit = null;
        for (Statement statement : featureSet.body()) {
            if (exit != null && !reported) {
                reported = true;
                int line = member.file().lineOf(exit.span().start());
                wanted.add(member.problems().unreachable(TreeWalk.marked(statement), line));
            }
            List<Statement.Action> exits = exits(statement);
            ends |= !exits.isEmpty();
            if (exit == null) {
                exit = unguarded(exits);
            }
        }
        boolean needsEnd = !featureSet.name().equals(Kinds.APPLICATION_END) && !Kinds.isTest(featureSet);
        if (!ends && needsEnd) {
            wanted.add(member.problems().noReturn(featureSet.name(), featureSet.closingSpan()));
        }
    }

    private List<Statement.Action> exits(Statement statement) {
        List<Statement.Action> exits = new ArrayList<>();
        List<Statement.Action> actions = switch (statement) {
            case Statement.Action action -> List.of(action);
            case Statement.Pipeline pipeline -> pipeline.stages();
            default -> List.of();
        };
        for (Statement.Action action : actions) {
            if (verbs.of(action).exits()) {
                exits.add(action);
            }
        }
        return exits;
    }

    private static @Nullable Statement unguarded(List<Statement.Action> exits) {
        for (Statement.Action exit : exits) {
            if (exit.guard() == null) {
                return exit;
            }
        }
        return null;
    }

    private static String nameInFile(FeatureSet featureSet) {
        return featureSet.name().equals(Kinds.APPLICATION_END)
                ? featureSet.name() + ": " + featureSet.activity()
                : featureSet.name();
    }

    /** Lifecycle names and operations have rules of their own ([APP-5] to [APP-7]). */
    private static boolean mayBeShared(Member member) {
        return !Kinds.isLifecycle(member.featureSet().name())
                && !(member.kind() instanceof FeatureSetKind.EntryPoint)
                && !(member.kind() instanceof FeatureSetKind.Operation);
    }

    private static boolean bothActions(Member member, Member other) {
        return member.kind() instanceof FeatureSetKind.UserAction && other.kind() instanceof FeatureSetKind.UserAction;
    }
}
