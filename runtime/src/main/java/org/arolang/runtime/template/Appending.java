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
        Filter[] all = filters.toArray(Filter[]::new);
        Filter filter = all.length == 0 ? (value, _) -> value : all.length == 1 ? all[0] : (value, activation) -> {
            Object filtered = value;
            for (Filter each : all) {
                filtered = each.apply(filtered, activation);
            }
            return filtered;
        };
        return escaping == Escaping.HTML ? html(filter) : (activation, operands) -> {
            escaping.append(Rendering.of(activation).output(), filter.apply(operands[0], activation));
            return Null.NULL;
        };
    }

    private static Operation html(Filter filter) {
        EscapedTexts texts = new EscapedTexts();
        return (activation, operands) -> {
            OutputBuffer out = Rendering.of(activation).output();
            Object value = filter.apply(operands[0], activation);
            if (value instanceof String text) {
                texts.append(out, text);
            } else {
                Escaping.HTML.append(out, value);
            }
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
