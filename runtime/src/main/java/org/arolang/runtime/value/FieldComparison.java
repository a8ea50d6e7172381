package org.arolang.runtime.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.arolang.language.tree.Condition.Operator;
import org.jspecify.annotations.Nullable;

/** Tests of a field that is there, prepared for one value: everything that depends on the value alone is done once. */
final class FieldComparison {

    /** What the order gives when one side has none. */
    private static final int UNORDERED = 2;

    private FieldComparison() {}

    static Predicate<Object> of(Operator operator, Object value, @Nullable Object upper, boolean repository) {
        return switch (operator) {
            case EQUAL -> equal(value, repository);
            case NOT_EQUAL -> equal(value, repository).negate();
            case LESS -> less(value, repository);
            case LESS_OR_EQUAL -> atMost(value, repository);
            case GREATER -> greater(value, repository);
            case GREATER_OR_EQUAL -> atLeast(value, repository);
            case BETWEEN -> atLeast(value, repository).and(atMost(upper == null ? Null.NULL : upper, repository));
            case CONTAINS -> contains(value, repository);
            case MATCHES -> matches(value);
            case IN -> in(value, repository);
            case NOT_IN -> in(value, repository).negate();
            case STARTS_WITH -> {
                String start = Text.of(value);
                yield field -> Text.of(field).startsWith(start);
            }
            case ENDS_WITH -> {
                String end = Text.of(value);
                yield field -> Text.of(field).endsWith(end);
            }
            case EMPTY, NOT_EMPTY, DEFINED, NOT_DEFINED -> throw new IllegalArgumentException(operator + " takes no value");
        };
    }

    private static Predicate<Object> equal(Object value, boolean repository) {
        if (repository) {
            Object key = RepositoryKey.of(value);
            return field -> key.equals(RepositoryKey.of(field));
        }
        if (value == Null.NULL) return field -> field == Null.NULL;
        String text = Text.of(value);
        if (value instanceof Long number) {
            return field -> field instanceof Long other ? other.longValue() == number : field != Null.NULL && text.equals(Text.of(field));
        }
        String normal = Text.normal(text);
        return field -> {
            if (field instanceof String other) return other.equals(text) || Text.normal(other).equals(normal);
            return field != Null.NULL && normal.equals(Text.normal(Text.of(field)));
        };
    }

    // Integers against an integer, which is what programs compare most, need none of the cases of Order.

    private static Predicate<Object> less(Object value, boolean repository) {
        Order order = new Order(value, repository);
        if (value instanceof Long bound) {
            long limit = bound;
            return field -> field instanceof Long number ? number < limit : order.of(field) == -1;
        }
        return field -> order.of(field) == -1;
    }

    private static Predicate<Object> greater(Object value, boolean repository) {
        Order order = new Order(value, repository);
        if (value instanceof Long bound) {
            long limit = bound;
            return field -> field instanceof Long number ? number > limit : order.of(field) == 1;
        }
        return field -> order.of(field) == 1;
    }

    private static Predicate<Object> atMost(Object value, boolean repository) {
        Order order = new Order(value, repository);
        if (value instanceof Long bound) {
            long limit = bound;
            return field -> field instanceof Long number ? number <= limit : order.of(field) <= 0;
        }
        return field -> order.of(field) <= 0;
    }

    private static Predicate<Object> atLeast(Object value, boolean repository) {
        Order order = new Order(value, repository);
        if (value instanceof Long bound) {
            long limit = bound;
            return field -> field instanceof Long number ? number >= limit : order.isAtLeast(field);
        }
        return order::isAtLeast;
    }

    private static Predicate<Object> contains(Object value, boolean repository) {
        String text = Text.of(value);
        Predicate<Object> same = equal(value, repository);
        return field -> {
            if (field instanceof ListValue list) {
                for (Object element : list) {
                    if (same.test(element)) return true;
                }
                return false;
            }
            return Text.of(field).contains(text);
        };
    }

    private static Predicate<Object> matches(Object value) {
        RegexValue regex = value instanceof RegexValue known ? known : Matching.compiled(Text.of(value));
        return field -> Matching.find(regex, Text.of(field));
    }

    private static Predicate<Object> in(Object value, boolean repository) {
        if (value instanceof ListValue list) {
            if (repository) {
                Set<Object> keys = new HashSet<>();
                for (Object element : list) keys.add(RepositoryKey.of(element));
                return field -> keys.contains(RepositoryKey.of(field));
            }
            List<Predicate<Object>> alternatives = new ArrayList<>();
            for (Object element : list) alternatives.add(equal(element, false));
            return field -> {
                for (Predicate<Object> alternative : alternatives) {
                    if (alternative.test(field)) return true;
                }
                return false;
            };
        }
        String text = Text.string(value);
        if (text == null) return equal(value, repository);
        // Parts of a text have no kind of their own: they are compared as text.
        Set<String> parts = new HashSet<>();
        for (String part : text.split(",")) parts.add(Text.normal(Text.trim(part)));
        return field -> parts.contains(Text.normal(Text.of(field)));
    }

    /** Orders fields against one value: -1, 0, 1, or {@link #UNORDERED}. */
    private static final class Order {

        private final boolean repository;
        private final boolean isNull;
        private final @Nullable Instant date;
        private final @Nullable Number number;
        private final String text;

        Order(Object value, boolean repository) {
            this.repository = repository;
            isNull = value == Null.NULL;
            // Numeric strings are numbers in both ([APP-110], [DATA-176] with the words of chapter 03, section 1); date strings are dates
            // in memory alone.
            date = repository ? value instanceof Instant instant ? instant : null : Dates.of(value);
            number = Numbers.of(value);
            text = Text.of(value);
        }

        int of(Object field) {
            if (isNull || field == Null.NULL) return UNORDERED;
            if (date != null) {
                Instant other = field instanceof Instant instant ? instant : repository ? null : Dates.of(field);
                if (other != null) return Integer.signum(other.compareTo(date));
            }
            if (number != null) {
                Number other = Numbers.of(field);
                if (other != null) return isNan(other) || isNan(number) ? UNORDERED : Numbers.compare(other, number);
            }
            return Integer.signum(Text.compare(Text.of(field), text));
        }

        boolean isAtLeast(Object field) {
            int found = of(field);
            return found == 0 || found == 1;
        }

        private static boolean isNan(Number number) {
            return number instanceof Double exact && exact.isNaN();
        }
    }
}
