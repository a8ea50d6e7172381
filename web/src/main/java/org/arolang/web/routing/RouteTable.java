package org.arolang.web.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Paths and methods to whatever serves them ([WEB-40] to [WEB-44]). Compiled once, immutable. A path without parameters and escapes is
 * found by one hash look-up.
 *
 * @param <T> what a route leads to
 */
public final class RouteTable<T> {

    private final Map<String, Map<String, Match<T>>> literal = new HashMap<>();
    private final Map<String, List<Candidate<T>>[]> byMethod = new HashMap<>();
    private final List<Candidate<T>> all;

    private record Candidate<T>(PathTemplate template, String method, T target) {}

    /** Where a request goes, with the values of the template's parameters in its order. */
    public record Match<T>(T target, PathTemplate template, String[] values) {}

    private RouteTable(List<Candidate<T>> candidates) {
        all = candidates;
        int longest = 0;
        for (Candidate<T> candidate : candidates) longest = Math.max(longest, candidate.template.size());
        for (Candidate<T> candidate : candidates) {
            if (candidate.template.isLiteral() && isPlain(candidate.template.literalPath())) {
                literal.computeIfAbsent(candidate.template.literalPath(), _ -> new HashMap<>())
                        .putIfAbsent(candidate.method, new Match<>(candidate.target, candidate.template, new String[0]));
            }
            List<Candidate<T>>[] bySize = byMethod.get(candidate.method);
            if (bySize == null) {
                bySize = lists(longest + 1);
                byMethod.put(candidate.method, bySize);
            }
            bySize[candidate.template.size()].add(candidate);
        }
        for (List<Candidate<T>>[] bySize : byMethod.values()) {
            for (List<Candidate<T>> list : bySize) list.sort((a, b) -> PathTemplate.compare(a.template, b.template));
        }
    }

    /** Whether a request for the path is written in one way only. */
    private static boolean isPlain(String path) {
        return path.indexOf('%') < 0 && path.chars().allMatch(c -> c < 0x80);
    }

    @SuppressWarnings("unchecked") // An array of lists that only this class fills.
    private static <T> List<Candidate<T>>[] lists(int size) {
        List<Candidate<T>>[] lists = new List[size];
        for (int i = 0; i < size; i++) lists[i] = new ArrayList<>(2);
        return lists;
    }

    /** Collects routes in document order. */
    public static final class Builder<T> {
        private final List<Candidate<T>> candidates = new ArrayList<>();

        public Builder<T> add(String method, PathTemplate template, T target) {
            candidates.add(new Candidate<>(template, method, target));
            return this;
        }

        public RouteTable<T> build() {
            return new RouteTable<>(List.copyOf(candidates));
        }
    }

    /**
     * The route of a request whose path needs no decoding and is literal in the contract, or null when there is none: the quick way, which
     * allocates nothing.
     */
    public @Nullable Match<T> findLiteral(String method, String path) {
        Map<String, Match<T>> methods = literal.get(path);
        return methods == null ? null : methods.get(method);
    }

    /** The best template that matches and has the method, or null. */
    public @Nullable Match<T> find(String method, String[] segments) {
        List<Candidate<T>>[] bySize = byMethod.get(method);
        if (bySize == null || segments.length >= bySize.length) return null;
        for (Candidate<T> candidate : bySize[segments.length]) {
            String[] values = candidate.template.match(segments);
            if (values != null) return new Match<>(candidate.target, candidate.template, values);
        }
        return null;
    }

    /** The methods of all templates that match, sorted, {@code HEAD} and {@code OPTIONS} added as [WEB-44] says; empty when none matches. */
    public TreeSet<String> methods(String[] segments) {
        TreeSet<String> methods = new TreeSet<>();
        for (Candidate<T> candidate : all) {
            if (candidate.template.match(segments) != null) methods.add(candidate.method);
        }
        if (!methods.isEmpty()) {
            if (methods.contains("GET")) methods.add("HEAD");
            methods.add("OPTIONS");
        }
        return methods;
    }

    /**
     * The decoded segments of a raw path, or null when it is malformed ([WEB-40]): split first, then decoded, so that an escaped slash
     * never separates.
     */
    public static String @Nullable [] segments(String path) {
        String[] segments = PathTemplate.split(path);
        for (int i = 0; i < segments.length; i++) {
            String decoded = PercentDecoding.strict(segments[i]);
            if (decoded == null || decoded.indexOf('\0') >= 0) return null;
            segments[i] = decoded;
        }
        return segments;
    }
}
