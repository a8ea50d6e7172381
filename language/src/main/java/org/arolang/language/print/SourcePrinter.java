package org.arolang.language.print;

import java.util.List;
import java.util.stream.Collectors;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Condition;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Pattern;
import org.arolang.language.tree.Program;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Trees as canonical ARO source: parsed again, the text gives an equal tree, spans aside. Comments are not printed, and an
 * {@link Statement.Error} becomes one.
 */
public final class SourcePrinter {

    private static final String INDENT = "    ";
    private static final Spelling SPELLING = new Spelling(false);

    private final StringBuilder text = new StringBuilder();
    private int depth;

    private SourcePrinter() {}

    public static String print(Program program) {
        String imports = program.imports().stream().map(i -> "import " + i.path() + "\n").collect(Collectors.joining());
        String featureSets = program.featureSets().stream().map(SourcePrinter::print).collect(Collectors.joining("\n"));
        return imports + (imports.isEmpty() || featureSets.isEmpty() ? "" : "\n") + featureSets;
    }

    /** A feature set, ending in a line break. */
    public static String print(FeatureSet featureSet) {
        SourcePrinter printer = new SourcePrinter();
        FeatureSet.Takes takes = featureSet.takes();
        String field = "";
        if (takes != null) {
            field = " takes <" + takes.field() + (takes.type() == null ? "" : ": " + takes.type()) + ">";
        }
        String guard = featureSet.guard() == null ? "" : " when " + print(featureSet.guard());
        printer.block("(" + featureSet.name() + ": " + featureSet.activity() + field + ")" + guard, featureSet.body());
        return printer.text.toString();
    }

    /** A statement with its terminator, ending in a line break. */
    public static String print(Statement statement) {
        SourcePrinter printer = new SourcePrinter();
        printer.statement(statement);
        return printer.text.toString();
    }

    public static String print(Expression expression) {
        return ExpressionPrinter.source().print(expression);
    }

    public static String print(Condition condition) {
        return ExpressionPrinter.source().print(condition);
    }

    public static String print(Reference reference) {
        return SPELLING.reference(reference);
    }

    private void line(String content) {
        text.repeat(INDENT, depth).append(content).append('\n');
    }

    private void block(String head, List<Statement> body) {
        line(head + " {");
        depth++;
        body.forEach(this::statement);
        depth--;
        line("}");
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Action action -> line(action(action) + ".");
            case Statement.Pipeline pipeline ->
                line(pipeline.stages().stream()
                        .map(SourcePrinter::action)
                        .collect(Collectors.joining("\n" + INDENT.repeat(depth + 1) + "|> "))
                        + ".");
            case Statement.Publish publish ->
                line(publish.keyword() + " as <" + publish.external() + "> <" + publish.internal() + ">.");
            case Statement.Require require -> line("Require the <" + require.name() + "> from the <" + require.source() + ">.");
            case Statement.Match match -> match(match);
            case Statement.ForEach loop -> block(head(loop), loop.body());
            case Statement.RangeLoop loop ->
                block("for <" + loop.variable().text() + "> from " + print(loop.from()) + " to " + print(loop.to()), loop.body());
            case Statement.While loop -> block("while " + print(loop.condition()), loop.body());
            case Statement.Break stop -> line("break" + clause(" when ", stop.guard()) + ".");
            case Statement.Error _ -> line("(* unreadable *)");
        }
    }

    private void match(Statement.Match match) {
        line("match " + SPELLING.reference(match.subject()) + " {");
        depth++;
        for (Statement.Case branch : match.cases()) {
            block("case " + pattern(branch.pattern()) + clause(" where ", branch.guard()), branch.body());
        }
        if (match.otherwise() != null) {
            block("otherwise", match.otherwise());
        }
        depth--;
        line("}");
    }

    private static String pattern(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Literal literal -> print(literal.literal());
            case Pattern.Variable variable -> SPELLING.reference(variable.reference());
            case Pattern.Any _ -> "_";
        };
    }

    private static String head(Statement.ForEach loop) {
        return (loop.parallel() ? "parallel for each <" : "for each <") + loop.item().text() + ">"
                + (loop.index() == null ? "" : " at <" + loop.index().text() + ">")
                + " in " + print(loop.collection())
                + (loop.concurrency() == null ? "" : " with <concurrency: " + loop.concurrency() + ">")
                + clause(" where ", loop.filter());
    }

    private static String clause(String keyword, @Nullable Expression expression) {
        return expression == null ? "" : keyword + print(expression);
    }

    private static String action(Statement.Action action) {
        StringBuilder line = new StringBuilder(action.verb());
        if (action.result() != null) {
            line.append(' ').append(result(action.result()));
        }
        if (action.object() != null) {
            line.append(' ').append(action.preposition()).append(' ').append(object(action.object()));
        }
        for (Clauses.Keyword keyword : action.clauses().keywords()) {
            line.append(' ').append(clause(keyword.name(), action.clauses()));
        }
        return line.toString();
    }

    private static String result(Result result) {
        return switch (result) {
            case Result.Noun noun -> noun(noun.article(), noun.reference());
            case Result.Sink sink -> print(sink.expression());
        };
    }

    private static String noun(@Nullable String article, Reference reference) {
        return (article == null ? "" : article + " ") + SPELLING.reference(reference);
    }

    private static String object(ActionObject object) {
        String method = object.method() == null ? "" : object.method() + " ";
        return method
                + switch (object) {
                    case ActionObject.Noun noun -> noun(noun.article(), noun.reference());
                    case ActionObject.Value value -> print(value.expression()) + (value.unit() == null ? "" : " " + value.unit());
                };
    }

    private static String clause(String name, Clauses clauses) {
        return switch (name) {
            case "with" -> clauses.aggregate() == null ? clause("with ", clauses.with()) : "with " + aggregate(clauses.aggregate());
            case "to" -> clause("to ", clauses.to());
            case "from" -> clauses.from() == null ? "" : "from " + object(clauses.from());
            case "where" -> clauses.where() == null ? "" : "where " + print(clauses.where());
            case "by" -> clauses.by() == null ? "" : "by " + by(clauses.by());
            case "order" -> "order by " + keys(clauses.order());
            case "limit" -> clause("limit ", clauses.limit());
            case "offset" -> clause("offset ", clauses.offset());
            case "matching" -> clause("matching ", clauses.matching());
            case "recursively" -> "recursively";
            case "default" -> clause("default ", clauses.defaultValue());
            case "when" -> clause("when ", clauses.when());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String aggregate(Clauses.Aggregate aggregate) {
        return aggregate.function() + "(" + (aggregate.field() == null ? "" : SPELLING.field(aggregate.field())) + ")";
    }

    private static String by(Clauses.By by) {
        return switch (by) {
            case Clauses.By.Literal literal -> print(literal.value());
            case Clauses.By.Keys keys when keys.variable() != null -> SPELLING.reference(keys.variable().reference());
            case Clauses.By.Keys keys -> keys(keys.keys());
        };
    }

    private static String keys(List<Clauses.Key> keys) {
        return keys.stream()
                .map(key -> SPELLING.bareField(key.field()) + (key.directed() ? key.ascending() ? " asc" : " desc" : ""))
                .collect(Collectors.joining(", "));
    }
}
