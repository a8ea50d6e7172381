package org.arolang.runtime.code;

import java.util.List;
import org.arolang.runtime.value.Access;
import org.arolang.runtime.value.FieldSite;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Operation;
import org.arolang.runtime.value.Operations;
import org.arolang.runtime.value.Parameters;

/** Ways into a value, made when a program is loaded: one object per place in the program. */
public final class Reads {

    /** Whether a value is the boolean true; nothing else passes ([VAL-23]). */
    public static final Test IS_TRUE = value -> value == Boolean.TRUE || Boolean.TRUE.equals(value);

    private Reads() {}

    /** {@code <base>.name} ([VAL-70]). */
    public static Function member(String name) {
        FieldSite site = new FieldSite(name);
        return input -> {
            if (input instanceof ObjectValue object) {
                Object value = site.read(object);
                if (value != null) {
                    return value;
                }
            }
            return Access.member(input, name);
        };
    }

    /** {@code <base: qualifier>} in an expression ([VAL-80], steps 6 to 8). */
    public static Function path(String raw, List<String> specifiers) {
        if (raw.indexOf('|') >= 0) {
            Operation chain = Operations.chain(raw, _ -> null);
            return input -> chain.apply(input, Parameters.NONE);
        }
        return specifiers.size() == 1 ? step(specifiers.getFirst()) : steps(specifiers);
    }

    /** {@code the <base: path>} as the object of a statement ([DATA-7], [DATA-56]). */
    public static Function objectPath(List<String> path) {
        return objectPath(path, input -> Access.objectPath(input, path));
    }

    /** The same for statements that work with values: value qualifiers count, too ([SYN-412]). */
    public static Function valuePath(List<String> path) {
        return objectPath(path, input -> Access.valuePath(input, path));
    }

    private static Function objectPath(List<String> path, Function otherwise) {
        if (path.size() > 1) {
            return otherwise;
        }
        String key = path.getFirst();
        FieldSite site = new FieldSite(key);
        return input -> {
            if (input instanceof ObjectValue object) {
                Object value = site.read(object);
                if (value != null) {
                    return value;
                }
            }
            return otherwise.apply(input);
        };
    }

    private static Function step(String part) {
        FieldSite site = new FieldSite(part);
        return input -> {
            if (input instanceof ObjectValue object) {
                Object value = site.read(object);
                if (value != null) {
                    return value;
                }
            }
            return Access.step(input, part);
        };
    }

    private static Function steps(List<String> parts) {
        Function[] steps = parts.stream().map(Reads::step).toArray(Function[]::new);
        return input -> {
            Object value = input;
            for (Function step : steps) {
                value = step.apply(value);
            }
            return value;
        };
    }
}
