package org.arolang.runtime.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/** Every operation, found by name ([DATA-71]): in any letter case, hyphens ignored. */
public final class Operations {

    private static final Map<String, Operation> BY_NAME = new HashMap<>();
    private static final List<String> NAMES;
    private static final int FARTHEST_HINT = 2;

    static {
        for (List<Operation> operations : List.of(BasicOperations.all(), NumberOperations.all(), ListOperations.all(), TextOperations.all(),
                CodingOperations.all())) {
            for (Operation operation : operations) BY_NAME.put(operation.name(), operation);
        }
        BY_NAME.put("average", BY_NAME.get("avg"));
        List<String> names = new ArrayList<>(BY_NAME.keySet());
        names.sort(Text::compare);
        NAMES = Collections.unmodifiableList(names);
    }

    private Operations() {}

    /** The operation of this name, or the date offset that it is ([VAL-215]); null when there is none. */
    public static @Nullable Operation find(String name) {
        Operation known = BY_NAME.get(name);
        if (known != null) return known;
        Operation offset = DateOffset.parse(name);
        return offset != null ? offset : BY_NAME.get(name.toLowerCase(Locale.ROOT).replace("-", ""));
    }

    /** All names in code-point order, offsets aside. */
    public static List<String> names() {
        return NAMES;
    }

    /** The operation of [DATA-80] that a result's own name is ({@code Compute the <length> from the <title>.}), or null. */
    public static @Nullable Operation findBasic(String name) {
        Operation operation = BY_NAME.get(name.toLowerCase(Locale.ROOT));
        return operation != null && operation.isBasic() ? operation : null;
    }

    /** The known name nearest to an unknown one, at most two edits away; null when none is ([DATA-71]). */
    public static @Nullable String nearest(String name) {
        return nearest(name, NAMES);
    }

    /** The candidate nearest to a name, at most two edits away, the first in code-point order among equals; null when none is. */
    public static @Nullable String nearest(String name, Iterable<String> candidates) {
        String wanted = name.toLowerCase(Locale.ROOT).replace("-", "");
        String best = null;
        int least = FARTHEST_HINT + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - wanted.length()) > FARTHEST_HINT) continue;
            int edits = edits(wanted, candidate.toLowerCase(Locale.ROOT));
            if (edits < least || edits == least && best != null && Text.compare(candidate, best) < 0) {
                best = candidate;
                least = edits;
            }
        }
        return best;
    }

    /** Insertions, deletions, replacements and swaps of neighbours. */
    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) cost[i][0] = i;
        for (int j = 0; j <= b.length(); j++) cost[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[a.length()][b.length()];
    }

    /**
     * The operation of a qualifier, whatever it is ([DATA-71]): a chain, a plugin's qualifier, an offset, a known operation, an annotation
     * (then the input itself), or a field of the input.
     *
     * @param name all specifiers joined by dots; empty for none
     * @param qualifiers the plugins' qualifiers by name
     */
    public static Operation resolve(String name, Function<String, @Nullable Operation> qualifiers) {
        if (name.isEmpty()) return BasicOperations.IDENTITY;
        if (name.indexOf('|') >= 0) return chain(name, qualifiers);
        Operation qualifier = qualifiers.apply(name);
        if (qualifier != null) return qualifier;
        Operation known = find(name);
        if (known != null) return known;
        return new FieldOperation(name);
    }

    /** As above, without plugins. */
    public static Operation resolve(String name) {
        return resolve(name, _ -> null);
    }

    /** The stages of {@code a | b.c | d}, applied from left to right ([VAL-85], [DATA-72]). An unknown stage fails when it is reached. */
    public static Operation chain(String text, Function<String, @Nullable Operation> qualifiers) {
        List<Operation> stages = new ArrayList<>();
        for (String part : text.split("\\|", -1)) {
            String name = part.strip();
            Operation stage = qualifiers.apply(name);
            if (stage == null) stage = find(name);
            stages.add(stage != null ? stage : new UnknownStage(name));
        }
        return new Chain(text, List.copyOf(stages));
    }

    /** The stages of a chain that are no operation, for the checker. */
    public static List<String> unknownStages(String text, Function<String, @Nullable Operation> qualifiers) {
        List<String> unknown = new ArrayList<>();
        for (String part : text.split("\\|", -1)) {
            String name = part.strip();
            if (qualifiers.apply(name) == null && find(name) == null) unknown.add(name);
        }
        return unknown;
    }

    private record Chain(String name, List<Operation> stages) implements Operation {

        @Override
        public Object apply(Object input, Parameters parameters) {
            Object value = input;
            for (Operation stage : stages) value = stage.apply(value, parameters);
            return value;
        }
    }

    private record UnknownStage(String name) implements Operation {

        @Override
        public Object apply(Object input, Parameters parameters) {
            throw new Failure("Qualifier '" + name + "' failed: Qualifier '" + name + "' not found in chain");
        }
    }

    /** A name that is no operation: an annotation, or a field of the input. */
    static final class FieldOperation implements Operation {

        private final String name;
        private final boolean annotation;
        private final FieldPath path;

        FieldOperation(String name) {
            this.name = name;
            this.annotation = TypeWords.isAnnotation(name);
            this.path = FieldPath.of(name);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Object apply(Object input, Parameters parameters) {
            if (annotation) return input;
            if (input instanceof ObjectValue object) {
                Object whole = object.get(name);
                if (whole != null) return whole;
                Object value = path.read(object);
                if (value != null) return value;
            }
            throw new Failure("Unknown operation '" + name + "'");
        }
    }
}
