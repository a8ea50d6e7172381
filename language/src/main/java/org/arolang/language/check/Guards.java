package org.arolang.language.check;

import org.arolang.language.check.Inventory.Member;
import org.arolang.language.tree.Expression;
import org.jspecify.annotations.Nullable;

/** Warns of a condition that tests the result of a Validate which stops the feature set unless it is true ([SYN-738]). */
final class Guards {

    private final Member member;
    private final Findings findings;

    Guards(Member member, Findings findings) {
        this.member = member;
        this.findings = findings;
    }

    /** Looks at every place of {@code condition} where a value counts as true or false. */
    void check(Expression condition, Scope scope) {
        @Nullable
        Expression at = condition;
        while (at != null) {
            at = switch (at) {
                case Expression.Group group -> group.inner();
                case Expression.Not not -> not.operand();
                case Expression.Binary binary -> operand(binary, scope);
                case Expression.Variable variable -> {
                    check(variable, scope);
                    yield null;
                }
                default -> null;
            };
        }
    }

    private @Nullable Expression operand(Expression.Binary binary, Scope scope) {
        return switch (binary.operator()) {
            case AND, OR -> {
                check(binary.right(), scope);
                yield binary.left();
            }
            case EQUAL, NOT_EQUAL -> {
                if (binary.right() instanceof Expression.Bool && !binary.shorthand()) {
                    yield binary.left();
                }
                yield binary.left() instanceof Expression.Bool ? binary.right() : null;
            }
            default -> null;
        };
    }

    private void check(Expression.Variable variable, Scope scope) {
        Symbol symbol = scope.find(variable.reference().base());
        if (symbol != null && symbol.isAlwaysTrue() && variable.reference().qualifier() == null) {
            findings.add(member.problems().alwaysTrue(symbol.name(), variable.reference().span()));
        }
    }
}
