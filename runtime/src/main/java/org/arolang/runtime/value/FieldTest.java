package org.arolang.runtime.value;

import java.util.function.Predicate;
import org.arolang.language.tree.Condition.Operator;
import org.jspecify.annotations.Nullable;

/**
 * One test of a {@code where} condition: {@code field operator value} ([DATA-176], in repositories [APP-110]). Resolved when the program
 * loads; {@link #bind} prepares it for the values of one execution. Immutable and thread-safe.
 */
public final class FieldTest {

    private final FieldPath field;
    private final Operator operator;
    private final boolean repository;

    private FieldTest(String field, Operator operator, boolean repository) {
        this.field = FieldPath.of(field);
        this.operator = operator;
        this.repository = repository;
    }

    /** A test of the elements of a list in memory. */
    public static FieldTest inMemory(String field, Operator operator) {
        return new FieldTest(field, operator, false);
    }

    /** A test of the records of a repository. */
    public static FieldTest inRepository(String field, Operator operator) {
        return new FieldTest(field, operator, true);
    }

    public FieldPath field() {
        return field;
    }

    public Operator operator() {
        return operator;
    }

    /**
     * The test for one value.
     *
     * @param value null for operators without one
     * @param upper the second bound of {@code between}, else null
     * @throws org.arolang.runtime.Failure for a bad regular expression
     */
    public Predicate<Object> bind(@Nullable Object value, @Nullable Object upper) {
        FieldPath path = field;
        switch (operator) {
            case DEFINED -> {
                return element -> path.read(element) != null;
            }
            case NOT_DEFINED -> {
                return element -> path.read(element) == null;
            }
            case EMPTY -> {
                return element -> Access.isEmpty(path.read(element));
            }
            case NOT_EMPTY -> {
                return element -> !Access.isEmpty(path.read(element));
            }
            default -> {
                Predicate<Object> test = FieldComparison.of(operator, value == null ? Null.NULL : value, upper, repository);
                return element -> {
                    Object found = path.read(element);
                    return found != null && test.test(found);
                };
            }
        }
    }

    /** Binds and tests one element. */
    public boolean test(Object element, @Nullable Object value, @Nullable Object upper) {
        return bind(value, upper).test(element);
    }
}
