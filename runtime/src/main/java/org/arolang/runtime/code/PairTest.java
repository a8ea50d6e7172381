package org.arolang.runtime.code;

/** A test of two values, resolved when the program was loaded. Thread-safe. */
@FunctionalInterface
public interface PairTest {
    boolean test(Object left, Object right);
}
