package org.arolang.runtime.actions;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Condition;
import org.arolang.runtime.Missing;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.action.RecordTests;
import org.arolang.runtime.action.WhereClause;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.value.Access;
import org.jspecify.annotations.Nullable;

/** One statement written in Java, prepared and performed at once in a feature set whose variables are a map. */
final class Line {

    private static final Span SPAN = new Span(0, 1);

    private final String verb;
    private final Map<String, Object> answers = new HashMap<>();
    private final List<Supplier<@Nullable Object>> operands = new ArrayList<>();
    private final Map<Integer, String> targets = new HashMap<>();
    private @Nullable Noun result;
    private @Nullable Noun object;
    private @Nullable Object sink;
    private @Nullable Object expression;
    private @Nullable String expressionName;
    private @Nullable Object with;
    private @Nullable Object otherwise;
    private @Nullable WhereClause where;
    private @Nullable String preposition;
    private @Nullable String boundName;

    private Line(String verb) {
        this.verb = verb;
    }

    /** {@code Verb the <result> ...}. */
    static Line the(String verb, String result) {
        Line line = new Line(verb);
        line.result = noun(result);
        line.boundName = line.result.name();
        return line;
    }

    /** {@code Verb expression ...}. */
    static Line of(String verb, Object sink) {
        Line line = new Line(verb);
        line.sink = sink;
        return line;
    }

    /** {@code ... prep the <reference>}. */
    Line noun(String word, String reference) {
        preposition = word;
        object = noun(reference);
        return this;
    }

    /** {@code ... prep expression}. */
    Line value(String word, Object value) {
        preposition = word;
        expression = value;
        return this;
    }

    /** {@code ... prep <name>}: a variable as expression. */
    Line variable(String word, String name) {
        preposition = word;
        expressionName = name;
        return this;
    }

    Line with(Object value) {
        with = value;
        return this;
    }

    Line unit(String unit) {
        answers.put("unit", unit);
        return this;
    }

    Line otherwise(Object value) {
        otherwise = value;
        return this;
    }

    Line where(String field, Condition.Operator operator, Object value) {
        where = new WhereClause.Test(List.of(field.split("\\.")), operator, operand("", () -> value), null);
        return this;
    }

    Line orderBy(String field, boolean ascending) {
        answers.put("order", List.of(new Clauses.Key(field, ascending, true, SPAN)));
        return this;
    }

    Line limit(Object value) {
        answers.put("limit", operand("", () -> value));
        return this;
    }

    /** Performs the statement; what it binds is put into {@code variables}. */
    void run(Activation activation, Map<String, Object> variables) {
        Action action = ApplicationActions.all().stream()
                .filter(candidate -> candidate.declaration().verbs().contains(verb.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        boolean[] binds = {action.declaration().binds()};
        Call call = (Call) Proxy.newProxyInstance(Line.class.getClassLoader(), new Class<?>[]{Call.class}, (proxy, method, args) -> {
            String name = method.getName();
            return switch (name) {
                case "verb" -> verb;
                case "featureSet" -> activation.code().name();
                case "activity" -> activation.code().activity();
                case "application" -> activation.application();
                case "result" -> result;
                case "object" -> object;
                case "preposition" -> preposition;
                case "span", "resultSpan", "objectSpan" -> SPAN;
                case "sink" -> sink == null ? null : operand("", () -> sink);
                case "objectExpression" -> objectExpression(variables);
                case "objectVariable" -> object == null ? null : bound(object.name(), variables);
                case "objectValue" -> object == null ? objectExpression(variables) : path(object, variables);
                case "resultVariable" -> result == null ? null : bound(result.name(), variables);
                case "resultValue" -> result == null ? null : path(result, variables);
                case "variable" -> bound((String) args[0], variables);
                case "mayBeBound" -> variables.containsKey((String) args[0]);
                case "with" -> with == null && "with".equals(preposition) ? objectExpression(variables) : withClause();
                case "withClause" -> withClause();
                case "defaultValue" -> otherwise == null ? null : operand("", () -> otherwise);
                case "where" -> where == null ? null : RecordTests.of(where, (Call.WhereSemantics) args[0]);
                case "whereClause" -> where;
                case "noun" -> ((Operand) args[0]).name().isEmpty() || expressionName == null ? null : noun(expressionName);
                case "byKeys" -> List.of();
                case "order" -> answers.getOrDefault(name, List.of());
                case "recursively" -> false;
                case "bindNothing" -> {
                    binds[0] = false;
                    yield null;
                }
                case "bindTo" -> {
                    binds[0] = true;
                    boundName = (String) args[0];
                    yield null;
                }
                case "alsoBind" -> {
                    Operand operand = operand((String) args[0], () -> null);
                    targets.put(operand.index(), (String) args[0]);
                    yield operand;
                }
                default -> answers.get(name);
            };
        });
        Operation operation = action.prepare(call);
        @Nullable
        Object[] values = operands.stream().map(Supplier::get).toArray();
        Object value = operation.perform(activation, values);
        if (binds[0] && boundName != null) {
            variables.put(boundName, value);
        }
        targets.forEach((index, name) -> {
            if (values[index] != null) {
                variables.put(name, values[index]);
            }
        });
    }

    private @Nullable Operand objectExpression(Map<String, Object> variables) {
        if (expressionName != null) {
            String name = expressionName;
            return operand(name, () -> variables.get(name));
        }
        return expression == null ? null : operand("", () -> expression);
    }

    private @Nullable Operand withClause() {
        return with == null ? null : operand("", () -> with);
    }

    private Operand bound(String name, Map<String, Object> variables) {
        return operand(name, () -> variables.get(name));
    }

    private Operand path(Noun noun, Map<String, Object> variables) {
        return operand(noun.name(), () -> {
            Object value = variables.get(noun.name());
            if (value == null && noun.hasQualifier()) {
                throw new Missing("Undefined variable: '" + noun.name() + "'");
            }
            return value == null ? null : Access.objectPath(value, noun.specifiers());
        });
    }

    private Operand operand(String name, Supplier<@Nullable Object> value) {
        operands.add(value);
        return new Operand(operands.size() - 1, name, SPAN);
    }

    private static Noun noun(String reference) {
        int colon = reference.indexOf(':');
        if (colon < 0) {
            return new Noun(reference, "", List.of(), false, true, SPAN);
        }
        String raw = reference.substring(colon + 1).strip();
        List<String> specifiers = Arrays.stream(raw.split("\\.")).filter(part -> !part.isEmpty()).toList();
        return new Noun(reference.substring(0, colon), raw, specifiers, false, true, SPAN);
    }
}
