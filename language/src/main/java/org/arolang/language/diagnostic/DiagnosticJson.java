package org.arolang.language.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.arolang.language.source.Position;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;

/** Diagnostics as one line of compact JSON ([SYN-812]), keys in order. */
public final class DiagnosticJson {

    private static final Position NOWHERE = new Position(0, 0);

    private DiagnosticJson() {}

    /** The line, without a line break at its end; without {@code warnings} only the errors. */
    public static String write(List<SourceFile> files, List<Diagnostic> diagnostics, boolean warnings) {
        List<Diagnostic> shown = DiagnosticRenderer.inOrder(files, diagnostics).stream()
                .filter(d -> warnings || d.isError())
                .toList();
        long errors = shown.stream().filter(Diagnostic::isError).count();
        long warned = shown.stream().filter(d -> d.severity() == Severity.WARNING).count();
        String list = shown.stream().map(DiagnosticJson::object).collect(Collectors.joining(",", "[", "]"));
        return "{\"diagnostics\":" + list + ",\"errors\":" + errors + ",\"files\":" + files.size() + ",\"warnings\":" + warned + "}";
    }

    private static String object(Diagnostic diagnostic) {
        SourceFile file = diagnostic.file();
        Span span = diagnostic.span();
        Position start = file == null || span == null ? NOWHERE : file.position(span.start());
        Position end = file == null || span == null ? NOWHERE : file.position(span.end());
        String hints = diagnostic.hints().stream().map(DiagnosticJson::string).collect(Collectors.joining(",", "[", "]"));
        return "{\"code\":" + string(diagnostic.code())
                + ",\"column\":" + start.column()
                + ",\"endColumn\":" + end.column()
                + ",\"endLine\":" + end.line()
                + ",\"file\":" + string(file == null ? "" : file.name())
                + ",\"hints\":" + hints
                + ",\"line\":" + start.line()
                + ",\"message\":" + string(diagnostic.message())
                + ",\"severity\":" + string(diagnostic.severity().name().toLowerCase(Locale.ROOT))
                + "}";
    }

    /** A JSON string as [VAL-140] writes it. */
    private static String string(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? "\\u%04x".formatted((int) c) : c);
            }
        }
        return text.append('"').toString();
    }
}
