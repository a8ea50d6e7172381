package org.arolang.runtime.actions.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Condition;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.action.RecordTest;
import org.arolang.runtime.action.RecordTests;
import org.arolang.runtime.action.WhereClause;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.value.Access;
import org.jspecify.annotations.Nullable;

/** One statement written in Java: the {@link Call} that the compiler would hand to an action, and a run of what the action makes of it. */
final class Statement implements Call {

    private static final Span SPAN = new Span(0, 1);

    private final String verb;
    private final Map<String, Object> variables = new HashMap<>();
    private final List<Supplier<@Nullable Object>> operands = new ArrayList<>();
    private final Map<Integer, Object> constants = new HashMap<>();
    private final Map<Integer, String> targets = new HashMap<>();
    private Application application = Fixtures.application();
    private @Nullable Noun result;
    private @Nullable String preposition;
    private @Nullable Noun object;
    private @Nullable Object expression;
    private @Nullable Object with;
    private @Nullable Object to;
    private @Nullable Object by;
    private @Nullable Object limit;
    private @Nullable Object offset;
    private Clauses.@Nullable Aggregate aggregate;
    private @Nullable WhereClause where;
    private List<Clauses.Key> byKeys = List.of();
    private List<Clauses.Key> order = List.of();
    private @Nullable String boundName;
    private boolean binds = true;

    private Statement(String verb, String result) {
        this.verb = verb;
        this.result = noun(result, true);
        this.boundName = this.result.name();
    }

    /** {@code statement("Sort", "s: price")}. */
    static Statement statement(String verb, String result) {
        return new Statement(verb, result);
    }

    Statement variable(String name, Object value) {
        variables.put(name, value);
        return this;
    }

    Statement in(Application other) {
        application = other;
        return this;
    }

    /** An object with an article: {@code noun("from", "user: name")}. */
    Statement noun(String word, String reference) {
        preposition = word;
        object = noun(reference, true);
        return this;
    }

    /** An object that is an expression. */
    Statement value(String word, Object value) {
        preposition = word;
        expression = value;
        return this;
    }

    Statement with(Object value) {
        with = value;
        return this;
    }

    Statement to(Object value) {
        to = value;
        return this;
    }

    Statement by(Object value) {
        by = value;
        return this;
    }

    Statement byKeys(Clauses.Key... keys) {
        byKeys = List.of(keys);
        return this;
    }

    Statement orderBy(Clauses.Key... keys) {
        order = List.of(keys);
        return this;
    }

    static Clauses.Key ascending(String field) {
        return new Clauses.Key(field, true, false, SPAN);
    }

    static Clauses.Key descending(String field) {
        return new Clauses.Key(field, false, true, SPAN);
    }

    Statement limit(Object value) {
        limit = value;
        return this;
    }

    Statement offset(Object value) {
        offset = value;
        return this;
    }

    Statement aggregate(String function, @Nullable String field) {
        aggregate = new Clauses.Aggregate(function, field, SPAN);
        return this;
    }

    Statement where(WhereClause clause) {
        where = clause;
        return this;
    }

    Statement where(String path, Condition.Operator operator, @Nullable Object value) {
        return where(test(path, operator, value));
    }

    WhereClause test(String path, Condition.Operator operator, @Nullable Object value) {
        return new WhereClause.Test(List.of(path.split("\\.")), operator, value == null ? null : literal(value), null);
    }

    WhereClause between(String path, Object low, Object high) {
        return new WhereClause.Test(List.of(path.split("\\.")), Condition.Operator.BETWEEN, literal(low), literal(high));
    }

    /** Prepares and performs the statement and gives the value of its result. */
    Object run() {
        Map<String, Object> bound = runAll();
        Object value = boundName == null ? null : bound.get(boundName);
        if (value == null) {
            throw new AssertionError("nothing is bound to " + boundName + ": " + bound);
        }
        return value;
    }

    /** Prepares and performs the statement and gives everything it bound. */
    Map<String, Object> runAll() {
        Action action = DataActions.all().stream()
                .filter(candidate -> candidate.declaration().verbs().contains(verb.toLowerCase(java.util.Locale.ROOT)))
                .findFirst().orElseThrow();
        Operation operation = action.prepare(this);
        @Nullable
        Object[] values = operands.stream().map(Supplier::get).toArray();
        Activation activation = new Activation(application,
                new FeatureSetCode("Application-Start", "Lab", Fixtures.START, null, _ -> {}, null, List.of(),
                        FeatureSetCode.Effects.NONE, false),
                Trigger.NONE, null);
        Object value = operation.perform(activation, values);
        Map<String, Object> bound = new HashMap<>();
        if (binds && action.declaration().binds() && boundName != null) {
            bound.put(boundName, value);
        }
        targets.forEach((index, name) -> {
            if (values[index] != null) {
                bound.put(name, values[index]);
            }
        });
        return bound;
    }

    private static Noun noun(String reference, boolean article) {
        int colon = reference.indexOf(':');
        if (colon < 0) {
            return new Noun(reference, "", List.of(), false, article, SPAN);
        }
        String raw = reference.substring(colon + 1).strip();
        boolean quoted = raw.startsWith("'");
        if (quoted) {
            raw = raw.substring(1, raw.length() - 1);
        }
        boolean whole = quoted || raw.contains("|") || raw.contains("<") || raw.startsWith("/") || raw.startsWith("./");
        List<String> specifiers = whole
                ? List.of(raw)
                : Arrays.stream(raw.split("\\.")).filter(part -> !part.isEmpty()).toList();
        return new Noun(reference.substring(0, colon), raw, specifiers, quoted, article, SPAN);
    }

    private Operand operand(String name, Supplier<@Nullable Object> value) {
        operands.add(value);
        return new Operand(operands.size() - 1, name, SPAN);
    }

    private Operand literal(Object value) {
        Operand operand = operand("", () -> value);
        constants.put(operand.index(), value);
        return operand;
    }

    private @Nullable Operand literalOrNull(@Nullable Object value) {
        return value == null ? null : literal(value);
    }

    @Override
    public String verb() {
        return verb;
    }

    @Override
    public String featureSet() {
        return "Application-Start";
    }

    @Override
    public String activity() {
        return "Lab";
    }

    @Override
    public Application application() {
        return application;
    }

    @Override
    public @Nullable Noun result() {
        return result;
    }

    @Override
    public @Nullable String preposition() {
        return preposition;
    }

    @Override
    public @Nullable Noun object() {
        return object;
    }

    @Override
    public @Nullable String unit() {
        return null;
    }

    @Override
    public @Nullable String method() {
        return null;
    }

    @Override
    public @Nullable Noun from() {
        return null;
    }

    @Override
    public boolean recursively() {
        return false;
    }

    @Override
    public Span span() {
        return SPAN;
    }

    @Override
    public Span resultSpan() {
        return SPAN;
    }

    @Override
    public Span objectSpan() {
        return SPAN;
    }

    @Override
    public @Nullable Operand objectExpression() {
        return literalOrNull(expression);
    }

    @Override
    public @Nullable Operand objectValue() {
        Noun noun = object;
        if (noun == null) {
            return objectExpression();
        }
        return operand(noun.name(), () -> {
            Object value = variables.get(noun.name());
            return value == null
                    ? application.settings().read(noun.name(), noun.specifiers())
                    : Access.objectPath(value, noun.specifiers());
        });
    }

    @Override
    public @Nullable Operand objectVariable() {
        return object == null ? null : variable(object.name());
    }

    @Override
    public @Nullable Operand resultVariable() {
        return result == null ? null : variable(result.name());
    }

    @Override
    public @Nullable Operand resultValue() {
        Noun noun = result;
        return noun == null ? null : operand(noun.name(), () -> Access.path(variables.get(noun.name()), noun.specifiers()));
    }

    @Override
    public @Nullable Operand sink() {
        return null;
    }

    @Override
    public Operand variable(String name) {
        return operand(name, () -> variables.get(name));
    }

    @Override
    public boolean mayBeBound(String name) {
        return variables.containsKey(name);
    }

    @Override
    public @Nullable Object constant(Operand operand) {
        return constants.get(operand.index());
    }

    @Override
    public Operand scope() {
        return operand("", () -> new Scope(variables.keySet().toArray(String[]::new), variables.values().toArray(), null));
    }

    @Override
    public @Nullable Operand with() {
        return with == null && "with".equals(preposition) ? objectExpression() : withClause();
    }

    @Override
    public @Nullable Operand withClause() {
        return literalOrNull(with);
    }

    @Override
    public Clauses.@Nullable Aggregate aggregate() {
        return aggregate;
    }

    @Override
    public @Nullable Operand to() {
        return literalOrNull(to);
    }

    @Override
    public @Nullable Operand by() {
        return literalOrNull(by);
    }

    @Override
    public List<Clauses.Key> byKeys() {
        return byKeys;
    }

    @Override
    public List<Clauses.Key> order() {
        return order;
    }

    @Override
    public @Nullable Operand limit() {
        return literalOrNull(limit);
    }

    @Override
    public @Nullable Operand offset() {
        return literalOrNull(offset);
    }

    @Override
    public @Nullable Operand matching() {
        return null;
    }

    @Override
    public @Nullable Operand defaultValue() {
        return null;
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
    public void bindNothing() {
        binds = false;
    }

    @Override
    public void bindTo(String name) {
        boundName = name;
    }

    @Override
    public Operand alsoBind(String name) {
        Operand operand = operand(name, () -> null);
        targets.put(operand.index(), name);
        return operand;
    }

    @Override
    public void endsFeatureSet() {}

    @Override
    public void mayWait() {}

    @Override
    public void emits(String type) {}

    @Override
    public void changesRepository(String name) {}

    @Override
    public void callsAction(String name) {}

    @Override
    public void publishes(Publication publication) {}
}
