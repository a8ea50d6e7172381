package org.arolang.io.file;

import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;

/** The value that a statement writes. */
final class Values {

    private Values() {}

    /**
     * The value that a statement writes: the variable that its result names, or an expression in its place.
     *
     * @param whole whether the result's qualifier says how to write, not what
     */
    static Operand written(Call call, String action, boolean whole) {
        Operand value = call.sink() != null ? call.sink() : whole ? call.resultVariable() : call.resultValue();
        if (value == null) {
            throw new Failure("'" + action + "' requires a value");
        }
        return value;
    }

    /** What the written value is called ([IO-27]). */
    static String name(Call call) {
        Noun result = call.result();
        Operand sink = call.sink();
        Noun noun = result == null && sink != null ? call.noun(sink) : result;
        return noun == null || noun.name().startsWith("_") ? "data" : noun.name();
    }
}
