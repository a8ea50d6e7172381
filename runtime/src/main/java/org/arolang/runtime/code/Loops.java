package org.arolang.runtime.code;

import java.util.Iterator;
import java.util.List;
import org.arolang.runtime.Failure;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Numbers;

/** What loops of compiled code call. */
public final class Loops {

    private Loops() {}

    /** The elements a {@code for each} runs over: those of a list, else the value itself, once ([SYN-428]). */
    public static Iterator<Object> elements(Object collection) {
        return collection instanceof ListValue list ? list.iterator() : List.of(collection).iterator();
    }

    /** A bound of a range loop as an integer: floats are truncated, numeric text is converted ([SYN-431]). */
    public static long bound(Object value) {
        Number number = Numbers.of(value);
        if (number == null) {
            throw new Failure("Type mismatch for 'range bounds': expected 'Integer', got '" + Kind.nameOf(value) + "'");
        }
        return number.longValue();
    }
}
