package org.arolang.runtime.code;

/** A computation on one value, resolved when the program was loaded: a property path, a qualifier, a type test. Thread-safe. */
@FunctionalInterface
public interface Function {

    /**
     * @throws org.arolang.runtime.Failure when it is not possible for {@code input}
     */
    Object apply(Object input);
}
