package org.arolang.language.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/** Diagnostics as text ([SYN-802], [SYN-803]), the same in every command. */
public final class DiagnosticRenderer {

    /** At most so many are shown in full ([SYN-803]). */
    public static final int LIMIT = 100;

    private DiagnosticRenderer() {}

    /**
     * How a report is written.
     *
     * @param warnings whether warnings are shown and counted
     * @param palette with or without colour
     * @param label what stands for the number of files, as for a checked snippet ([SYN-804]); null for the number
     */
    public record Options(boolean warnings, Palette palette, @Nullable String label) {

        public static final Options DEFAULT = new Options(true, Palette.PLAIN, null);

        public Options withoutWarnings() {
            return new Options(false, palette, label);
        }

        public Options with(Palette newPalette) {
            return new Options(warnings, newPalette, label);
        }

        public Options withLabel(String newLabel) {
            return new Options(warnings, palette, newLabel);
        }
    }

    /** What {@code aro check} prints ([SYN-810]) for {@code files}, in source order. */
    public static String report(List<SourceFile> files, List<Diagnostic> diagnostics) {
        return report(files, diagnostics, Options.DEFAULT);
    }

    /** All diagnostics and the summary, or the one line that says that there is nothing to show. */
    public static String report(List<SourceFile> files, List<Diagnostic> diagnostics, Options options) {
        List<Diagnostic> all = inOrder(files, diagnostics);
        List<Diagnostic> shown = options.warnings() ? all : all.stream().filter(Diagnostic::isError).toList();
        String where = options.label() == null ? count(files.size(), "file") : options.label();
        if (shown.isEmpty()) {
            return nothing(options, !all.isEmpty(), where) + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : shown.subList(0, Math.min(LIMIT, shown.size()))) {
            text.append(render(diagnostic, options.palette())).append('\n');
        }
        if (shown.size() > LIMIT) {
            text.append("... and ").append(shown.size() - LIMIT).append(" more\n\n");
        }
        return text.append(summary(shown, options.warnings(), where)).append('\n').toString();
    }

    private static String nothing(Options options, boolean hidden, String where) {
        if (hidden) {
            return "✅ No errors found in " + where;
        }
        return (options.label() == null ? "✅ No issues found in " : "✅ No syntax issues in ") + where;
    }

    private static String summary(List<Diagnostic> shown, boolean warnings, String where) {
        int errors = (int) shown.stream().filter(Diagnostic::isError).count();
        int warned = (int) shown.stream().filter(d -> d.severity() == Severity.WARNING).count();
        if (errors == 0) {
            return "⚠️ " + count(warned, "warning") + " in " + where;
        }
        return "❌ " + count(errors, "error") + (warnings && warned > 0 ? ", " + count(warned, "warning") : "") + " in " + where;
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** One diagnostic: the severity and message, its place with the source line, its hints; every line ends in a line break. */
    public static String render(Diagnostic diagnostic, Palette palette) {
        StringBuilder text = new StringBuilder();
        String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        text.append(palette.severity(diagnostic.severity(), severity)).append(": ").append(diagnostic.message()).append('\n');
        SourceFile file = diagnostic.file();
        Span span = diagnostic.span();
        if (file != null && span != null) {
            text.append(Excerpt.of(file, span).text(palette, diagnostic.severity()));
        } else if (file != null) {
            text.append("  ").append(palette.dim(file.name())).append('\n');
        }
        for (String hint : diagnostic.hints()) {
            text.append("  ").append(palette.hint("hint")).append(": ").append(hint).append('\n');
        }
        return text.toString();
    }

    /** The order of [SYN-803]: by file, place, severity and code; the same code at the same span only once. */
    public static List<Diagnostic> inOrder(List<SourceFile> files, List<Diagnostic> diagnostics) {
        // Nearly every start: the comparators below need not even be made.
        if (diagnostics.size() < 2) {
            return List.copyOf(diagnostics);
        }
        Map<String, Integer> ranks = new HashMap<>();
        for (SourceFile file : files) {
            ranks.putIfAbsent(file.name(), ranks.size());
        }
        Comparator<Diagnostic> order = Comparator.<Diagnostic>comparingInt(d -> rank(d, ranks))
                .thenComparing(d -> d.file() == null ? "" : d.file().name())
                .thenComparingInt(d -> d.span() == null ? -1 : d.span().start())
                .thenComparing(Diagnostic::severity)
                .thenComparing(Diagnostic::code);
        Set<Place> seen = new HashSet<>();
        List<Diagnostic> sorted = new ArrayList<>(diagnostics);
        sorted.sort(order);
        sorted.removeIf(d -> !seen.add(Place.of(d)));
        return List.copyOf(sorted);
    }

    private static int rank(Diagnostic diagnostic, Map<String, Integer> ranks) {
        SourceFile file = diagnostic.file();
        return file == null ? Integer.MAX_VALUE : ranks.getOrDefault(file.name(), ranks.size());
    }

    private record Place(String file, @Nullable Span span, String code, String message) {
        static Place of(Diagnostic diagnostic) {
            String file = diagnostic.file() == null ? "" : diagnostic.file().name();
            return new Place(file, diagnostic.span(), diagnostic.code(), diagnostic.span() == null ? diagnostic.message() : "");
        }
    }
}
