package org.arolang.cli.testing;

import java.util.List;
import java.util.function.Predicate;
import org.arolang.language.check.Kinds;
import org.arolang.runtime.Failure;
import org.arolang.runtime.actions.data.TestContext;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Outcome;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.StatementFailure;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** Runs the feature sets that tests call with {@code When} ([DATA-241], [TOOL-403]). Thread-safe. */
final class TestCalls implements TestContext {

    private final Application application;

    TestCalls(Application application) {
        this.application = application;
    }

    @Override
    public Object when(Activation activation, Scope variables, String name, String result) {
        FeatureSetCode callee = find(name);
        if (callee == null) {
            throw new Failure("Feature set not found: '" + name + "'");
        }
        if (activation.depth() >= application.limits().nesting()) {
            throw new Failure("Call depth exceeded (" + application.limits().nesting() + ")");
        }
        Activation child = new Activation(application, callee, new Inherited(variables), activation);
        return switch (application.executor().runUnreported(child)) {
            case Outcome.Completed completed -> answer(completed.response(), child.variables(), result);
            case Outcome.Failed failed -> throw failure(failed.failure());
        };
    }

    /** The feature set of that name as [TOOL-403] looks it up; of several one that is no test, then the first ([TOOL-409]). */
    private @Nullable FeatureSetCode find(String name) {
        String spaced = name.replace('-', ' ');
        List<Predicate<String>> ways = List.of(
                name::equals, spaced::equals, known -> known.equalsIgnoreCase(name) || known.equalsIgnoreCase(spaced));
        for (Predicate<String> way : ways) {
            FeatureSetCode test = null;
            for (FeatureSetCode code : application.program()) {
                if (way.test(code.name())) {
                    if (!Kinds.isTest(code.activity())) {
                        return code;
                    }
                    test = test == null ? code : test;
                }
            }
            if (test != null) {
                return test;
            }
        }
        return null;
    }

    /** The response's field of that name, else its first field, else the callee's variable, else the response ([DATA-241]). */
    private static Object answer(Response response, @Nullable Scope variables, String result) {
        ObjectValue fields = fields(response);
        Object named = fields.get(result);
        if (named != null) {
            return named;
        }
        if (!fields.isEmpty()) {
            // Keys are kept in code-point order.
            return fields.valueAt(0);
        }
        Object variable = variables == null ? null : variables.find(result);
        return variable != null ? variable : new ResponseValue(response);
    }

    /** The fields of [VAL-271] step 1. */
    private static ObjectValue fields(Response response) {
        return switch (response.value()) {
            case null -> ObjectValue.EMPTY;
            case ObjectValue object -> object;
            case ListValue list -> ObjectValue.of("data", list);
            case Object other -> ObjectValue.of("value", other);
        };
    }

    /** As calls of user-defined actions fail ([DATA-305]). */
    private static Failure failure(StatementFailure inner) {
        String sentence = inner.site().sentence();
        if (sentence.endsWith(".")) {
            sentence = sentence.substring(0, sentence.length() - 1);
        }
        return new Failure(sentence + ": " + inner.failure().text(), inner.failure());
    }

    /** A trigger that binds what the test has bound. */
    private static final class Inherited extends Trigger {
        private final Scope variables;

        Inherited(Scope variables) {
            this.variables = variables;
        }

        @Override
        public @Nullable Object variable(ContextName name) {
            return variables.find(name.text());
        }

        @Override
        public @Nullable Object inherited(String name) {
            return variables.find(name);
        }
    }

    /** A response without data as a value: equal to its status ([TOOL-404]). */
    private record ResponseValue(Response response) implements Handle {

        @Override
        public String kindName() {
            return "Response";
        }

        @Override
        public ObjectValue properties() {
            String reason = response.reason();
            return reason == null
                    ? ObjectValue.of("status", response.status())
                    : ObjectValue.of("reason", reason, "status", response.status());
        }

        @Override
        public @Nullable Object property(String name) {
            return properties().get(name);
        }
    }
}
