package org.arolang.language.parse;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;

/**
 * What one run of lexer and parser has found. A lexical error other than an unexpected character stops the analysis of the file: nothing
 * found after it counts ([SYN-642]). Nesting is reported once per run: what follows from it would drown the rest.
 */
final class Problems {

    private final SourceFile file;
    private final List<Diagnostic> found = new ArrayList<>();
    private boolean stopped;
    private boolean nestingReported;

    Problems(SourceFile file) {
        this.file = file;
    }

    SourceFile file() {
        return file;
    }

    /** Whether a lexical error has stopped the analysis. */
    boolean stopped() {
        return stopped;
    }

    List<Diagnostic> found() {
        return List.copyOf(found);
    }

    void error(String code, String message, Span span, String... hints) {
        if (!stopped) {
            found.add(Diagnostic.error(code, message, file, span, hints));
        }
    }

    void warning(String code, String message, Span span) {
        if (!stopped) {
            found.add(Diagnostic.warning(code, message, file, span));
        }
    }

    /** A lexical error after which nothing counts. */
    void stop(String message, Span span) {
        error("lexical", message, span);
        stopped = true;
    }

    void nesting(Span span) {
        if (!nestingReported) {
            error("nesting", SyntaxMessages.NESTING, span);
            nestingReported = true;
        }
    }
}
