package org.arolang.language.tree;

import java.util.List;
import org.arolang.language.source.Span;

/**
 * What stands after the colon of a reference ([SYN-202]).
 *
 * @param raw the text rebuilt without white space; of a string literal its value
 * @param specifiers [SYN-217]
 */
public record Qualifier(Form form, String raw, List<String> specifiers, Span span) implements Node {

    /** How a qualifier is written. */
    public enum Form {
        /** Names with {@code .} and {@code /}: properties, file paths, operations, simple type names. */
        PATH,
        /** {@code a | b.c}. */
        CHAIN,
        /** {@code List<Book>}. */
        GENERIC,
        /** {@code 3}. */
        INDEX,
        /** {@code 0-19}. */
        RANGE,
        /** {@code 0,3,7}. */
        PICK,
        /** {@code +7d}. */
        DATE_OFFSET,
        /** A string literal: one opaque text ([DEC-28]). */
        QUOTED
    }

    public Qualifier {
        specifiers = List.copyOf(specifiers);
    }

    public boolean quoted() {
        return form == Form.QUOTED;
    }
}
