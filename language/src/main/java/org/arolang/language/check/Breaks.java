package org.arolang.language.check;

import java.util.List;
import org.arolang.language.check.Inventory.Member;
import org.arolang.language.tree.Statement;

/** Finds a {@code break} that has no loop to leave ([SYN-433], [DEC-23]). */
final class Breaks {

    private enum Loop {
        NONE, SEQUENTIAL, PARALLEL
    }

    private final Member member;
    private final Findings findings;

    private Breaks(Member member, Findings findings) {
        this.member = member;
        this.findings = findings;
    }

    static void check(Member member, Findings findings) {
        new Breaks(member, findings).check(member.featureSet().body(), Loop.NONE);
    }

    private void check(List<Statement> body, Loop innermost) {
        for (Statement statement : body) {
            switch (statement) {
                case Statement.Break stop -> check(stop, innermost);
                case Statement.Match match -> {
                    match.cases().forEach(branch -> check(branch.body(), innermost));
                    if (match.otherwise() != null) {
                        check(match.otherwise(), innermost);
                    }
                }
                case Statement.ForEach loop -> check(loop.body(), loop.parallel() ? Loop.PARALLEL : Loop.SEQUENTIAL);
                case Statement.RangeLoop loop -> check(loop.body(), Loop.SEQUENTIAL);
                case Statement.While loop -> check(loop.body(), Loop.SEQUENTIAL);
                case Statement.Action _,Statement.Pipeline _,Statement.Publish _,Statement.Require _,Statement.Error _ -> {}
            }
        }
    }

    private void check(Statement.Break stop, Loop innermost) {
        switch (innermost) {
            case NONE -> findings.add(member.problems().breakOutsideLoop(stop.span()));
            case PARALLEL -> findings.add(member.problems().breakInParallel(stop.span()));
            case SEQUENTIAL -> {}
        }
    }
}
