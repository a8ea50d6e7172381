package org.arolang.runtime.execution;

import java.util.Map;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The environment variables ([APP-139]). Immutable. */
public final class Environment {

    private final Map<String, String> variables;
    private final ObjectValue all;

    Environment(Map<String, String> variables) {
        this.variables = variables;
        this.all = ObjectValue.copyOf(variables);
    }

    /** The variable, or the empty text when it is not set. */
    public String read(String name) {
        return variables.getOrDefault(name, "");
    }

    /** The variable, or null when it is not set. */
    public @Nullable String find(String name) {
        return variables.get(name);
    }

    /** The variable as an integer, or null when it is not set or none. */
    public @Nullable Long integer(String name) {
        String text = variables.get(name);
        if (text != null) {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException _) {
                return null;
            }
        }
        return null;
    }

    /** All variables. */
    public ObjectValue all() {
        return all;
    }
}
