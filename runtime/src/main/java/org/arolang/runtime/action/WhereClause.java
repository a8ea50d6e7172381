package org.arolang.runtime.action;

import java.util.List;
import org.arolang.language.tree.Condition;
import org.jspecify.annotations.Nullable;

/** A {@code where} condition as data: its tree with operands in place of the value expressions ([SYN-416]). */
public sealed interface WhereClause {

    record Or(List<WhereClause> alternatives) implements WhereClause {}

    record And(List<WhereClause> parts) implements WhereClause {}

    /**
     * One test.
     *
     * @param path the field's dotted path, split
     * @param value null for the operators without one
     * @param upper the second bound of {@code between}, else null
     */
    record Test(List<String> path, Condition.Operator operator, @Nullable Operand value, @Nullable Operand upper)
            implements
                WhereClause {}
}
