package org.arolang.runtime.template;

import java.util.List;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Null;

/** The operations that the blocks of a template become. */
public final class Appending {

    private Appending() {}

    /**
     * Appends text and values in turn, the values being the operands.
     *
     * @param texts the text before each value, and that after the last one; not to be changed
     */
    public static Operation sequence(List<byte[]> texts, List<ValueOutput> values) {
        if (texts.size() != values.size() + 1) {
            throw new IllegalArgumentException("one text more than values");
        }
        byte[] last = texts.getLast();
        if (values.isEmpty()) {
            return (activation, _) -> {
                Rendering.of(activation).output().put(last);
                return Null.NULL;
            };
        }
        byte[][] before = texts.subList(0, values.size()).toArray(byte[][]::new);
        ValueOutput[] outputs = values.toArray(ValueOutput[]::new);
        return (activation, operands) -> {
            OutputBuffer out = Rendering.of(activation).output();
            for (int i = 0; i < outputs.length; i++) {
                out.put(before[i]);
                outputs[i].append(out, operands[i], activation);
            }
            out.put(last);
            return Null.NULL;
        };
    }

    /** Says where the statements that follow stand. */
    public static Operation enter(Place place) {
        return (activation, _) -> {
            Rendering.of(activation).enter(place);
            return Null.NULL;
        };
    }
}
