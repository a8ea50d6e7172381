package org.arolang.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.diagnostic.DiagnosticJson;
import org.arolang.language.diagnostic.DiagnosticRenderer;
import org.arolang.language.diagnostic.Palette;
import org.arolang.language.source.SourceFile;
import org.arolang.runtime.execution.Terminal;
import org.jspecify.annotations.Nullable;

/** Shows the problems of a program's text on one of the process's streams ([SYN-802], [SYN-808], [SYN-810]). */
public final class Report {

    private final PrintStream stream;
    private final boolean coloured;

    private Report(FileDescriptor descriptor, boolean coloured) {
        this.stream = new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
        this.coloured = coloured;
    }

    public static Report onStandardOutput(boolean colourAllowed) {
        return new Report(FileDescriptor.out, colourAllowed && Terminal.wantsColour(Terminal.Stream.OUTPUT));
    }

    public static Report onStandardError() {
        return new Report(FileDescriptor.err, Terminal.wantsColour(Terminal.Stream.ERROR));
    }

    public boolean isColoured() {
        return coloured;
    }

    public void line(String text) {
        stream.println(text);
    }

    /**
     * Shows what keeps a program from running, and its warnings when they are wanted ([SYN-808]).
     *
     * @return whether there are errors
     */
    public boolean show(List<SourceFile> files, List<Diagnostic> diagnostics, boolean warnings) {
        boolean errors = diagnostics.stream().anyMatch(Diagnostic::isError);
        if (errors || warnings && !diagnostics.isEmpty()) {
            stream.print(DiagnosticRenderer.report(files, diagnostics, options(warnings, null)));
        }
        return errors;
    }

    /**
     * Shows the result of a check.
     *
     * @param label what stands for the number of files, or null
     * @return the exit code
     */
    public int check(List<SourceFile> files, List<Diagnostic> diagnostics, @Nullable String label, boolean warnings, boolean json) {
        if (json) {
            stream.println(DiagnosticJson.write(files, diagnostics, warnings).stripTrailing());
        } else {
            stream.print(DiagnosticRenderer.report(files, diagnostics, options(warnings, label)));
        }
        return diagnostics.stream().anyMatch(Diagnostic::isError) ? 1 : 0;
    }

    private DiagnosticRenderer.Options options(boolean warnings, @Nullable String label) {
        return new DiagnosticRenderer.Options(warnings, coloured ? Palette.COLOUR : Palette.PLAIN, label);
    }
}
