package org.arolang.io.format;

import org.arolang.runtime.Failure;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * The options of Read and Write ([IO-23], [IO-31], [IO-66]).
 *
 * @param delimiter what separates the cells of a table; null when none was given
 * @param header whether a table has a line with the names of its columns
 * @param pretty whether JSON is laid out in lines
 */
public record FormatOptions(Encoding encoding, @Nullable Character delimiter, char quote, boolean header, boolean pretty) {

    public static final FormatOptions DEFAULT = new FormatOptions(Encoding.UTF_8, null, '"', true, true);

    /** The options that {@code with} gives ([IO-7]); null stands for none. */
    public static FormatOptions of(@Nullable Object with) {
        if (with == null) {
            return DEFAULT;
        }
        if (!(with instanceof ObjectValue given)) {
            throw new Failure("Invalid value '" + FileText.of(with) + "' for options");
        }
        Object encoding = given.get("encoding");
        Object delimiter = given.get("delimiter");
        Object quote = given.get("quote");
        return new FormatOptions(
                encoding == null ? Encoding.UTF_8 : Encoding.named(text(encoding, "encoding")),
                delimiter == null ? null : character(delimiter, "delimiter"),
                quote == null ? '"' : character(quote, "quote"),
                flag(given, "header"),
                flag(given, "pretty"));
    }

    private static String text(Object value, String option) {
        String text = Text.string(value);
        if (text == null) {
            throw invalid(value, option);
        }
        return text;
    }

    private static char character(Object value, String option) {
        String text = text(value, option);
        if (text.length() != 1 || text.equals("\n") || text.equals("\r")) {
            throw invalid(value, option);
        }
        return text.charAt(0);
    }

    private static boolean flag(ObjectValue given, String option) {
        return switch (given.get(option)) {
            case null -> true;
            case Boolean truth -> truth;
            case Object other -> throw invalid(other, option);
        };
    }

    private static Failure invalid(Object value, String option) {
        return new Failure("Invalid value '" + FileText.of(value) + "' for " + option);
    }
}
