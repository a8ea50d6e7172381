package org.arolang.runtime.template;

import java.util.Locale;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Markdown;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Operation;
import org.arolang.runtime.value.Operations;
import org.arolang.runtime.value.Parameters;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** The filters that do not depend on the terminal ([WEB-320]). Names are compared exactly. */
final class Filters {

    private Filters() {}

    static @Nullable Filter find(String name, @Nullable String argument) {
        return switch (name) {
            case "date" -> new DateFilter(argument == null ? DateFilter.DEFAULT : argument);
            case "uppercase", "upper" -> (value, _) -> Printed.of(value).toUpperCase(Locale.ROOT);
            case "lowercase", "lower" -> (value, _) -> Printed.of(value).toLowerCase(Locale.ROOT);
            case "trim" -> (value, _) -> Text.trim(Printed.of(value));
            case "markdown" -> (value, _) -> Printed.markup(Markdown.toHtml(Printed.of(value)));
            case "raw" -> (value, _) -> Printed.isMarkup(value) ? value : Printed.markup(Printed.of(value));
            case "escape" -> (value, _) -> Printed.isMarkup(value) ? value : Printed.markup(Printed.escaped(Printed.of(value)));
            case "json" -> (value, _) -> Printed.markup(ScriptText.json(value));
            case "url" -> (value, _) -> UrlText.component(Printed.of(value));
            case "default" -> {
                String otherwise = argument == null ? "" : argument;
                yield (value, _) -> value == Null.NULL || Text.isText(value) && Printed.of(value).isEmpty() ? otherwise : value;
            }
            case "length" -> (value, _) -> length(value);
            case "join" -> {
                String separator = argument == null ? ", " : argument;
                yield (value, _) -> join(value, separator);
            }
            default -> null;
        };
    }

    private static final Operation CHARACTERS = Operations.resolve("length");

    private static Object length(Object value) {
        return switch (value) {
            case ListValue list -> (long) list.size();
            case ObjectValue object -> (long) object.size();
            default -> CHARACTERS.apply(Printed.of(value), Parameters.NONE);
        };
    }

    private static Object join(Object value, String separator) {
        if (!(value instanceof ListValue list)) {
            return value;
        }
        StringBuilder out = new StringBuilder();
        boolean more = false;
        for (Object element : list) {
            out.append(more ? separator : "").append(Printed.of(element));
            more = true;
        }
        return out.toString();
    }
}
