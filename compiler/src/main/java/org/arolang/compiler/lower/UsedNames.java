package org.arolang.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Condition;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** The names whose values a statement uses; {@code --debug} shows them ([APP-60]). */
final class UsedNames {

    private UsedNames() {}

    /** @param isBound whether a name is certainly bound before the statement: only then it uses the name of its result */
    static List<String> of(Statement.Action action, Predicate<String> isBound) {
        Set<String> names = new TreeSet<>();
        switch (action.result()) {
            case Result.Noun noun -> {
                if (isBound.test(noun.reference().base())) {
                    names.add(noun.reference().base());
                }
            }
            case Result.Sink sink -> collect(sink.expression(), names);
            case null -> {}
        }
        switch (action.object()) {
            case ActionObject.Noun noun -> names.add(noun.reference().base());
            case ActionObject.Value value -> collect(value.expression(), names);
            case null -> {}
        }
        Clauses clauses = action.clauses();
        collect(clauses.with(), names);
        collect(clauses.to(), names);
        collect(clauses.limit(), names);
        collect(clauses.offset(), names);
        collect(clauses.matching(), names);
        collect(clauses.defaultValue(), names);
        collect(clauses.when(), names);
        if (clauses.by() instanceof Clauses.By.Keys keys) {
            collect(keys.variable(), names);
        }
        collect(clauses.where(), names);
        return new ArrayList<>(names);
    }

    static void collect(@Nullable Expression expression, Set<String> names) {
        Expressions.walk(expression, part -> {
            if (part instanceof Expression.Variable variable) {
                names.add(variable.reference().base());
            }
        });
    }

    private static void collect(@Nullable Condition condition, Set<String> names) {
        switch (condition) {
            case Condition.Or or -> or.alternatives().forEach(part -> collect(part, names));
            case Condition.And and -> and.parts().forEach(part -> collect(part, names));
            case Condition.Group group -> collect(group.inner(), names);
            case Condition.Test test -> {
                collect(test.value(), names);
                collect(test.upper(), names);
            }
            case null -> {}
        }
    }
}
