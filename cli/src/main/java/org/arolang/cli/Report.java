package org.arolang.cli;

import java.util.List;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.diagnostic.DiagnosticJson;
import org.arolang.language.diagnostic.DiagnosticRenderer;
import org.arolang.language.diagnostic.Palette;
import org.arolang.language.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** Shows the problems of a program's text ([SYN-802], [SYN-808], [SYN-810]). */
public final class Report {

    private Report() {}

    /**
     * Shows on standard error what keeps a program from running, and its warnings when they are wanted ([SYN-808]).
     *
     * @return whether there are errors
     */
    public static boolean show(Surroundings around, List<SourceFile> files, List<Diagnostic> diagnostics, boolean warnings) {
        boolean errors = hasErrors(diagnostics);
        if (errors || warnings && !diagnostics.isEmpty()) {
            String report = DiagnosticRenderer.report(files, diagnostics, options(around.colourError(), warnings, null));
            around.error(report.stripTrailing());
        }
        return errors;
    }

    /**
     * Shows the result of a check on standard output.
     *
     * @param label what stands for the number of files, or null
     * @return the exit code
     */
    public static int check(
            Surroundings around,
            List<SourceFile> files,
            List<Diagnostic> diagnostics,
            @Nullable String label,
            boolean warnings,
            boolean json,
            boolean colour) {
        if (json) {
            around.println(DiagnosticJson.write(files, diagnostics, warnings).stripTrailing());
        } else {
            around.print(DiagnosticRenderer.report(files, diagnostics, options(colour && around.colourOutput(), warnings, label)));
        }
        return hasErrors(diagnostics) ? 1 : 0;
    }

    private static boolean hasErrors(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    private static DiagnosticRenderer.Options options(boolean colour, boolean warnings, @Nullable String label) {
        return new DiagnosticRenderer.Options(warnings, colour ? Palette.COLOUR : Palette.PLAIN, label);
    }
}
