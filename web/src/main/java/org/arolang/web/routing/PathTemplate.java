package org.arolang.web.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path of the contract, split into segments once. Immutable. */
public final class PathTemplate {

    private final String text;
    private final Segment[] segments;
    private final List<String> names;

    private PathTemplate(String text, Segment[] segments, List<String> names) {
        this.text = text;
        this.segments = segments;
        this.names = names;
    }

    /** The template written {@code text}; trailing slashes do not count ([WEB-41]). */
    public static PathTemplate of(String text) {
        String[] parts = split(text);
        List<String> names = new ArrayList<>();
        Segment[] segments = new Segment[parts.length];
        for (int i = 0; i < parts.length; i++) segments[i] = Segment.of(parts[i], names);
        return new PathTemplate(text, segments, List.copyOf(names));
    }

    /** The segments of a path without its leading and trailing slashes; none for {@code /}. */
    static String[] split(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') end--;
        int start = end > 0 && path.charAt(0) == '/' ? 1 : 0;
        if (start >= end) return new String[0];
        int count = 1;
        for (int i = start; i < end; i++) {
            if (path.charAt(i) == '/') count++;
        }
        String[] parts = new String[count];
        int from = start;
        for (int i = 0; i < count - 1; i++) {
            int slash = path.indexOf('/', from);
            parts[i] = path.substring(from, slash);
            from = slash + 1;
        }
        parts[count - 1] = path.substring(from, end);
        return parts;
    }

    /** As the contract writes it. */
    public String text() {
        return text;
    }

    /** The names of its parameters in order. */
    public List<String> names() {
        return names;
    }

    int size() {
        return segments.length;
    }

    boolean isLiteral() {
        return names.isEmpty();
    }

    /** The path that a template without parameters matches, without trailing slash; {@code /} for the root. */
    String literalPath() {
        StringBuilder path = new StringBuilder();
        for (Segment segment : segments) path.append('/').append(segment.literals[0]);
        return path.isEmpty() ? "/" : path.toString();
    }

    /** The last segment when it is literal, else null ([WEB-150] rule 2). */
    public @Nullable String lastLiteral() {
        if (segments.length == 0) return null;
        Segment last = segments[segments.length - 1];
        return last.isLiteral() ? last.literals[0] : null;
    }

    /** The values of the parameters when the decoded segments match, else null. */
    String @Nullable [] match(String[] path) {
        if (path.length != segments.length) return null;
        for (int i = 0; i < path.length; i++) {
            if (segments[i].isLiteral() && !segments[i].literals[0].equals(path[i])) return null;
        }
        String[] values = new String[names.size()];
        int place = 0;
        for (int i = 0; i < path.length; i++) {
            Segment segment = segments[i];
            if (segment.isLiteral()) continue;
            if (!segment.match(path[i], values, place)) return null;
            place += segment.literals.length - 1;
        }
        return values;
    }

    /** The order of [WEB-42] without document order: the better template first. */
    static int compare(PathTemplate a, PathTemplate b) {
        int literalsA = 0;
        int literalsB = 0;
        for (Segment segment : a.segments) literalsA += segment.isLiteral() ? 1 : 0;
        for (Segment segment : b.segments) literalsB += segment.isLiteral() ? 1 : 0;
        if (literalsA != literalsB) return Integer.compare(literalsB, literalsA);
        int common = Math.min(a.segments.length, b.segments.length);
        for (int i = 0; i < common; i++) {
            if (a.segments[i].isLiteral() != b.segments[i].isLiteral()) return a.segments[i].isLiteral() ? -1 : 1;
        }
        for (int i = 0; i < common; i++) {
            int order = Integer.compare(a.segments[i].rank(), b.segments[i].rank());
            if (order != 0) return order;
        }
        return 0;
    }

    /**
     * One segment: literal texts with a parameter between each two of them.
     *
     * @param literals at least one; a segment that is only a parameter has two empty ones
     */
    private record Segment(String[] literals) {

        static Segment of(String text, List<String> names) {
            List<String> literals = new ArrayList<>();
            int from = 0;
            int open = text.indexOf('{');
            while (open >= 0) {
                int close = text.indexOf('}', open);
                if (close < 0) break;
                literals.add(text.substring(from, open));
                names.add(text.substring(open + 1, close));
                from = close + 1;
                open = text.indexOf('{', from);
            }
            literals.add(text.substring(from));
            return new Segment(literals.toArray(String[]::new));
        }

        boolean isLiteral() {
            return literals.length == 1;
        }

        /** 0 literal, 1 mixed, 2 a parameter alone. */
        int rank() {
            if (isLiteral()) return 0;
            for (String literal : literals) {
                if (!literal.isEmpty()) return 1;
            }
            return 2;
        }

        /** Parameters take as little as they can, at least one character ([WEB-41]). */
        boolean match(String text, String[] values, int place) {
            return text.startsWith(literals[0]) && rest(text, literals[0].length(), 1, values, place);
        }

        private boolean rest(String text, int from, int literal, String[] values, int place) {
            String next = literals[literal];
            if (literal == literals.length - 1) {
                int end = text.length() - next.length();
                if (end <= from || !text.endsWith(next)) return false;
                values[place] = text.substring(from, end);
                return true;
            }
            for (int end = from + 1; end <= text.length(); end++) {
                if (!text.startsWith(next, end)) continue;
                values[place] = text.substring(from, end);
                if (rest(text, end + next.length(), literal + 1, values, place + 1)) return true;
            }
            return false;
        }
    }
}
