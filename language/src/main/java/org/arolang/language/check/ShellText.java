package org.arolang.language.check;

import org.arolang.language.check.Inventory.Member;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Statement;

/** Warns of a shell command whose text someone outside the program can write parts of ([SYN-739], [IO-128]). */
final class ShellText {

    private final Member member;
    private final Findings findings;

    ShellText(Member member, Findings findings) {
        this.member = member;
        this.findings = findings;
    }

    void check(Statement.Action action, VerbFacts facts, Scope scope) {
        if (!facts.is("execute")) {
            return;
        }
        if (action.object() instanceof ActionObject.Value value) {
            check(value.expression(), scope);
        }
        if (action.clauses().with() != null) {
            check(action.clauses().with(), scope);
        }
    }

    /** A list is quoted element by element, so it is safe; an option object carries its text in {@code command}. */
    private void check(Expression argument, Scope scope) {
        switch (argument) {
            case Expression.Interpolated text when Origin.isInput(text, scope) ->
                findings.add(member.problems().shellText(text.span()));
            case Expression.Group group -> check(group.inner(), scope);
            case Expression.MapLiteral options ->
                options.entries().stream()
                        .filter(entry -> entry.key().equals("command"))
                        .forEach(entry -> check(entry.value(), scope));
            default -> {}
        }
    }
}
