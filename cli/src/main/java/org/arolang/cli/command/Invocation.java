package org.arolang.cli.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command line as its command sees it.
 *
 * @param values the options given, by long name; flags have the empty text
 * @param arguments the positional arguments
 * @param rest what is passed on to the application ([TOOL-102])
 */
public record Invocation(Map<String, String> values, List<String> arguments, List<String> rest) {

    public boolean has(String option) {
        return values.containsKey(option);
    }

    public @Nullable String value(String option) {
        return values.get(option);
    }

    public String value(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }
}
