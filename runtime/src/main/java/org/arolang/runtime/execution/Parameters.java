package org.arolang.runtime.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.arolang.language.source.Span;
import org.arolang.runtime.Missing;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The application's arguments as parameters ([APP-137]). Immutable. */
public final class Parameters {

    /** Name of the list of all arguments as they were given. */
    private static final String ARGUMENTS = "_args";

    private final Map<String, Object> values = new HashMap<>();
    private final ListValue arguments;
    private final ObjectValue all;

    Parameters(List<String> words) {
        arguments = ListValue.copyOf(words);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--") && word.length() > 2) {
                int equals = word.indexOf('=');
                if (equals > 2) {
                    values.put(word.substring(2, equals), coerce(word.substring(equals + 1)));
                } else if (i + 1 < words.size() && isValue(words.get(i + 1))) {
                    values.put(word.substring(2), coerce(words.get(++i)));
                } else {
                    values.put(word.substring(2), true);
                }
            } else if (word.startsWith("-") && word.length() > 1 && !word.startsWith("--")) {
                word.substring(1).codePoints().forEach(letter -> values.put(Character.toString(letter), true));
            }
        }
        all = ObjectValue.copyOf(values);
    }

    /** The parameter, or null when it was not given. */
    public @Nullable Object find(String name) {
        return name.equals(ARGUMENTS) ? arguments : values.get(name);
    }

    /**
     * The parameter.
     *
     * @param span the reference that asks for it
     * @throws Missing in the words of [APP-57] when it was not given
     */
    public Object read(String name, Span span) {
        Object value = find(name);
        if (value == null) {
            throw new Missing("Undefined variable: 'parameter:" + name + "'", span);
        }
        return value;
    }

    /** All parameters but the list of arguments. */
    public ObjectValue all() {
        return all;
    }

    private static boolean isValue(String word) {
        return !word.startsWith("-") || word.matches("-\\d+(\\.\\d+)?");
    }

    private static Object coerce(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true" :
                return true;
            case "false" :
                return false;
            default :
        }
        if (text.matches("-?(0|[1-9]\\d*)") && !text.equals("-0")) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException _) {
                return text;
            }
        }
        if (text.matches("[+-]?(\\d+\\.\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            return Double.valueOf(text);
        }
        return text;
    }
}
