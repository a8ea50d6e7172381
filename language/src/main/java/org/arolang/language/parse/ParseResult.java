package org.arolang.language.parse;

import java.util.List;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.tree.Program;

/**
 * A file's tree and what was wrong with its text.
 *
 * @param program what could be read; after errors the rest is missing or stands as {@link org.arolang.language.tree.Statement.Error}
 * @param diagnostics in the order found
 * @param complete false when a lexical error stopped the analysis: then nothing else is reported about this file ([SYN-642]), however
 *     much the tree holds
 */
public record ParseResult(Program program, List<Diagnostic> diagnostics, boolean complete) {

    public ParseResult {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
