package org.arolang.compiler.lower;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;

/**
 * The names that the statements of a loop's body may bind in the scope of one iteration. Nested loops over collections and ranges have
 * scopes of their own, and are left out.
 */
final class RebindableNames {

    private final Map<String, Boolean> names = new LinkedHashMap<>();

    private RebindableNames() {}

    /** The names in the order of the text, and for each whether a {@code while} loop may bind it again and again. */
    static Map<String, Boolean> of(List<Statement> body) {
        RebindableNames found = new RebindableNames();
        found.collect(body, false);
        return found.names;
    }

    private void collect(List<Statement> statements, boolean repeated) {
        statements.forEach(statement -> collect(statement, repeated));
    }

    private void collect(Statement statement, boolean repeated) {
        switch (statement) {
            case Statement.Action action -> {
                if (action.result() instanceof Result.Noun noun) {
                    names.merge(noun.reference().base(), repeated, Boolean::logicalOr);
                }
            }
            case Statement.Pipeline pipeline -> pipeline.stages().forEach(stage -> collect(stage, repeated));
            case Statement.Publish publish -> names.merge(publish.external(), repeated, Boolean::logicalOr);
            case Statement.Match match -> {
                match.cases().forEach(branch -> collect(branch.body(), repeated));
                if (match.otherwise() != null) {
                    collect(match.otherwise(), repeated);
                }
            }
            case Statement.While loop -> collect(loop.body(), true);
            case Statement.Require _,Statement.ForEach _,Statement.RangeLoop _,Statement.Break _,Statement.Error _ -> {}
        }
    }
}
