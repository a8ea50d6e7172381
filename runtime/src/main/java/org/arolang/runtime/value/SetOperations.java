package org.arolang.runtime.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import static org.arolang.runtime.value.OperationTable.mismatch;

/** {@code intersect}, {@code difference} and {@code union} ([DATA-85] to [DATA-88]). */
final class SetOperations {

    private static final String KINDS = "List, String or Object";

    private SetOperations() {}

    static Object apply(String operation, Object first, Parameters parameters) {
        Object second = OperationTable.required(operation, parameters);
        String text = Text.string(first);
        if (first instanceof ListValue a) {
            if (second instanceof ListValue b) return lists(operation, a, b);
        } else if (first instanceof ObjectValue a) {
            if (second instanceof ObjectValue b) return objects(operation, a, b);
        } else if (text != null) {
            String other = Text.string(second);
            if (other != null) return join(lists(operation, graphemes(text), graphemes(other)));
        } else {
            throw mismatch(KINDS, first);
        }
        throw mismatch(KINDS, second);
    }

    private static ListValue graphemes(String text) {
        return ListValue.copyOf(Graphemes.list(text));
    }

    private static String join(ListValue graphemes) {
        StringBuilder out = new StringBuilder();
        for (Object grapheme : graphemes) out.append(grapheme);
        return out.toString();
    }

    /** [DATA-86]; elements are the same when their texts are ([DATA-85]). */
    private static ListValue lists(String operation, ListValue a, ListValue b) {
        return switch (operation) {
            case "intersect" -> matched(a, b, true);
            case "difference" -> matched(a, b, false);
            default -> union(a, b);
        };
    }

    /** The elements of {@code a} that find an unused equal in {@code b}, or those that do not. */
    private static ListValue matched(ListValue a, ListValue b, boolean keepMatched) {
        Map<String, Integer> unused = new HashMap<>();
        for (Object element : b) unused.merge(key(element), 1, Integer::sum);
        ListValue.Builder kept = new ListValue.Builder();
        for (Object element : a) {
            String key = key(element);
            int left = unused.getOrDefault(key, 0);
            if (left > 0) unused.put(key, left - 1);
            if (left > 0 == keepMatched) kept.add(element);
        }
        return kept.build();
    }

    private static ListValue union(ListValue a, ListValue b) {
        Set<String> seen = new HashSet<>();
        ListValue.Builder all = new ListValue.Builder();
        for (Object element : a) {
            seen.add(key(element));
            all.add(element);
        }
        for (Object element : b) {
            if (seen.add(key(element))) all.add(element);
        }
        return all.build();
    }

    private static String key(Object element) {
        return Text.normal(Text.of(element));
    }

    /** [DATA-88]. */
    private static ObjectValue objects(String operation, ObjectValue a, ObjectValue b) {
        return switch (operation) {
            case "intersect" -> intersect(a, b);
            case "difference" -> difference(a, b);
            default -> b.withAll(a);
        };
    }

    private static ObjectValue intersect(ObjectValue a, ObjectValue b) {
        ObjectValue.Builder common = new ObjectValue.Builder();
        for (int i = 0; i < a.size(); i++) {
            String key = a.keyAt(i);
            Object mine = a.valueAt(i);
            Object other = b.get(key);
            if (other == null) continue;
            if (mine instanceof ObjectValue x && other instanceof ObjectValue y) {
                ObjectValue both = intersect(x, y);
                if (!both.isEmpty()) common.put(key, both);
            } else if (mine instanceof ListValue x && other instanceof ListValue y) {
                ListValue both = lists("intersect", x, y);
                if (!both.isEmpty()) common.put(key, both);
            } else if (sameKindAndValue(mine, other)) {
                common.put(key, mine);
            }
        }
        return common.build();
    }

    private static ObjectValue difference(ObjectValue a, ObjectValue b) {
        ObjectValue.Builder rest = new ObjectValue.Builder();
        for (int i = 0; i < a.size(); i++) {
            String key = a.keyAt(i);
            Object mine = a.valueAt(i);
            Object other = b.get(key);
            if (mine instanceof ObjectValue x && other instanceof ObjectValue y) {
                ObjectValue left = difference(x, y);
                if (!left.isEmpty()) rest.put(key, left);
            } else if (mine instanceof ListValue x && other instanceof ListValue y) {
                ListValue left = lists("difference", x, y);
                if (!left.isEmpty()) rest.put(key, left);
            } else if (other == null || !sameKindAndValue(mine, other)) {
                rest.put(key, mine);
            }
        }
        return rest.build();
    }

    private static boolean sameKindAndValue(Object a, Object b) {
        return Kind.of(a) == Kind.of(b) && Equality.same(a, b);
    }
}
