package org.arolang.runtime.value;

/**
 * An opaque result with named properties ([VAL-1]): a started server, a connection, an HTTP response. It prints and serializes as the
 * object of its properties. Implementations are thread-safe; Java equality is identity unless they say otherwise.
 */
public interface Handle extends Propertied {

    /** The handle's own diagnostic name ([VAL-2]). */
    String kindName();

    /** All properties that printing and JSON show; they may change from call to call. */
    ObjectValue properties();
}
