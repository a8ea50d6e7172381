package org.arolang.web.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.arolang.runtime.Violation;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** Puts findings into words: all of them as violations, or the first one as the cause of a typed extraction. */
final class Mismatch {

    private static final int MOST = 100;

    private Mismatch() {}

    /** Violations sorted by path, at most 100 ([DATA-132]). */
    static List<Violation> violations(List<Finding> findings) {
        return findings.stream().map(finding -> new Violation(finding.pointer(), finding.message())).distinct()
                .sorted(Comparator.comparing(Violation::path, Mismatch::codePoints).thenComparing(Violation::message)).limit(MOST).toList();
    }

    private static int codePoints(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length()) {
            int left = a.codePointAt(i);
            int right = b.codePointAt(i);
            if (left != right) return Integer.compare(left, right);
            i += Character.charCount(left);
        }
        return Integer.compare(a.length(), b.length());
    }

    /** The text of [VAL-189] for what a recursive validation would find first ([VAL-186], [VAL-187]). */
    static String text(String schema, List<Finding> findings, @Nullable Object offending) {
        Finding first = first(findings);
        return "Schema '" + schema + "' validation failed:\n  " + line(first, findings, offending);
    }

    static Finding first(List<Finding> findings) {
        return findings.stream().min(Mismatch::order).orElseThrow();
    }

    private static int order(Finding a, Finding b) {
        int common = Math.min(a.steps().size(), b.steps().size());
        for (int i = 0; i < common; i++) {
            int order = step(a.steps().get(i), b.steps().get(i));
            if (order != 0) return order;
        }
        // What stands deeper comes after the type and the required properties, and before everything else.
        if (a.steps().size() < b.steps().size()) return rank(a) < 2 ? -1 : 1;
        if (a.steps().size() > b.steps().size()) return rank(b) < 2 ? 1 : -1;
        return Integer.compare(rank(a), rank(b));
    }

    private static int step(String a, String b) {
        boolean positions = a.matches("\\d{1,9}") && b.matches("\\d{1,9}");
        return positions ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b)) : codePoints(a, b);
    }

    private static int rank(Finding finding) {
        return switch (finding.keyword()) {
            case "type" -> 0;
            case "required" -> 1;
            case "additionalProperties" -> 2;
            case "enum" -> 3;
            case "const" -> 4;
            case "anyOf", "oneOf", "not" -> 6;
            default -> 5;
        };
    }

    private static String line(Finding finding, List<Finding> all, @Nullable Object offending) {
        String property = property(finding);
        return switch (finding.keyword()) {
            case "type" -> property == null
                    ? "Expected " + finding.types() + ", got " + finding.kind()
                    : "Property '" + property + "' expected " + finding.types() + ", got " + finding.kind();
            case "required" -> "Missing required property '" + finding.property() + "'\n  Required properties: " + finding.words();
            case "enum", "const" -> "Value '" + (offending == null ? "" : Text.of(offending)) + "' is not allowed. Must be one of: "
                    + finding.message().substring("must be one of: ".length());
            case "additionalProperties" -> "Additional properties not allowed: " + additional(finding, all);
            default -> finding.isComposition()
                    ? "Schema composition validation failed: " + finding.composition()
                    : (property == null ? "Value " : "Property '" + property + "' ") + finding.message();
        };
    }

    /** The innermost property on the way to a finding. */
    private static @Nullable String property(Finding finding) {
        for (String step : finding.steps().reversed()) {
            if (!step.matches("\\d+")) return step;
        }
        return null;
    }

    private static String additional(Finding finding, List<Finding> all) {
        TreeSet<String> names = new TreeSet<>(Mismatch::codePoints);
        for (Finding other : all) {
            if (other.keyword().equals(finding.keyword()) && other.steps().equals(finding.steps())) names.add("" + other.property());
        }
        List<String> quoted = new ArrayList<>();
        for (String name : names) quoted.add("'" + name + "'");
        return String.join(", ", quoted);
    }
}
