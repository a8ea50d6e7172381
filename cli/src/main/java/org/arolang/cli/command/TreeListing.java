package org.arolang.cli.command;

import java.util.List;
import java.util.Locale;
import org.arolang.language.check.VerbCatalog;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Node;
import org.arolang.language.tree.Program;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** A program's tree as an indented listing ([TOOL-213]). */
final class TreeListing {

    private final SourceFile file;
    private final VerbCatalog verbs;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private TreeListing(SourceFile file, VerbCatalog verbs) {
        this.file = file;
        this.verbs = verbs;
    }

    /** The listing, lines ended by {@code \n}. */
    static String of(Program program, VerbCatalog verbs) {
        TreeListing listing = new TreeListing(program.file(), verbs);
        listing.node("Program", () -> {
            program.imports().forEach(declaration -> listing.line("Import: " + declaration.path()));
            program.featureSets().forEach(listing::featureSet);
        });
        return listing.out.toString();
    }

    private void featureSet(FeatureSet featureSet) {
        node("FeatureSet: " + featureSet.name(), () -> {
            line("BusinessActivity: " + featureSet.activity());
            field("Guard", featureSet.guard());
            featureSet.body().forEach(this::statement);
        });
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Action action -> node("AROStatement", () -> action(action));
            case Statement.Publish publish -> node("PublishStatement", () -> {
                line("External: " + publish.external());
                line("Internal: " + publish.internal());
            });
            case Statement.Require require -> node("RequireStatement", () -> {
                line("Variable: " + require.name());
                line("Source: " + require.source());
            });
            case Statement.Match match -> node("MatchStatement", () -> match(match));
            case Statement.ForEach loop -> node("ForEachLoop", () -> forEach(loop));
            case Statement.RangeLoop loop -> node("RangeLoop", () -> {
                line("Variable: " + loop.variable().text());
                field("From", loop.from());
                field("To", loop.to());
                body("Body:", loop.body());
            });
            case Statement.While loop -> node("WhileLoop", () -> {
                field("Condition", loop.condition());
                body("Body:", loop.body());
            });
            case Statement.Break stop -> node("BreakStatement", () -> field("Guard", stop.guard()));
            case Statement.Pipeline pipeline -> node("PipelineStatement", () -> {
                line("Stages: " + pipeline.stages().size());
                for (int i = 0; i < pipeline.stages().size(); i++) {
                    Statement.Action stage = pipeline.stages().get(i);
                    node("Stage " + (i + 1) + ":", () -> action(stage));
                }
            });
            case Statement.Error error -> line("ErrorStatement: " + text(error.span()));
        }
    }

    private void action(Statement.Action action) {
        String role = verbs.find(action.verb()).map(verb -> " [" + verb.role().name().toLowerCase(Locale.ROOT) + "]").orElse("");
        line("Action: " + action.verb() + role);
        switch (action.result()) {
            case Result.Noun noun -> line("Result: " + name(noun.reference()));
            case Result.Sink sink -> field("Result", sink.expression());
            case null -> {
            }
        }
        switch (action.object()) {
            case ActionObject.Noun noun -> line("Object: " + action.preposition() + " " + name(noun.reference()));
            case ActionObject.Value value -> line("Object: " + action.preposition() + " " + text(value.span()));
            case null -> {
            }
        }
        for (Clauses.Keyword keyword : action.clauses().keywords()) {
            String content = text(new Span(keyword.span().end(), keyword.clause().end())).strip();
            String label = Character.toUpperCase(keyword.name().charAt(0)) + keyword.name().substring(1);
            boolean order = keyword.name().equals("order") && content.toLowerCase(Locale.ROOT).startsWith("by ");
            line((label + ": " + (order ? content.substring(3).strip() : content)).strip());
        }
    }

    private void match(Statement.Match match) {
        line("Subject: " + name(match.subject()));
        for (Statement.Case branch : match.cases()) {
            node("Case: " + text(((Node) branch.pattern()).span()), () -> {
                field("Guard", branch.guard());
                branch.body().forEach(this::statement);
            });
        }
        if (match.otherwise() != null) {
            body("Otherwise:", match.otherwise());
        }
    }

    private void forEach(Statement.ForEach loop) {
        line("Item: " + loop.item().text());
        if (loop.index() != null) {
            line("Index: " + loop.index().text());
        }
        field("Collection", loop.collection());
        if (loop.parallel()) {
            line("Parallel: true");
        }
        if (loop.concurrency() != null) {
            line("Concurrency: " + loop.concurrency());
        }
        field("Filter", loop.filter());
        body("Body:", loop.body());
    }

    private void body(String title, List<Statement> statements) {
        node(title, () -> statements.forEach(this::statement));
    }

    private void field(String label, @Nullable Node node) {
        if (node != null) {
            line(label + ": " + text(node.span()));
        }
    }

    private static String name(Reference reference) {
        return reference.qualifier() == null ? reference.base() : reference.base() + ": " + reference.qualifier().raw();
    }

    /** A part of the source on one line. */
    private String text(Span span) {
        return file.text(span).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private void node(String title, Runnable content) {
        line(title);
        depth++;
        content.run();
        depth--;
    }

    private void line(String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
