package org.arolang.language.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the fields of a value ([DATA-71]). Where nothing is known there is no shape but null.
 *
 * @param fields the known fields
 * @param open whether there may be further ones
 * @param element of a list: what its elements look like
 */
record Shape(Map<String, Shape> fields, boolean open, @Nullable Shape element) {

    /** Any field may be there. */
    static final Shape ANYTHING = new Shape(Map.of(), true, null);

    boolean has(List<String> path) {
        Shape at = this;
        for (String field : path) {
            if (at.open) {
                return true;
            }
            Shape next = at.fields.get(field);
            if (next == null) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /** The shape at {@code path}; null when nothing is known of it. */
    @Nullable
    Shape at(List<String> path) {
        Shape at = this;
        for (String field : path) {
            if (at.open) {
                return ANYTHING;
            }
            at = at.fields.get(field);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /** This shape with one more field. */
    Shape with(String field) {
        Map<String, Shape> more = new HashMap<>(fields);
        more.putIfAbsent(field, ANYTHING);
        return new Shape(more, open, element);
    }

    /** What is known when the value is one or the other. */
    static @Nullable Shape either(@Nullable Shape first, @Nullable Shape second) {
        return first == null && second == null ? null : ANYTHING;
    }

    /** The fields of both; null only when neither is known. */
    static @Nullable Shape both(@Nullable Shape first, @Nullable Shape second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        Map<String, Shape> fields = new HashMap<>(first.fields);
        fields.putAll(second.fields);
        return new Shape(fields, first.open || second.open, first.element == null ? second.element : first.element);
    }

    /** The shape of the value of {@code expression}. */
    static @Nullable Shape of(@Nullable Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.MapLiteral map -> {
                Map<String, Shape> fields = new HashMap<>();
                for (Expression.Entry entry : map.entries()) {
                    Shape value = of(entry.value(), scope);
                    fields.put(entry.key(), value == null ? ANYTHING : value);
                }
                yield new Shape(fields, false, null);
            }
            case Expression.ListLiteral list -> {
                Shape element = list.elements().isEmpty() ? null : of(list.elements().getFirst(), scope);
                for (Expression other : list.elements()) {
                    element = both(element, of(other, scope));
                }
                yield new Shape(Map.of(), false, element);
            }
            case Expression.Variable variable -> of(variable.reference(), scope);
            case Expression.Group group -> of(group.inner(), scope);
            case null, default -> null;
        };
    }

    /** The shape of what {@code reference} reads. */
    static @Nullable Shape of(Reference reference, Scope scope) {
        Symbol symbol = scope.find(reference.base());
        Shape shape = symbol == null ? null : symbol.shape();
        Qualifier qualifier = reference.qualifier();
        if (shape == null || qualifier == null) {
            return shape;
        }
        return switch (qualifier.form()) {
            case PATH, QUOTED -> shape.at(qualifier.specifiers());
            case INDEX -> shape.element();
            case RANGE, PICK -> shape;
            case CHAIN, GENERIC, DATE_OFFSET -> null;
        };
    }
}
