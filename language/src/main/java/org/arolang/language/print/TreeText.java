package org.arolang.language.print;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Condition;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Pattern;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Trees in a compact form with parentheses, for tests and for looking at what the parser made of a text. Spans are left out. */
public final class TreeText {

    private static final Spelling SPELLING = new Spelling(false);

    private TreeText() {}

    public static String of(FeatureSet featureSet) {
        FeatureSet.Takes takes = featureSet.takes();
        return node(
                "feature-set",
                SPELLING.string(featureSet.name()),
                SPELLING.string(featureSet.activity()),
                takes == null ? null : node("takes", takes.field(), takes.type()),
                clause("when", featureSet.guard()),
                body(featureSet.body()));
    }

    public static String of(List<Statement> statements) {
        return joined(statements.stream().map(TreeText::of).toList());
    }

    public static String of(Statement statement) {
        return switch (statement) {
            case Statement.Action action -> action(action);
            case Statement.Pipeline pipeline -> node("pipeline", joined(pipeline.stages().stream().map(TreeText::action).toList()));
            case Statement.Publish publish -> node("publish", publish.external(), publish.internal());
            case Statement.Require require -> node("require", require.name(), require.source());
            case Statement.Match match ->
                node(
                        "match",
                        reference(match.subject()),
                        joined(match.cases().stream().map(TreeText::branch).toList()),
                        match.otherwise() == null ? null : node("otherwise", body(match.otherwise())));
            case Statement.ForEach loop ->
                node(
                        loop.parallel() ? "parallel-for-each" : "for-each",
                        loop.item().text(),
                        loop.index() == null ? null : node("at", loop.index().text()),
                        of(loop.collection()),
                        loop.concurrency() == null ? null : node("concurrency", loop.concurrency().toString()),
                        clause("where", loop.filter()),
                        body(loop.body()));
            case Statement.RangeLoop loop -> node("for", loop.variable().text(), of(loop.from()), of(loop.to()), body(loop.body()));
            case Statement.While loop -> node("while", of(loop.condition()), body(loop.body()));
            case Statement.Break stop -> node("break", clause("when", stop.guard()));
            case Statement.Error _ -> "(error)";
        };
    }

    private static String body(List<Statement> statements) {
        return "{" + of(statements) + "}";
    }

    private static String branch(Statement.Case branch) {
        String pattern = switch (branch.pattern()) {
            case Pattern.Literal literal -> of(literal.literal());
            case Pattern.Variable variable -> reference(variable.reference());
            case Pattern.Any _ -> "_";
        };
        return node("case", pattern, clause("where", branch.guard()), body(branch.body()));
    }

    private static String action(Statement.Action action) {
        String result = switch (action.result()) {
            case null -> null;
            case Result.Noun noun -> noun(noun.article(), noun.reference());
            case Result.Sink sink -> node("sink", of(sink.expression()));
        };
        return node(action.verb(), result, action.preposition(), action.object() == null ? null : object(action.object()),
                clauses(action.clauses()));
    }

    private static String object(ActionObject object) {
        String text = switch (object) {
            case ActionObject.Noun noun -> noun(noun.article(), noun.reference());
            case ActionObject.Value value -> node("value", of(value.expression()), value.unit());
        };
        return object.method() == null ? text : object.method() + " " + text;
    }

    private static String noun(@Nullable String article, Reference reference) {
        return article == null ? reference(reference) : article + " " + reference(reference);
    }

    private static @Nullable String clauses(Clauses clauses) {
        if (clauses.keywords().isEmpty()) {
            return null;
        }
        return joined(clauses.keywords().stream().map(keyword -> clause(keyword.name(), clauses)).toList());
    }

    private static String clause(String name, Clauses clauses) {
        return switch (name) {
            case "with" ->
                clauses.aggregate() == null
                        ? "" + clause("with", clauses.with())
                        : node("with", node(clauses.aggregate().function(), clauses.aggregate().field()));
            case "to" -> "" + clause("to", clauses.to());
            case "from" -> node("from", clauses.from() == null ? null : object(clauses.from()));
            case "where" -> node("where", clauses.where() == null ? null : of(clauses.where()));
            case "by" -> node("by", by(clauses.by()));
            case "order" -> node("order", keys(clauses.order()));
            case "limit" -> "" + clause("limit", clauses.limit());
            case "offset" -> "" + clause("offset", clauses.offset());
            case "matching" -> "" + clause("matching", clauses.matching());
            case "default" -> "" + clause("default", clauses.defaultValue());
            case "when" -> "" + clause("when", clauses.when());
            default -> node(name);
        };
    }

    private static @Nullable String clause(String name, @Nullable Expression expression) {
        return expression == null ? null : node(name, of(expression));
    }

    private static @Nullable String by(Clauses.@Nullable By by) {
        return switch (by) {
            case null -> null;
            case Clauses.By.Literal literal -> of(literal.value());
            case Clauses.By.Keys keys when keys.variable() != null -> node("variable", reference(keys.variable().reference()));
            case Clauses.By.Keys keys -> keys(keys.keys());
        };
    }

    private static String keys(List<Clauses.Key> keys) {
        return joined(keys.stream().map(key -> node(key.ascending() ? "asc" : "desc", key.field())).toList());
    }

    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.Or or -> node("or", joined(or.alternatives().stream().map(TreeText::of).toList()));
            case Condition.And and -> node("and", joined(and.parts().stream().map(TreeText::of).toList()));
            case Condition.Group group -> node("group", of(group.inner()));
            case Condition.Test test ->
                node(
                        operator(test.operator()),
                        test.field(),
                        test.value() == null ? null : of(test.value()),
                        test.upper() == null ? null : of(test.upper()));
        };
    }

    private static String operator(Condition.Operator operator) {
        return switch (operator) {
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
            default -> operator.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    public static String of(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> SourcePrinter.print(literal);
            case Expression.ListLiteral list -> node("list", joined(list.elements().stream().map(TreeText::of).toList()));
            case Expression.MapLiteral map ->
                node("map", joined(map.entries().stream().map(e -> node(SPELLING.key(e.key()), of(e.value()))).toList()));
            case Expression.Variable variable -> reference(variable.reference());
            case Expression.Binary binary -> node(binary.operator().symbol(), of(binary.left()), of(binary.right()));
            case Expression.Negate negate -> node("-", of(negate.operand()));
            case Expression.Not not -> node("not", of(not.operand()));
            case Expression.Member member -> node(".", of(member.operand()), member.name());
            case Expression.Subscript subscript -> node("[]", of(subscript.operand()), of(subscript.index()));
            case Expression.Group group -> node("group", of(group.inner()));
            case Expression.Exists exists ->
                node((exists.negated() ? "not-" : "") + (exists.isDefinedForm() ? "defined" : "exists"), of(exists.operand()));
            case Expression.Empty empty -> node(empty.negated() ? "not-empty" : "empty", of(empty.operand()));
            case Expression.TypeTest test -> node(test.negated() ? "is-not" : "is", of(test.operand()), test.article(), test.type());
            case Expression.Interpolated string -> node("string", joined(string.parts().stream().map(TreeText::part).toList()));
        };
    }

    private static String part(Expression.Part part) {
        return switch (part) {
            case Expression.Part.Chars chars -> SPELLING.string(chars.value());
            case Expression.Part.Hole hole -> hole.expression() == null ? "${}" : of(hole.expression());
        };
    }

    private static String reference(Reference reference) {
        return SPELLING.reference(reference);
    }

    private static String joined(List<String> parts) {
        return parts.isEmpty() ? "" : String.join(" ", parts);
    }

    private static String node(String name, @Nullable String... parts) {
        StringJoiner node = new StringJoiner(" ", "(", ")");
        node.add(name);
        for (String part : parts) {
            if (part != null && !part.isEmpty()) {
                node.add(part);
            }
        }
        return node.toString();
    }
}
