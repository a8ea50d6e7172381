package org.arolang.compiler.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Actions;
import org.jspecify.annotations.Nullable;

/** Looks at the statements in a template. */
final class TemplateStatements {

    /** Verbs whose effect is the output. */
    private static final Set<String> OUTPUT = Set.of("print", "log", "output", "debug", "include", "embed", "insert");

    private TemplateStatements() {}

    /** Verbs and templates that do not exist ([SYN-747]). */
    static List<Diagnostic> problems(Template template, Actions actions, Predicate<String> exists) {
        List<Diagnostic> found = new ArrayList<>();
        each(template.blocks(), action -> {
            if (!action.verb().startsWith("Application.") && actions.action(action.verb()) == null) {
                String message = "Template parse error in " + template.path() + ": Statement compilation error: Unknown action verb: '"
                        + action.verb() + "'";
                found.add(Diagnostic.error("template", message, template.file(), action.span()));
            }
            Qualifier named = template(action);
            if (named != null && isLiteral(named) && !exists.test(named.raw())) {
                found.add(Diagnostic.error("template", "Template not found: " + named.raw(), template.file(), named.span()));
            }
        });
        return found;
    }

    /** What an action calls the template that it includes or renders, or null. */
    private static @Nullable Qualifier template(Statement.Action action) {
        if (action.object() instanceof ActionObject.Noun noun && isTemplate(noun.reference())) {
            return noun.reference().qualifier();
        }
        return action.result() instanceof Result.Noun noun && isTemplate(noun.reference()) ? noun.reference().qualifier() : null;
    }

    private static boolean isTemplate(Reference reference) {
        return reference.base().equalsIgnoreCase("template");
    }

    /** A bare word may be a variable with the path. */
    private static boolean isLiteral(Qualifier named) {
        return named.quoted()
                || named.form() == Qualifier.Form.PATH && (named.raw().indexOf('.') >= 0 || named.raw().indexOf('/') >= 0);
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
                case Block.Text _,Block.Value _,Block.Nothing _ -> {}
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
            case Statement.Publish _,Statement.Require _,Statement.Break _,Statement.Error _ -> {}
        }
    }
}
