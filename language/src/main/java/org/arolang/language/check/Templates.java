package org.arolang.language.check;

import org.arolang.language.check.Inventory.Member;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;

/** Finds templates that the program names literally and that do not exist ([SYN-747], [DEC-26]). */
final class Templates {

    private final Member member;
    private final Inventory inventory;
    private final Findings findings;

    Templates(Member member, Inventory inventory, Findings findings) {
        this.member = member;
        this.inventory = inventory;
        this.findings = findings;
    }

    void check(Statement.Action action, Scope scope) {
        if (inventory.environment().templates() == null) {
            return;
        }
        if (action.result() instanceof Result.Noun result) {
            check(result.reference(), scope);
        }
        if (action.object() instanceof ActionObject.Noun object) {
            check(object.reference(), scope);
        }
        TreeWalk.expressions(action, expression -> TreeWalk.inside(expression, inner -> {
            if (inner instanceof Expression.Variable variable) {
                check(variable.reference(), scope);
            }
        }));
    }

    private void check(Reference reference, Scope scope) {
        Qualifier qualifier = reference.qualifier();
        TemplateLookup templates = inventory.environment().templates();
        // A variable of the program's own may be called template.
        if (templates == null
                || qualifier == null
                || !VerbFacts.isTemplate(reference.base())
                || scope.find(reference.base()) != null
                || !isLiteral(qualifier, scope)) {
            return;
        }
        if (!templates.exists(qualifier.raw())) {
            findings.add(member.problems().templateNotFound(qualifier.raw(), qualifier.span()));
        }
    }

    private boolean isLiteral(Qualifier qualifier, Scope scope) {
        if (qualifier.quoted()) {
            return true;
        }
        String path = qualifier.raw();
        boolean bareWord = path.indexOf('.') < 0 && path.indexOf('/') < 0;
        return qualifier.form() == Qualifier.Form.PATH && !(bareWord && (scope.find(path) != null || inventory.isShared(path)));
    }
}
