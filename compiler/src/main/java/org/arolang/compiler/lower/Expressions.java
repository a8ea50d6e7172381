package org.arolang.compiler.lower;

import java.util.function.Consumer;
import org.arolang.language.tree.Expression;
import org.jspecify.annotations.Nullable;

/** Walks expressions. */
final class Expressions {

    private Expressions() {}

    /** Hands {@code expression} and all its parts to {@code visitor}, outer ones first. */
    static void walk(@Nullable Expression expression, Consumer<Expression> visitor) {
        if (expression == null) {
            return;
        }
        visitor.accept(expression);
        switch (expression) {
            case Expression.Literal _,Expression.Variable _ -> {}
            case Expression.ListLiteral list -> list.elements().forEach(element -> walk(element, visitor));
            case Expression.MapLiteral map -> map.entries().forEach(entry -> walk(entry.value(), visitor));
            case Expression.Binary binary -> {
                walk(binary.left(), visitor);
                walk(binary.right(), visitor);
            }
            case Expression.Negate negate -> walk(negate.operand(), visitor);
            case Expression.Not not -> walk(not.operand(), visitor);
            case Expression.Member member -> walk(member.operand(), visitor);
            case Expression.Subscript subscript -> {
                walk(subscript.operand(), visitor);
                walk(subscript.index(), visitor);
            }
            case Expression.Group group -> walk(group.inner(), visitor);
            case Expression.Exists exists -> walk(exists.operand(), visitor);
            case Expression.Empty empty -> walk(empty.operand(), visitor);
            case Expression.TypeTest test -> walk(test.operand(), visitor);
            case Expression.Interpolated interpolated -> interpolated.parts().forEach(part -> {
                if (part instanceof Expression.Part.Hole hole) {
                    walk(hole.expression(), visitor);
                }
            });
        }
    }
}
