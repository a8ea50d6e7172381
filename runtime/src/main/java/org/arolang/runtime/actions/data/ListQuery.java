package org.arolang.runtime.actions.data;

import java.util.function.Predicate;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.RecordTest;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.SortOrder;
import org.arolang.runtime.value.StreamValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** The clauses {@code where}, {@code order by}, {@code offset} and {@code limit} of a statement, applied in this order ([DATA-179]). */
final class ListQuery {

    private final @Nullable RecordTest where;
    private final @Nullable SortOrder order;
    private final @Nullable Operand offset;
    private final @Nullable Operand limit;

    private ListQuery(@Nullable RecordTest where, @Nullable SortOrder order, @Nullable Operand offset, @Nullable Operand limit) {
        this.where = where;
        this.order = order;
        this.offset = offset;
        this.limit = limit;
    }

    /** The clauses of {@code call}. */
    static ListQuery of(Call call) {
        return of(call, null);
    }

    /**
     * The clauses of {@code call}.
     *
     * @param otherwise the condition of a statement without {@code where}, or null
     */
    static ListQuery of(Call call, @Nullable RecordTest otherwise) {
        RecordTest where = call.where(Call.WhereSemantics.LIST);
        return new ListQuery(
                where == null ? otherwise : where,
                call.order().isEmpty() ? null : SortKeys.of(call.order()),
                call.offset(),
                call.limit());
    }

    /** The elements that the clauses leave, lazily where the list is lazy and needs no sorting. */
    ListValue apply(ListValue list, @Nullable Object[] operands) {
        long skip = offset == null ? 0 : count(offset.in(operands), "offset");
        long most = limit == null ? Long.MAX_VALUE : count(limit.in(operands), "limit");
        ListValue rest = filtered(list, operands);
        if (order != null) {
            rest = order.sort(rest);
        }
        if (skip == 0 && most == Long.MAX_VALUE) {
            return rest;
        }
        if (rest instanceof StreamValue stream) {
            return LazyList.part(stream, skip, most);
        }
        int from = (int) Math.min(skip, rest.size());
        return rest.slice(from, (int) Math.min(rest.size(), from + Math.min(most, rest.size())));
    }

    private ListValue filtered(ListValue list, @Nullable Object[] operands) {
        RecordTest condition = where;
        if (condition == null) {
            // The result is another list: it is not newest first because its source was ([VAL-98]).
            return list.isRecency() ? list.slice(0, list.size()) : list;
        }
        Predicate<Object> test = condition.bind(operands);
        if (list instanceof StreamValue stream) {
            return LazyList.filter(stream, test);
        }
        ListValue.Builder found = new ListValue.Builder();
        for (Object element : list) {
            if (test.test(element)) {
                found.add(element);
            }
        }
        return found.build();
    }

    private static long count(Object value, String clause) {
        if (value instanceof Long number && number >= 0) {
            return number;
        }
        throw new Failure("Invalid value '" + Text.of(value) + "' for " + clause);
    }
}
