package org.arolang.runtime.actions.data;

import java.util.function.Function;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a text that a statement is given: a pattern, sort keys, a selector. Made when the program is loaded if the text is a
 * literal, else kept until another text comes. Thread-safe.
 */
final class Parsed<T> {

    private final Operand operand;
    private final Function<String, T> parse;
    private volatile @Nullable Made<T> made;

    private record Made<T>(String text, T value) {}

    private Parsed(Operand operand, Function<String, T> parse) {
        this.operand = operand;
        this.parse = parse;
    }

    /** What {@code parse} makes of the text form of {@code operand}. A literal is parsed now and fails now. */
    static <T> Parsed<T> of(Call call, Operand operand, Function<String, T> parse) {
        Parsed<T> parsed = new Parsed<>(operand, parse);
        Object constant = call.constant(operand);
        if (constant != null) {
            parsed.from(constant);
        }
        return parsed;
    }

    T in(@Nullable Object[] operands) {
        return from(operand.in(operands));
    }

    private T from(Object value) {
        String text = Text.of(value);
        Made<T> known = made;
        if (known == null || !known.text.equals(text)) {
            known = new Made<>(text, parse.apply(text));
            made = known;
        }
        return known.value;
    }
}
