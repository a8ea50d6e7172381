package org.arolang.runtime.actions.data;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.tree.Clauses;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.value.SortOrder;
import org.arolang.runtime.value.TypeWords;
import org.jspecify.annotations.Nullable;

/** What a statement sorts by ([DATA-140]): mostly known when the program is loaded, else a keys text in a variable. */
final class SortKeys {

    private final SortOrder written;
    private final @Nullable Operand text;
    private final @Nullable Parsed<SortOrder> parsed;

    private SortKeys(SortOrder written, @Nullable Operand text, @Nullable Parsed<SortOrder> parsed) {
        this.written = written;
        this.text = text;
        this.parsed = parsed;
    }

    /** The keys of {@code order by}. */
    static SortOrder of(List<Clauses.Key> keys) {
        return of(keys, false);
    }

    private static SortOrder of(List<Clauses.Key> keys, boolean descending) {
        return SortOrder.by(keys.stream()
                .map(key -> SortOrder.Key.of(key.field(), key.directed() ? !key.ascending() : descending))
                .toList());
    }

    /** The keys of {@code by}, or else those in the result's specifiers. */
    static SortKeys of(Call call, Noun result) {
        List<String> specifiers = new ArrayList<>(result.specifiers());
        specifiers.removeIf(word -> word.indexOf('<') >= 0 || TypeWords.isType(word) && Character.isUpperCase(word.charAt(0)));
        Boolean direction = specifiers.isEmpty() ? null : SortOrder.direction(specifiers.getLast());
        if (direction != null) {
            specifiers.removeLast();
        } else if (result.is("descending") || result.is("ascending")) {
            direction = result.is("descending");
        }
        boolean descending = direction != null && direction;
        Operand by = call.by();
        if (by != null) {
            return new SortKeys(of(call.byKeys(), descending), by, Parsed.of(call, by, text -> SortOrder.parse(text, descending)));
        }
        if (!call.byKeys().isEmpty()) {
            return new SortKeys(of(call.byKeys(), descending), null, null);
        }
        if (specifiers.isEmpty()) {
            return new SortKeys(descending ? SortOrder.DESCENDING : SortOrder.ASCENDING, null, null);
        }
        return new SortKeys(SortOrder.by(List.of(SortOrder.Key.of(String.join(".", specifiers), descending))), null, null);
    }

    /** The order for one execution: a variable that is not bound stands for the field of its name. */
    SortOrder in(@Nullable Object[] operands) {
        Parsed<SortOrder> order = parsed;
        return order == null || text == null || text.orNull(operands) == null ? written : order.in(operands);
    }
}
