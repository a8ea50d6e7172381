package org.arolang.runtime.code;

/** A test of one value, resolved when the program was loaded. Thread-safe. */
@FunctionalInterface
public interface Test {
    boolean test(Object value);
}
