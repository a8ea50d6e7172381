package org.arolang.language.check;

import org.arolang.language.check.Inventory.Member;
import org.arolang.language.tree.Statement;

/** Checks declarations and calls of user-defined actions ([SYN-741] to [SYN-743]). */
final class UserActions {

    private static final String PREFIX = "Application.";

    private final Inventory inventory;
    private final Findings findings;

    UserActions(Inventory inventory, Findings findings) {
        this.inventory = inventory;
        this.findings = findings;
    }

    /** A name may be declared once in the whole application. */
    void checkDeclarations() {
        for (Member member : inventory.members()) {
            Member first = inventory.actions().get(member.featureSet().name());
            if (member.kind() instanceof FeatureSetKind.UserAction && first != null && first.index() != member.index()) {
                String otherFile = first.file() == member.file() ? null : first.file().name();
                findings.add(member.problems()
                        .duplicateAction(member.featureSet().name(), member.featureSet().headerSpan(), first.line(), otherFile));
            }
        }
    }

    void checkCalls(Member member) {
        TreeWalk.actions(member.featureSet().body(), action -> {
            if (action.verb().startsWith(PREFIX)) {
                checkCall(action, member);
            }
        });
    }

    private void checkCall(Statement.Action call, Member member) {
        String name = call.verb().substring(PREFIX.length());
        Member called = inventory.actions().get(name);
        if (called == null) {
            findings.add(member.problems().unknownAction(name, call.verbSpan(), inventory.actions().keySet()));
        } else if ("from".equals(call.preposition()) && called.featureSet().takes() == null) {
            findings.add(member.problems().actionTakesNothing(name, call.verbSpan()));
        }
    }
}
