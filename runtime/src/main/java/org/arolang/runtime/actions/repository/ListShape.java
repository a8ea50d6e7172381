package org.arolang.runtime.actions.repository;

import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.SortOrder;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** The clauses {@code order by}, {@code offset} and {@code limit} of a statement, applied in this order ([DATA-179]). Immutable. */
record ListShape(@Nullable SortOrder order, @Nullable Operand offset, @Nullable Operand limit) {

    static ListShape of(Call call) {
        SortOrder order = call.order().isEmpty()
                ? null
                : SortOrder.by(call.order().stream().map(key -> SortOrder.Key.of(key.field(), !key.ascending())).toList());
        return new ListShape(order, call.offset(), call.limit());
    }

    /** Whether there is such a clause, so that the result is a list in any case. */
    boolean isGiven() {
        return order != null || isPart();
    }

    /** Whether a part of the list may be left out. */
    boolean isPart() {
        return offset != null || limit != null;
    }

    ListValue apply(ListValue list, @Nullable Object[] operands) {
        ListValue sorted = order == null ? list : order.sort(list);
        if (!isPart()) {
            return sorted;
        }
        long skip = offset == null ? 0 : count(offset.in(operands), "offset");
        long most = limit == null ? Long.MAX_VALUE : count(limit.in(operands), "limit");
        int from = (int) Math.min(skip, sorted.size());
        int to = (int) Math.min(sorted.size(), from + Math.min(most, sorted.size()));
        return sorted.slice(from, to);
    }

    private static long count(Object value, String clause) {
        if (value instanceof Long number && number >= 0) {
            return number;
        }
        throw new Failure("Invalid value '" + Text.of(value) + "' for " + clause);
    }
}
