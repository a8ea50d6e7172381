package org.arolang.compiler.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.Step;
import org.arolang.language.check.VerbCatalog;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Condition;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.action.RecordTest;
import org.arolang.runtime.action.RecordTests;
import org.arolang.runtime.action.WhereClause;
import org.arolang.runtime.code.UserActionCall;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Site;
import org.jspecify.annotations.Nullable;

/** Lowers one action statement: hands its facts to the action and makes operands of what the action asks for. Used once. */
final class ActionLowering implements Call {

    private static final String USER_ACTION_PREFIX = "Application.";

    /** The order in which clauses are evaluated ([SYN-420]). */
    private enum Stage {
        OBJECT, WHERE, BY, DEFAULT, TO, WITH, LIMIT, OFFSET, MATCHING, SINK, VARIABLE
    }

    private record Part(Stage stage, Code code) {}

    private final FeatureSetLowering featureSet;
    private final ExpressionLowering expressions;
    private final Statement.Action statement;
    private static final Set<String> DESTINATIONS = Set.of("console", "stderr", "template", "websocket", "ws", "websocket-connection",
            "event-stream");

    private final Site site;
    private final List<Part> parts = new ArrayList<>();
    private final List<Operand> outs = new ArrayList<>();
    private final Map<Integer, Noun> nouns = new HashMap<>();
    private final @Nullable Noun result;
    private final @Nullable Noun object;
    private final @Nullable ActionObject written;
    private final @Nullable Operand objectExpression;
    private final @Nullable Operand by;
    private final @Nullable Operand defaultValue;
    private final @Nullable Operand to;
    private final @Nullable Operand withClause;
    private final @Nullable Operand limit;
    private final @Nullable Operand offset;
    private final @Nullable Operand matching;
    private final @Nullable Operand sink;
    private final @Nullable WhereClause where;
    private boolean binds = true;
    private @Nullable String boundName;
    private boolean ends;
    private boolean waits;

    ActionLowering(FeatureSetLowering featureSet, Statement.Action statement, Site site) {
        this.featureSet = featureSet;
        this.expressions = featureSet.expressions();
        this.statement = statement;
        this.site = site;
        this.result = statement.result() instanceof Result.Noun noun ? Noun.of(noun.reference(), noun.article() != null) : null;
        this.written = place(statement);
        this.object = written instanceof ActionObject.Noun noun ? Noun.of(noun.reference(), noun.article() != null) : null;
        Clauses clauses = statement.clauses();
        this.objectExpression = written instanceof ActionObject.Value value ? part(Stage.OBJECT, value.expression()) : null;
        this.where = clauses.where() == null ? null : where(clauses.where());
        this.by = by(clauses.by());
        this.defaultValue = part(Stage.DEFAULT, clauses.defaultValue());
        this.to = part(Stage.TO, clauses.to());
        this.withClause = part(Stage.WITH, clauses.with());
        this.limit = part(Stage.LIMIT, clauses.limit());
        this.offset = part(Stage.OFFSET, clauses.offset());
        this.matching = part(Stage.MATCHING, clauses.matching());
        this.sink = statement.result() instanceof Result.Sink value ? part(Stage.SINK, value.expression()) : null;
    }

    /** Adds the statement's steps. */
    void lower(List<Step> steps) {
        if (statement.verb().startsWith(USER_ACTION_PREFIX)) {
            String name = statement.verb().substring(USER_ACTION_PREFIX.length());
            callsAction(name);
            finish(UserActionCall.prepare(name, this), steps);
            return;
        }
        Action action = featureSet.context().actions().action(statement.verb());
        if (action == null) {
            finish(failing("Unknown action verb: '" + statement.verb() + "'"), steps);
            return;
        }
        Declaration declaration = action.declaration();
        binds = declaration.binds();
        waits = declaration.mayWait();
        String preposition = statement.preposition();
        if (preposition != null && !declaration.prepositions().isEmpty() && !declaration.prepositions().contains(preposition)) {
            finish(failing(invalidPreposition(preposition, declaration)), steps);
            return;
        }
        if (declaration.bindsExpressionDirectly()
                && result != null
                && !result.hasQualifier()
                && defaultValue == null
                && statement.object() instanceof ActionObject.Value value) {
            bindDirectly(value.expression(), result.name(), steps);
            return;
        }
        finish(prepare(action), steps);
    }

    /**
     * The object of the statement. A reference without an article is an expression, but what it names may be a place and no value: a
     * repository to take something from, or a destination ([VAL-257]). Then it is the same noun as with an article ([SYN-412]). So is a
     * path that may be missing because the statement has a default.
     */
    private @Nullable ActionObject place(Statement.Action statement) {
        if (!(statement.object() instanceof ActionObject.Value value)
                || !(value.expression() instanceof Expression.Variable variable)
                || value.unit() != null) {
            return statement.object();
        }
        Reference reference = variable.reference();
        if (statement.clauses().defaultValue() != null && reference.qualifier() != null) {
            return new ActionObject.Noun(reference, null, value.method(), value.span());
        }
        boolean isPlace = switch (String.valueOf(statement.preposition())) {
            case "from" -> reference.base().endsWith("-repository");
            case "to" -> DESTINATIONS.contains(reference.base());
            default -> false;
        };
        return isPlace && featureSet.names().find(reference.base()) == null
                ? new ActionObject.Noun(reference, null, value.method(), value.span())
                : value;
    }

    private Operation prepare(Action action) {
        try {
            return action.prepare(this);
        } catch (Failure failure) {
            return failing(failure);
        }
    }

    private static Operation failing(String cause) {
        return failing(new Failure(cause));
    }

    private static Operation failing(Failure failure) {
        return (activation, operands) -> {
            throw failure;
        };
    }

    static String invalidPreposition(String preposition, Declaration declaration) {
        return "Invalid preposition '" + preposition + "' for action '" + declaration.name() + "'. Expected: ["
                + String.join(", ", new TreeSet<>(declaration.prepositions())) + "]";
    }

    /** [DATA-4]. */
    private void bindDirectly(Expression expression, String name, List<Step> steps) {
        Code value = expressions.lower(expression);
        Slot slot = featureSet.names().bind(name);
        slot.addBinding(value);
        featureSet.names().markBound(slot);
        if (site.readsRequest()) {
            featureSet.markFromRequest(slot);
        }
        steps.add(new Step.Bind(slot, value, site));
    }

    private void finish(Operation operation, List<Step> steps) {
        if (waits) {
            featureSet.effects().waits();
        }
        Slot slot = null;
        String name = boundName != null ? boundName : binds && result != null ? result.name() : null;
        List<Code.Out> bound = new ArrayList<>();
        for (Operand out : outs) {
            Slot variable = featureSet.names().bind(out.name());
            variable.keepBoxed();
            bound.add(new Code.Out(out.index(), variable));
        }
        if (name != null) {
            slot = featureSet.names().bind(name);
            slot.keepBoxed();
            featureSet.names().markBound(slot);
            if (site.readsRequest()) {
                featureSet.markFromRequest(slot);
            }
        }
        steps.add(new Step.Perform(invoke(operation, bound), slot, ends, site));
    }

    private Code.Invoke invoke(Operation operation, List<Code.Out> bound) {
        List<Code> operands = parts.stream().map(Part::code).toList();
        List<Integer> order = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).stage() == stage && !(parts.get(i).code() instanceof Code.Absent)) {
                    order.add(i);
                }
            }
        }
        return new Code.Invoke(operation, operands, order, bound, statement.span());
    }

    private @Nullable Operand part(Stage stage, @Nullable Expression expression) {
        if (expression == null) {
            return null;
        }
        Operand operand = add(stage, expressions.lower(expression), "", expression.span());
        if (expression instanceof Expression.Variable variable) {
            nouns.put(operand.index(), Noun.of(variable.reference(), false));
        }
        return operand;
    }

    private Operand add(Stage stage, Code code, String name, Span span) {
        parts.add(new Part(stage, code));
        return new Operand(parts.size() - 1, name, span);
    }

    private @Nullable Operand by(Clauses.@Nullable By by) {
        return switch (by) {
            case Clauses.By.Literal literal -> part(Stage.BY, literal.value());
            case Clauses.By.Keys keys -> {
                Expression.Variable variable = keys.variable();
                yield variable != null && mayBeBound(variable.reference().base()) ? part(Stage.BY, variable) : null;
            }
            case null -> null;
        };
    }

    private WhereClause where(Condition condition) {
        return switch (condition) {
            case Condition.Or or -> new WhereClause.Or(or.alternatives().stream().map(this::where).toList());
            case Condition.And and -> new WhereClause.And(and.parts().stream().map(this::where).toList());
            case Condition.Group group -> where(group.inner());
            case Condition.Test test ->
                new WhereClause.Test(
                        List.of(test.field().split("\\.")),
                        test.operator(),
                        part(Stage.WHERE, test.value()),
                        part(Stage.WHERE, test.upper()));
        };
    }

    @Override
    public String verb() {
        return statement.verb();
    }

    @Override
    public String featureSet() {
        return featureSet.featureSet();
    }

    @Override
    public String activity() {
        return featureSet.activity();
    }

    @Override
    public Application application() {
        return featureSet.context().application();
    }

    @Override
    public @Nullable Noun result() {
        return result;
    }

    @Override
    public @Nullable String preposition() {
        String preposition = statement.preposition();
        return preposition == null ? null : preposition.toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable Noun object() {
        return object;
    }

    @Override
    public @Nullable String unit() {
        return statement.object() instanceof ActionObject.Value value ? value.unit() : null;
    }

    @Override
    public @Nullable String method() {
        return written == null ? null : written.method();
    }

    @Override
    public @Nullable Noun from() {
        ActionObject.Noun from = statement.clauses().from();
        return from == null ? null : Noun.of(from.reference(), from.article() != null);
    }

    @Override
    public boolean recursively() {
        return statement.clauses().recursively();
    }

    @Override
    public Span span() {
        return statement.span();
    }

    @Override
    public Span resultSpan() {
        Result written = statement.result();
        return written == null ? statement.span() : written instanceof Result.Noun noun ? noun.reference().span() : written.span();
    }

    @Override
    public Span objectSpan() {
        return written == null
                ? statement.span()
                : written instanceof ActionObject.Noun noun ? noun.reference().span() : written.span();
    }

    @Override
    public @Nullable Operand objectExpression() {
        return objectExpression;
    }

    @Override
    public @Nullable Operand objectValue() {
        return switch (written) {
            case ActionObject.Value _ -> objectExpression;
            case ActionObject.Noun noun -> {
                Reference reference = noun.reference();
                Code code = asksForParts() ? expressions.source(reference) : expressions.object(reference);
                yield add(Stage.OBJECT, code, reference.base(), reference.span());
            }
            case null -> null;
        };
    }

    private boolean asksForParts() {
        Action action = featureSet.context().actions().action(statement.verb());
        return action != null && action.declaration().role() == VerbCatalog.Role.REQUEST;
    }

    @Override
    public @Nullable Operand objectVariable() {
        return written instanceof ActionObject.Noun noun ? variable(noun.reference()) : null;
    }

    @Override
    public @Nullable Operand resultVariable() {
        return statement.result() instanceof Result.Noun noun ? variable(noun.reference()) : null;
    }

    @Override
    public @Nullable Operand resultValue() {
        if (!(statement.result() instanceof Result.Noun noun)) {
            return null;
        }
        Reference reference = noun.reference();
        Code base = expressions.base(reference, true);
        Code code = reference.qualifier() == null ? base : expressions.reference(reference);
        return add(Stage.SINK, code, reference.base(), reference.span());
    }

    private Operand variable(Reference reference) {
        Code peek = expressions.peek(reference.base(), reference.span());
        Code code = peek instanceof Code.Absent ? featureSet.peekFree(reference) : peek;
        return add(Stage.VARIABLE, code, reference.base(), reference.span());
    }

    @Override
    public @Nullable Operand sink() {
        return sink;
    }

    @Override
    public Operand variable(String name) {
        return add(Stage.VARIABLE, expressions.peek(name, statement.span()), name, statement.span());
    }

    @Override
    public boolean mayBeBound(String name) {
        return featureSet.names().find(name) != null || !(expressions.peek(name, statement.span()) instanceof Code.Absent);
    }

    @Override
    public Operand scope() {
        return add(Stage.VARIABLE, featureSet.scope(statement.span()), "", statement.span());
    }

    @Override
    public @Nullable Operand with() {
        return "with".equals(statement.preposition()) && objectExpression != null ? objectExpression : withClause;
    }

    @Override
    public @Nullable Operand withClause() {
        return withClause;
    }

    @Override
    public Clauses.@Nullable Aggregate aggregate() {
        return statement.clauses().aggregate();
    }

    @Override
    public @Nullable Operand to() {
        return to;
    }

    @Override
    public @Nullable Operand by() {
        return by;
    }

    @Override
    public List<Clauses.Key> byKeys() {
        return statement.clauses().by() instanceof Clauses.By.Keys keys ? keys.keys() : List.of();
    }

    @Override
    public List<Clauses.Key> order() {
        return statement.clauses().order();
    }

    @Override
    public @Nullable Operand limit() {
        return limit;
    }

    @Override
    public @Nullable Operand offset() {
        return offset;
    }

    @Override
    public @Nullable Operand matching() {
        return matching;
    }

    @Override
    public @Nullable Operand defaultValue() {
        return defaultValue;
    }

    @Override
    public @Nullable RecordTest where(WhereSemantics semantics) {
        return where == null ? null : RecordTests.of(where, semantics);
    }

    @Override
    public @Nullable WhereClause whereClause() {
        return where;
    }

    @Override
    public @Nullable Object constant(Operand operand) {
        return parts.get(operand.index()).code() instanceof Code.Constant constant ? constant.value() : null;
    }

    @Override
    public @Nullable Noun noun(Operand operand) {
        return nouns.get(operand.index());
    }

    @Override
    public void ignoresObject() {
        if (objectExpression != null) {
            parts.set(objectExpression.index(), new Part(Stage.OBJECT, new Code.Absent(statement.span())));
        }
    }

    @Override
    public void ignoresSink() {
        if (sink != null) {
            parts.set(sink.index(), new Part(Stage.SINK, new Code.Absent(statement.span())));
        }
    }

    @Override
    public void bindNothing() {
        binds = false;
    }

    @Override
    public void bindTo(String name) {
        boundName = name;
    }

    @Override
    public Operand alsoBind(String name) {
        Operand out = add(Stage.VARIABLE, new Code.Absent(statement.span()), name, statement.span());
        outs.add(out);
        return out;
    }

    @Override
    public void endsFeatureSet() {
        ends = true;
    }

    @Override
    public void mayWait() {
        waits = true;
    }

    @Override
    public void emits(String type) {
        featureSet.effects().emits(type);
    }

    @Override
    public void changesRepository(String name) {
        featureSet.effects().changes(name);
    }

    @Override
    public void callsAction(String name) {
        featureSet.effects().calls(name);
    }

    @Override
    public void publishes(Publication publication) {
        featureSet.effects().publishes(publication);
    }
}
