package org.arolang.compiler.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.tree.Statement;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Actions;

/** Looks at the statements in a template. */
final class TemplateStatements {

    /** Verbs whose effect is the output. */
    private static final Set<String> OUTPUT = Set.of("print", "log", "output", "debug", "include", "embed", "insert");

    private TemplateStatements() {}

    /** Verbs that do not exist. */
    static List<Diagnostic> problems(Template template, Actions actions) {
        List<Diagnostic> found = new ArrayList<>();
        each(template.blocks(), action -> {
            if (!action.verb().startsWith("Application.") && actions.action(action.verb()) == null) {
                String message = "Template parse error in " + template.path() + ": Statement compilation error: Unknown action verb: '"
                        + action.verb() + "'";
                found.add(Diagnostic.error("template", message, template.file(), action.span()));
            }
        });
        return found;
    }

    /** Whether some statement may wait or have an effect beyond the output. */
    static boolean mayWait(Template template, Actions actions) {
        boolean[] waits = {false};
        each(template.blocks(), statement -> {
            Action action = actions.action(statement.verb());
            waits[0] |= action == null
                    || !OUTPUT.contains(statement.verb().toLowerCase(Locale.ROOT))
                            && (action.declaration().mayWait() || action.declaration().hasEffects());
        });
        return waits[0];
    }

    private static void each(List<Block> blocks, Consumer<Statement.Action> visitor) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Loop loop -> each(loop.body(), visitor);
                case Block.Section section -> {
                    each(section.then(), visitor);
                    each(section.otherwise(), visitor);
                }
                case Block.Statements statements -> statements.statements().forEach(statement -> visit(statement, visitor));
                case Block.Text _, Block.Value _, Block.Nothing _ -> {}
            }
        }
    }

    private static void visit(Statement statement, Consumer<Statement.Action> visitor) {
        switch (statement) {
            case Statement.Action action -> visitor.accept(action);
            case Statement.Pipeline pipeline -> pipeline.stages().forEach(visitor);
            case Statement.Match match -> {
                match.cases().forEach(branch -> branch.body().forEach(inner -> visit(inner, visitor)));
                if (match.otherwise() != null) {
                    match.otherwise().forEach(inner -> visit(inner, visitor));
                }
            }
            case Statement.ForEach loop -> loop.body().forEach(inner -> visit(inner, visitor));
            case Statement.RangeLoop loop -> loop.body().forEach(inner -> visit(inner, visitor));
            case Statement.While loop -> loop.body().forEach(inner -> visit(inner, visitor));
            case Statement.Publish _, Statement.Require _, Statement.Break _, Statement.Error _ -> {}
        }
    }
}
