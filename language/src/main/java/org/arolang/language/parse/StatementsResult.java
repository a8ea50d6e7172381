package org.arolang.language.parse;

import java.util.List;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.tree.Statement;

/** Statements and what was wrong with their text. */
public record StatementsResult(List<Statement> statements, List<Diagnostic> diagnostics) {

    public StatementsResult {
        statements = List.copyOf(statements);
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
