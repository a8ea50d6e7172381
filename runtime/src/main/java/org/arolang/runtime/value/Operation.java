package org.arolang.runtime.value;

import java.util.List;

/**
 * An operation of Compute, also a qualifier of values and a stage of chains ([VAL-90], [DATA-80], [DATA-100]). Resolved once by name; it
 * keeps no state and may be applied by any thread.
 */
public interface Operation {

    /** The name in lower case. */
    String name();

    /**
     * The result; the input is not changed.
     *
     * @throws org.arolang.runtime.Failure when the operation does not fit the input or the parameters
     */
    Object apply(Object input, Parameters parameters);

    /** Whether it works without parameters, so that an expression or a list selector may use it. */
    default boolean standsAlone() {
        return true;
    }

    /** The kinds of values it works on, by their diagnostic names, sorted; empty for all kinds. */
    default List<String> inputs() {
        return List.of();
    }

    /** Whether it belongs to the table of [DATA-80], whose names also work as the result's name alone ([DATA-70]). */
    default boolean isBasic() {
        return false;
    }
}
