package org.arolang.runtime.action;

import java.util.List;
import java.util.function.Predicate;
import org.arolang.runtime.action.Call.WhereSemantics;
import org.arolang.runtime.value.FieldTest;
import org.jspecify.annotations.Nullable;

/** Makes tests of records out of {@code where} conditions. */
public final class RecordTests {

    private RecordTests() {}

    /** The condition {@code clause} as a test. */
    public static RecordTest of(WhereClause clause, WhereSemantics semantics) {
        return switch (clause) {
            case WhereClause.Or or -> combined(tests(or.alternatives(), semantics), Predicate::or);
            case WhereClause.And and -> combined(tests(and.parts(), semantics), Predicate::and);
            case WhereClause.Test test -> single(test, semantics);
        };
    }

    private static List<RecordTest> tests(List<WhereClause> clauses, WhereSemantics semantics) {
        return clauses.stream().map(clause -> of(clause, semantics)).toList();
    }

    private interface Combination {
        Predicate<Object> of(Predicate<Object> one, Predicate<Object> other);
    }

    private static RecordTest combined(List<RecordTest> parts, Combination combination) {
        return new Bound(operands -> parts.stream().map(part -> part.bind(operands)).reduce(combination::of).orElse(record -> true));
    }

    private static RecordTest single(WhereClause.Test test, WhereSemantics semantics) {
        String field = String.join(".", test.path());
        FieldTest comparison = semantics == WhereSemantics.REPOSITORY
                ? FieldTest.inRepository(field, test.operator())
                : FieldTest.inMemory(field, test.operator());
        return new Bound(operands -> comparison.bind(value(test.value(), operands), value(test.upper(), operands)));
    }

    private static @Nullable Object value(@Nullable Operand operand, @Nullable Object[] operands) {
        return operand == null ? null : operand.in(operands);
    }

    private interface Binding {
        Predicate<Object> bind(@Nullable Object[] operands);
    }

    private record Bound(Binding binding) implements RecordTest {
        @Override
        public boolean test(Object record, @Nullable Object[] operands) {
            return bind(operands).test(record);
        }

        @Override
        public Predicate<Object> bind(@Nullable Object[] operands) {
            return binding.bind(operands);
        }
    }
}
