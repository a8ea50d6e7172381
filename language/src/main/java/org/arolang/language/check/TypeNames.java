package org.arolang.language.check;

import java.util.Locale;
import java.util.Set;
import org.arolang.language.check.Inventory.Member;
import org.arolang.language.tree.Expression;

/** The names of types, and the warning of a type test that can never hold because nothing has such a type ([SYN-631], [VAL-65]). */
final class TypeNames {

    /** What {@code is a} tests. */
    private static final Set<String> TESTED = Set.of(
            "string", "number", "integer", "int", "float", "double", "boolean", "bool", "list", "array", "map", "dictionary", "object",
            "null", "nil", "none", "date", "date-range", "daterange", "recurrence", "binary", "data", "empty");

    /** Words that annotate a value with its type without changing it ([VAL-105]). */
    private static final Set<String> ANNOTATIONS = Set.of(
            "string", "integer", "int", "float", "double", "number", "boolean", "bool", "list", "array", "map", "object", "dictionary",
            "date", "datetime");

    private TypeNames() {}

    static boolean isAnnotation(String name) {
        return ANNOTATIONS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Checks every type test of {@code member}, the header's condition included. */
    static void check(Member member, Findings findings) {
        if (member.featureSet().guard() != null) {
            check(member.featureSet().guard(), member, findings);
        }
        TreeWalk.statements(
                member.featureSet().body(),
                statement -> TreeWalk.expressions(statement, expression -> check(expression, member, findings)));
    }

    private static void check(Expression expression, Member member, Findings findings) {
        TreeWalk.inside(expression, inner -> {
            if (inner instanceof Expression.TypeTest test && !TESTED.contains(test.type().toLowerCase(Locale.ROOT))) {
                findings.add(member.problems().unknownType(test.type(), test.typeSpan()));
            }
        });
    }
}
