package org.arolang.web;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arolang.language.source.Span;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Destination.Delivery;
import org.jspecify.annotations.Nullable;

/** A Broadcast, Send or Close statement without a compiler: what it says, and its operands. */
public final class Statement {

    private static final Span SPAN = new Span(0, 0);

    private final Map<String, Object> facts = new HashMap<>();
    private final Map<String, Integer> variables = new HashMap<>();
    private final List<Object> operands = new java.util.ArrayList<>();
    private final Delivery delivery;

    private Statement(Delivery delivery) {
        this.delivery = delivery;
        facts.put("activity", "Test");
    }

    public static Statement of(Delivery delivery) {
        return new Statement(delivery);
    }

    public static Statement broadcast(Object payload) {
        return of(Delivery.BROADCAST).sink(payload).object("websocket", "");
    }

    public Statement sink(Object payload) {
        facts.put("sink", operand("", payload));
        return this;
    }

    public Statement object(String name, String qualifier) {
        facts.put("object", noun(name, qualifier));
        return this;
    }

    public Statement result(String name, String qualifier, @Nullable Object value) {
        facts.put("result", noun(name, qualifier));
        facts.put("resultValue", operand(name, value));
        return this;
    }

    public Statement with(Object value) {
        facts.put("withClause", operand("", value));
        return this;
    }

    public Statement activity(String activity) {
        facts.put("activity", activity);
        return this;
    }

    public Statement variable(String name, Object value) {
        variables.put(name, operand(name, value).index());
        return this;
    }

    private static Noun noun(String name, String qualifier) {
        return new Noun(name, qualifier, qualifier.isEmpty() ? List.of() : List.of(qualifier), false, true, SPAN);
    }

    private Operand operand(String name, @Nullable Object value) {
        operands.add(value);
        return new Operand(operands.size() - 1, name, SPAN);
    }

    private @Nullable Object answer(String method, Object[] arguments) {
        return switch (method) {
            case "mayBeBound" -> variables.containsKey((String) arguments[0]);
            case "variable" -> new Operand(variables.get((String) arguments[0]), (String) arguments[0], SPAN);
            default -> facts.get(method);
        };
    }

    /** Prepares it for a server and performs it as {@code activation}. */
    public void perform(TestServer server, Activation activation) {
        prepare(server).perform(activation, operands.toArray());
    }

    public void perform(TestServer server) {
        perform(server, server.activation);
    }

    public @Nullable Operation prepare(TestServer server) {
        Call call = (Call) Proxy.newProxyInstance(Call.class.getClassLoader(), new Class<?>[]{Call.class},
                (_, method, arguments) -> answer(method.getName(), arguments));
        return server.application.destinations().prepare(delivery, call);
    }
}
