package org.arolang.language.check;

import java.util.concurrent.atomic.AtomicBoolean;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Statement;

/** Follows values that someone outside the program has written: requests, events, packets and parameters ([IO-128]). */
final class Origin {

    private Origin() {}

    /** Whether {@code expression} reads such a value. */
    static boolean isInput(Expression expression, Scope scope) {
        AtomicBoolean found = new AtomicBoolean();
        TreeWalk.inside(expression, inner -> {
            if (inner instanceof Expression.Variable variable && isInput(variable.reference().base(), scope)) {
                found.set(true);
            }
        });
        return found.get();
    }

    /** Whether {@code action} makes its result of such a value. */
    static boolean isInput(Statement.Action action, Scope scope) {
        if (action.object() instanceof ActionObject.Noun noun && isInput(noun.reference().base(), scope)) {
            return true;
        }
        return action.valueSource() != null && isInput(action.valueSource(), scope);
    }

    private static boolean isInput(String name, Scope scope) {
        Symbol symbol = scope.find(name);
        return symbol == null ? FrameworkNames.isInput(name) : symbol.isFromInput();
    }
}
