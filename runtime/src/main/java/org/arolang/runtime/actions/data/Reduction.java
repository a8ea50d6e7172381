package org.arolang.runtime.actions.data;

import org.arolang.language.tree.Clauses;
import org.arolang.runtime.value.Aggregation;
import org.arolang.runtime.value.FieldPath;
import org.arolang.runtime.value.ListValue;
import org.jspecify.annotations.Nullable;

/**
 * A function over a list as Reduce and Group name it ([DATA-180], [DATA-181]).
 *
 * @param field the field it is about, or null for the elements themselves
 */
record Reduction(Aggregation function, @Nullable FieldPath field) {

    /** The function of a {@code with} clause. */
    static Reduction of(Clauses.Aggregate clause) {
        Aggregation function = Aggregation.of(clause.function());
        return new Reduction(function == null ? Aggregation.COUNT : function, clause.field() == null ? null : FieldPath.of(clause.field()));
    }

    /** The same function of another field. */
    Reduction of(FieldPath other) {
        return new Reduction(function, other);
    }

    Object over(ListValue list) {
        return function.of(list, field);
    }
}
