package org.arolang.runtime.template;

import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Activation;
import org.jspecify.annotations.Nullable;

/** What stands after a bar ([WEB-320]), resolved when the template is compiled. Thread-safe. */
@FunctionalInterface
public interface Filter {

    /** The value that the next filter, or the output, gets. */
    Object apply(Object value, Activation activation);

    /**
     * The filter {@code name}.
     *
     * @param argument what stands after its colon, or null
     * @throws Failure when there is no such filter, or when it cannot do with the argument
     */
    static Filter of(String name, @Nullable String argument) {
        Filter filter = Filters.find(name, argument);
        if (filter == null) {
            filter = TerminalFilters.find(name, argument);
        }
        if (filter == null) {
            throw new Failure("Unknown filter '" + name + "'");
        }
        return filter;
    }
}
