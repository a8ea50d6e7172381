package org.arolang.runtime.template;

import java.util.List;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Null;

/** The operations that the blocks of a template become. */
public final class Appending {

    private Appending() {}

    /** Appends text that never changes. */
    public static Operation text(byte[] utf8) {
        return (activation, _) -> {
            Rendering.of(activation).output().put(utf8);
            return Null.NULL;
        };
    }

    /** Appends the one operand after its filters. */
    public static Operation value(List<Filter> filters, Escaping escaping) {
        if (filters.isEmpty()) {
            return (activation, operands) -> {
                escaping.append(Rendering.of(activation).output(), operands[0]);
                return Null.NULL;
            };
        }
        if (filters.size() == 1) {
            Filter filter = filters.getFirst();
            return (activation, operands) -> {
                escaping.append(Rendering.of(activation).output(), filter.apply(operands[0], activation));
                return Null.NULL;
            };
        }
        Filter[] all = filters.toArray(Filter[]::new);
        return (activation, operands) -> {
            Object value = operands[0];
            for (Filter filter : all) {
                value = filter.apply(value, activation);
            }
            escaping.append(Rendering.of(activation).output(), value);
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
