package org.arolang.runtime.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

import static org.arolang.runtime.value.OperationTable.mismatch;

/** What Transform converts to ([VAL-160], [DATA-111]). */
public final class Conversions {

    private static final Operation INTEGER = OperationTable.further("int", (input, _) -> toInteger(input));
    private static final Operation FLOAT = OperationTable.further("double", (input, _) -> toFloat(input));
    private static final Operation BOOLEAN = OperationTable.further("bool", (input, _) -> toBoolean(input));

    private static final Map<String, Operation> BY_NAME = Map.ofEntries(
            Map.entry("string", OperationTable.further("string", (input, _) -> Text.of(input))), Map.entry("int", INTEGER),
            Map.entry("integer", INTEGER), Map.entry("double", FLOAT), Map.entry("float", FLOAT), Map.entry("bool", BOOLEAN),
            Map.entry("boolean", BOOLEAN), Map.entry("json", OperationTable.further("json", (input, _) -> Json.text(input))),
            Map.entry("date", BasicOperations.DATE), Map.entry("identity", BasicOperations.IDENTITY));

    private Conversions() {}

    /** The conversion of this name, in any letter case; null when it is none (an operation, an annotation, a field, or nothing). */
    public static @Nullable Operation find(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    /** The names of the conversions in code-point order. */
    public static List<String> names() {
        return BY_NAME.keySet().stream().sorted(Text::compare).toList();
    }

    /** What Transform does for a specifier: a conversion, else whatever Compute would do ([DATA-111]); empty for none. */
    public static Operation resolve(String name, Function<String, @Nullable Operation> qualifiers) {
        Operation conversion = find(name);
        return conversion != null ? conversion : Operations.resolve(name, qualifiers);
    }

    private static Object toInteger(Object input) {
        if (input instanceof Long) return input;
        if (input instanceof Double number) {
            double exact = number;
            if (exact >= -0x1p63 && exact < 0x1p63) return (long) exact;
            throw mismatch("Int", input);
        }
        String text = Text.string(input);
        if (text == null || !isInteger(text)) throw mismatch("Int", input);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw mismatch("Int", input);
        }
    }

    private static boolean isInteger(String text) {
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        }
        return text.length() > start;
    }

    private static Object toFloat(Object input) {
        Number number = Numbers.of(input);
        if (number == null) throw mismatch("Double", input);
        return number.doubleValue();
    }

    private static Object toBoolean(Object input) {
        if (input instanceof Boolean) return input;
        if (input instanceof Long number) return number != 0;
        String text = Text.string(input);
        return text != null && (text.equalsIgnoreCase("true") || text.equals("1"));
    }
}
