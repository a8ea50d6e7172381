package org.arolang.runtime.value;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

import static org.arolang.runtime.value.OperationTable.*;

/** The operations of [DATA-100] on texts. */
final class TextOperations {

    private TextOperations() {}

    static List<Operation> all() {
        return List.of(needingWith("replace", TextOperations::replace),
                needingWith("startswith", (input, more) -> Text.of(input).startsWith(Text.of(required("startswith", more)))),
                needingWith("endswith", (input, more) -> Text.of(input).endsWith(Text.of(required("endswith", more)))),
                needingWith("substring", TextOperations::substring),
                needingWith("padleft", (input, more) -> pad("padleft", input, more, true)),
                needingWith("padright", (input, more) -> pad("padright", input, more, false)),
                further("capitalize", (input, _) -> capitalize(Text.of(input))));
    }

    private static Object replace(Object input, Parameters parameters) {
        Object with = required("replace", parameters);
        if (!(with instanceof ObjectValue pair)) throw invalid("replace", with);
        Object from = pair.get("from");
        Object to = pair.get("to");
        if (from == null || to == null) throw invalid("replace", with);
        String sought = Text.of(from);
        String text = Text.of(input);
        return sought.isEmpty() ? text : text.replace(sought, Text.of(to));
    }

    private static Object substring(Object input, Parameters parameters) {
        Object with = required("substring", parameters);
        String text = Text.of(input);
        Object start = with instanceof ObjectValue object ? object.get("start") : with;
        Object length = with instanceof ObjectValue object ? object.get("length") : null;
        int from = Graphemes.offset(text, position(start, with));
        if (length == null) return text.substring(from);
        return Graphemes.take(text.substring(from), position(length, with));
    }

    private static long position(@Nullable Object value, Object with) {
        Long position = Numbers.count(value);
        if (position == null || position < 0) throw invalid("substring", value == null ? with : value);
        return position;
    }

    private static Object pad(String name, Object input, Parameters parameters, boolean left) {
        Object with = required(name, parameters);
        Object width = with instanceof ObjectValue object ? object.get("width") : with;
        Object pad = with instanceof ObjectValue object ? object.get("pad") : null;
        Long wanted = Numbers.count(width);
        if (wanted == null || wanted > 10_000_000) throw invalid(name, width == null ? with : width);
        String filler = pad == null ? " " : Text.of(pad);
        if (Graphemes.count(filler) != 1) throw invalid(name, filler);
        String text = Text.of(input);
        int missing = (int) Math.max(0, wanted - Graphemes.count(text));
        String filling = filler.repeat(missing);
        return left ? filling + text : text + filling;
    }

    private static String capitalize(String text) {
        int first = Graphemes.offset(text, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
}
