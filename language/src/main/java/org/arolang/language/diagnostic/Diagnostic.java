package org.arolang.language.diagnostic;

import java.util.List;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One problem of a program's text ([SYN-801]). Data only: {@link DiagnosticRenderer} turns it into text.
 *
 * @param severity how grave it is
 * @param code the stable code of [SYN-811], such as {@code syntax} or {@code rebind}
 * @param message one line, without a final dot
 * @param file the file it is about; null when it is about the application as a whole
 * @param span the place in the file; null when it is about the whole file
 * @param hints what would be right, one line each
 */
public record Diagnostic(
        Severity severity, String code, String message, @Nullable SourceFile file, @Nullable Span span, List<String> hints) {

    public Diagnostic {
        hints = List.copyOf(hints);
    }

    public static Diagnostic error(String code, String message, SourceFile file, Span span, String... hints) {
        return new Diagnostic(Severity.ERROR, code, message, file, span, List.of(hints));
    }

    public static Diagnostic warning(String code, String message, SourceFile file, Span span, String... hints) {
        return new Diagnostic(Severity.WARNING, code, message, file, span, List.of(hints));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
