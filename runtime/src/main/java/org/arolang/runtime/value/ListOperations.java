package org.arolang.runtime.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

import static org.arolang.runtime.value.OperationTable.*;

/** The operations of [DATA-100] on lists and objects. */
final class ListOperations {

    private ListOperations() {}

    static List<Operation> all() {
        return List.of(further("first", (input, _) -> Aggregation.FIRST.of(OperationTable.list(input), null)).taking("List"),
                further("last", (input, _) -> Aggregation.LAST.of(OperationTable.list(input), null)).taking("List"),
                further("reverse", (input, _) -> reverse(input)).taking("List", "String"),
                further("sort", ListOperations::sort).taking("List"),
                further("distinct", ListOperations::distinct).taking("List"),
                further("flatten", (input, _) -> flatten(OperationTable.list(input))).taking("List"),
                further("keys", (input, _) -> ListValue.copyOf(object(input).keys())).taking("Object"),
                further("values", (input, _) -> object(input).values()).taking("Object"),
                further("join", ListOperations::join).taking("List"),
                needingWith("contains", (input, more) -> Contains.test(input, required("contains", more))),
                further("type", (input, _) -> Kind.nameOf(input)));
    }

    private static ObjectValue object(Object input) {
        return switch (input) {
            case ObjectValue object -> object;
            case RegexValue regex -> regex.properties();
            default -> throw mismatch("Object", input);
        };
    }

    private static Object reverse(Object input) {
        String text = Text.string(input);
        if (text != null) {
            List<String> parts = Graphemes.list(text);
            Collections.reverse(parts);
            return String.join("", parts);
        }
        if (!(input instanceof ListValue list)) throw mismatch("List or String", input);
        Object[] elements = list.toArray();
        Collections.reverse(Arrays.asList(elements));
        return ListValue.owning(elements);
    }

    private static Object sort(Object input, Parameters parameters) {
        ListValue list = OperationTable.list(input);
        Object with = parameters.with();
        if (with == null) return SortOrder.ASCENDING.sort(list);
        String keys = Text.string(with);
        if (keys == null) throw invalid("sort", with);
        SortOrder order;
        try {
            order = SortOrder.parse(keys);
        } catch (Failure _) {
            throw invalid("sort", with);
        }
        return order.sort(list);
    }

    private static Object distinct(Object input, Parameters parameters) {
        ListValue list = OperationTable.list(input);
        FieldPath field = NumberOperations.field("distinct", parameters);
        Set<@Nullable Object> seen = new HashSet<>();
        ListValue.Builder kept = new ListValue.Builder();
        for (Object element : list) {
            Object value = field == null ? element : field.read(element);
            if (seen.add(value == null ? null : new Equality.DeepKey(value))) kept.add(element);
        }
        return kept.build();
    }

    private static ListValue flatten(ListValue list) {
        ListValue.Builder flat = new ListValue.Builder();
        for (Object element : list) {
            if (element instanceof ListValue inner) flat.addAll(inner);
            else
                flat.add(element);
        }
        return flat.build();
    }

    private static Object join(Object input, Parameters parameters) {
        ListValue list = OperationTable.list(input);
        String separator = parameters.with() == null ? "" : Text.of(parameters.with());
        StringBuilder out = new StringBuilder();
        boolean more = false;
        for (Object element : list) {
            if (more) out.append(separator);
            more = true;
            Text.appendTo(out, element);
        }
        return out.toString();
    }
}
