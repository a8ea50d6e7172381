package org.arolang.compiler.code;

/** What is known of a value before the program runs. Everything but {@link #VALUE} is kept unboxed. */
public enum Type {
    /** A 64-bit integer. */
    INTEGER,
    /** A 64-bit float. */
    FLOAT,
    /** True or false. */
    BOOLEAN,
    /** Any value, boxed; or nothing, while a variable is unbound. */
    VALUE;

    public boolean isNumber() {
        return this == INTEGER || this == FLOAT;
    }
}
