package org.arolang.runtime.value;

import java.util.List;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Violation;

/** The schemas of the contract, as typed Extract, Validate and Map see them ([VAL-180], [DATA-132], [DATA-173]). Thread-safe. */
public interface SchemaTypes {

    /** Whether there is a schema of this name. */
    boolean knows(String name);

    /**
     * The value as the schema makes it ([VAL-186]).
     *
     * @throws Failure with the texts of [VAL-189], also when there is no such schema
     */
    Object convert(String name, Object value);

    /**
     * Everything that is wrong with the value, every keyword of the schema considered, sorted by path ([DATA-132]).
     *
     * @throws Failure with the text of [VAL-189] when there is no such schema
     */
    default List<Violation> violations(String name, Object value) {
        try {
            convert(name, value);
            return List.of();
        } catch (Failure failure) {
            if (!knows(name)) throw failure;
            return List.of(new Violation("", failure.text()));
        }
    }

    /** The properties that the schema names; empty when it names none. */
    default List<String> properties(String name) {
        return List.of();
    }
}
