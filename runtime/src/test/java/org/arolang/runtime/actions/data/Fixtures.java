package org.arolang.runtime.actions.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.Templates;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.SchemaTypes;

/** What the tests of the data actions share. */
final class Fixtures {

    static final FeatureSetKind START = null;

    private Fixtures() {}

    static Application application() {
        return Application.builder(Options.of(Path.of(".")).withEnvironment(Map.of("HOME_BED", "A"))
                .withArguments(List.of("--beds", "3"))).build();
    }

    static final CallableService ECHO = new CallableService() {
        @Override
        public Set<String> methods() {
            return Set.of("say");
        }

        @Override
        public Object call(Activation activation, String method, ObjectValue arguments) {
            return arguments.with("method", method);
        }
    };

    static Application withSchemas(SchemaTypes schemas) {
        return Application.builder(Options.of(Path.of("."))).schemas(schemas).build();
    }

    static Application withTemplates(Map<String, String> files) {
        return Application.builder(Options.of(Path.of("."))).templates(new Templates() {
            @Override
            public Object render(String path, Activation activation, Scope scope) {
                return files.get(path);
            }

            @Override
            public boolean exists(String path) {
                return files.containsKey(path);
            }
        }).build();
    }

    /** {@code list(1, "a")}: Java integers become ARO integers. */
    static ListValue list(Object... elements) {
        Object[] values = new Object[elements.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(elements[i]);
        }
        return ListValue.owning(values);
    }

    /** {@code object("a", 1, "b", "x")}. */
    static ObjectValue object(Object... keysAndValues) {
        Object[] values = keysAndValues.clone();
        for (int i = 1; i < values.length; i += 2) {
            values[i] = value(values[i]);
        }
        return ObjectValue.of(values);
    }

    private static Object value(Object element) {
        return element instanceof Integer number ? (Object) number.longValue() : element;
    }
}
