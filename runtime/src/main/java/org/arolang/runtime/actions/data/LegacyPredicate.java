package org.arolang.runtime.actions.data;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.arolang.language.tree.Condition.Operator;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.RecordTest;
import org.arolang.runtime.value.FieldTest;
import org.jspecify.annotations.Nullable;

/** The condition of {@code Filter the <r: field.op.value>} ([DATA-178]). */
final class LegacyPredicate {

    private LegacyPredicate() {}

    /** The condition in the result's specifiers, or null when they are none. */
    static @Nullable RecordTest of(Call call) {
        Noun result = call.result();
        List<String> parts = result == null ? List.of() : result.specifiers();
        for (int i = 1; i + 1 < parts.size(); i++) {
            Operator operator = operator(parts.get(i));
            if (operator != null) {
                Predicate<Object> test = FieldTest.inMemory(String.join(".", parts.subList(0, i)), operator)
                        .bind(String.join(".", parts.subList(i + 1, parts.size())), null);
                return (record, _) -> test.test(record);
            }
        }
        return null;
    }

    private static @Nullable Operator operator(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "is", "==", "equals" -> Operator.EQUAL;
            case "is-not", "!=", "not-equals" -> Operator.NOT_EQUAL;
            case "gt" -> Operator.GREATER;
            case "gte" -> Operator.GREATER_OR_EQUAL;
            case "lt" -> Operator.LESS;
            case "lte" -> Operator.LESS_OR_EQUAL;
            case "contains" -> Operator.CONTAINS;
            case "starts-with" -> Operator.STARTS_WITH;
            case "ends-with" -> Operator.ENDS_WITH;
            case "matches" -> Operator.MATCHES;
            case "in" -> Operator.IN;
            case "not-in" -> Operator.NOT_IN;
            default -> null;
        };
    }
}
