package org.arolang.language.parse;

import java.util.List;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.tree.Expression;

/** An expression and what was wrong with its text; after a syntax error the expression is the null literal. */
public record ExpressionResult(Expression expression, List<Diagnostic> diagnostics) {

    public ExpressionResult {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
