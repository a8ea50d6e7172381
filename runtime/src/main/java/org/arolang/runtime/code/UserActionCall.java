package org.arolang.runtime.code;

import org.arolang.language.tree.FeatureSet;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** The call of a user-defined action: {@code Application.Name the <r> with { ... }.} ([DATA-300] and following). */
public final class UserActionCall implements Operation {

    private final String name;
    private final @Nullable Operand with;
    private final @Nullable Operand source;
    private volatile @Nullable FeatureSetCode target;

    private UserActionCall(String name, @Nullable Operand with, @Nullable Operand source) {
        this.name = name;
        this.with = with;
        this.source = source;
    }

    /** The operation of a statement that calls the action {@code name}. */
    public static Operation prepare(String name, Call call) {
        Noun object = call.object();
        Operand with = call.with();
        Operand source = object == null || with != null && "with".equals(call.preposition()) && call.withClause() == null
                ? call.objectExpression()
                : call.objectValue();
        return new UserActionCall(name, with, source);
    }

    @Override
    public Object perform(Activation activation, Object[] operands) {
        Application application = activation.application();
        FeatureSetCode action = target;
        if (action == null) {
            action = application.actionNamed(name);
            if (action == null) {
                throw new Failure("Unknown user-defined action 'Application." + name + "'");
            }
            target = action;
        }
        return answer(application.executor().call(action, input(action, operands), activation));
    }

    /** [DATA-302]. */
    private ObjectValue input(FeatureSetCode action, Object[] operands) {
        if (with != null && with.in(operands) instanceof ObjectValue object) {
            return object;
        }
        FeatureSet.Takes takes = action.takes();
        if (source == null) {
            return ObjectValue.EMPTY;
        }
        Object value = source.in(operands);
        if (takes != null) {
            checkType(takes, value);
            return ObjectValue.of(takes.field(), value);
        }
        return value instanceof ObjectValue object ? object : ObjectValue.EMPTY;
    }

    /** [DATA-307]. */
    private static void checkType(FeatureSet.Takes takes, Object value) {
        String type = takes.type();
        if (type == null) {
            return;
        }
        String name = type.indexOf('<') < 0 ? type : type.substring(0, type.indexOf('<'));
        boolean fits = switch (name) {
            case "String" -> Text.plain(value) instanceof String;
            case "Integer", "Int" -> value instanceof Long;
            case "Float", "Double" -> value instanceof Double;
            case "Number" -> value instanceof Long || value instanceof Double;
            case "Boolean", "Bool" -> value instanceof Boolean;
            case "List", "Array" -> value instanceof ListValue;
            case "Map", "Object", "Dictionary" -> value instanceof ObjectValue;
            default -> true;
        };
        if (!fits) {
            throw new Failure("Type mismatch for '" + takes.field() + "': expected '" + type + "', got '" + Kind.nameOf(value) + "'");
        }
    }

    /** [DATA-304]. */
    private static ObjectValue answer(Response response) {
        ObjectValue.Builder answer = new ObjectValue.Builder();
        answer.put("status", response.status());
        if (response.reason() != null) {
            answer.put("reason", response.reason());
        }
        switch (response.value()) {
            case ObjectValue object -> answer.putAll(object);
            case ListValue list -> answer.put("data", list);
            case null -> {}
            case Object other -> answer.put("value", other);
        }
        return answer.build();
    }
}
