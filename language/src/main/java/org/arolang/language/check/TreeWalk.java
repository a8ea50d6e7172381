package org.arolang.language.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Condition;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Ways through the tree that several checks share. Expressions are walked without recursion: a sum may have thousands of terms. */
public final class TreeWalk {

    private TreeWalk() {}

    /** Every statement of {@code body} in source order, nested ones and the stages of pipelines included ([SYN-745]). */
    static void statements(List<Statement> body, Consumer<Statement> visit) {
        for (Statement statement : body) {
            visit.accept(statement);
            switch (statement) {
                case Statement.Pipeline pipeline -> pipeline.stages().forEach(visit);
                case Statement.Match match -> {
                    match.cases().forEach(branch -> statements(branch.body(), visit));
                    if (match.otherwise() != null) {
                        statements(match.otherwise(), visit);
                    }
                }
                case Statement.ForEach loop -> statements(loop.body(), visit);
                case Statement.RangeLoop loop -> statements(loop.body(), visit);
                case Statement.While loop -> statements(loop.body(), visit);
                case Statement.Action _,Statement.Publish _,Statement.Require _,Statement.Break _,Statement.Error _ -> {}
            }
        }
    }

    /** Every action statement of {@code body} in source order. */
    public static void actions(List<Statement> body, Consumer<Statement.Action> visit) {
        statements(body, statement -> {
            if (statement instanceof Statement.Action action) {
                visit.accept(action);
            }
        });
    }

    /** The expressions that belong to {@code statement} itself, not to the statements inside it nor to the stages of a pipeline. */
    static void expressions(Statement statement, Consumer<Expression> visit) {
        switch (statement) {
            case Statement.Action action -> {
                if (action.result() instanceof Result.Sink sink) {
                    visit.accept(sink.expression());
                }
                if (action.object() instanceof ActionObject.Value value) {
                    visit.accept(value.expression());
                }
                clauseValues(action.clauses(), visit);
                accept(action.guard(), visit);
            }
            case Statement.Match match -> match.cases().forEach(branch -> accept(branch.guard(), visit));
            case Statement.ForEach loop -> {
                visit.accept(loop.collection());
                accept(loop.filter(), visit);
            }
            case Statement.RangeLoop loop -> {
                visit.accept(loop.from());
                visit.accept(loop.to());
            }
            case Statement.While loop -> visit.accept(loop.condition());
            case Statement.Break stop -> accept(stop.guard(), visit);
            case Statement.Pipeline _,Statement.Publish _,Statement.Require _,Statement.Error _ -> {}
        }
    }

    /** The expressions of all clauses but the guard. A key of {@code by} that may be a variable is not among them. */
    static void clauseValues(Clauses clauses, Consumer<Expression> visit) {
        accept(clauses.with(), visit);
        accept(clauses.to(), visit);
        if (clauses.where() != null) {
            conditionValues(clauses.where(), visit);
        }
        if (clauses.by() instanceof Clauses.By.Literal literal) {
            visit.accept(literal.value());
        }
        accept(clauses.limit(), visit);
        accept(clauses.offset(), visit);
        accept(clauses.matching(), visit);
        accept(clauses.defaultValue(), visit);
    }

    /** {@code root} and every expression inside it, outer before inner and left before right. */
    static void inside(Expression root, Consumer<Expression> visit) {
        Deque<Expression> pending = new ArrayDeque<>();
        pending.push(root);
        while (!pending.isEmpty()) {
            Expression next = pending.pop();
            visit.accept(next);
            List<Expression> children = children(next);
            for (int i = children.size() - 1; i >= 0; i--) {
                pending.push(children.get(i));
            }
        }
    }

    /** The part of {@code statement} that diagnostics mark: a block statement without its block ([SYN-801]). */
    static Span marked(Statement statement) {
        return switch (statement) {
            case Statement.Match match -> match.head();
            case Statement.ForEach loop -> loop.head();
            case Statement.RangeLoop loop -> loop.head();
            case Statement.While loop -> loop.head();
            case Statement.Action _,Statement.Pipeline _,Statement.Publish _,Statement.Require _,Statement.Break _,Statement.Error _ ->
                statement.span();
        };
    }

    private static void conditionValues(Condition condition, Consumer<Expression> visit) {
        switch (condition) {
            case Condition.Or or -> or.alternatives().forEach(part -> conditionValues(part, visit));
            case Condition.And and -> and.parts().forEach(part -> conditionValues(part, visit));
            case Condition.Group group -> conditionValues(group.inner(), visit);
            case Condition.Test test -> {
                accept(test.value(), visit);
                accept(test.upper(), visit);
            }
        }
    }

    private static void accept(@Nullable Expression expression, Consumer<Expression> visit) {
        if (expression != null) {
            visit.accept(expression);
        }
    }

    private static List<Expression> children(Expression expression) {
        return switch (expression) {
            case Expression.Literal _,Expression.Variable _ -> List.of();
            case Expression.ListLiteral list -> list.elements();
            case Expression.MapLiteral map -> map.entries().stream().map(Expression.Entry::value).toList();
            // The repeated left side of a shorthand stands in the source only once ([SYN-609]).
            case Expression.Binary binary ->
                binary.shorthand() ? List.of(binary.right()) : List.of(binary.left(), binary.right());
            case Expression.Negate negate -> List.of(negate.operand());
            case Expression.Not not -> List.of(not.operand());
            case Expression.Member member -> List.of(member.operand());
            case Expression.Subscript subscript -> List.of(subscript.operand(), subscript.index());
            case Expression.Group group -> List.of(group.inner());
            case Expression.Exists exists -> List.of(exists.operand());
            case Expression.Empty empty -> List.of(empty.operand());
            case Expression.TypeTest test -> List.of(test.operand());
            case Expression.Interpolated text -> holes(text);
        };
    }

    private static List<Expression> holes(Expression.Interpolated text) {
        List<Expression> holes = new ArrayList<>();
        for (Expression.Part part : text.parts()) {
            if (part instanceof Expression.Part.Hole hole && hole.expression() != null) {
                holes.add(hole.expression());
            }
        }
        return holes;
    }
}
