package org.arolang.runtime.value;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

import static org.arolang.runtime.value.OperationTable.*;

/** The operations of [DATA-80]. */
final class BasicOperations {

    private static final long CLIP_WIDTH = 80;
    private static final String DATE_OR_TEXT = "Date or ISO 8601 String";

    static final Operation IDENTITY = basic("identity", (input, _) -> input);

    /** Also a conversion ([DATA-111]). */
    static final Operation DATE = basic("date", (input, _) -> date(input)).taking("Date", "String");

    private BasicOperations() {}

    static List<Operation> all() {
        return List.of(IDENTITY, DATE,
                basic("length", (input, _) -> length(input)).taking("List", "Object", "String"),
                basic("count", (input, _) -> length(input)).taking("List", "Object", "String"),
                basic("uppercase", (input, _) -> Text.of(input).toUpperCase(Locale.ROOT)),
                basic("lowercase", (input, _) -> Text.of(input).toLowerCase(Locale.ROOT)),
                basic("trim", (input, _) -> Text.trim(Text.of(input))), basic("hash", (input, _) -> Digests.hex("SHA-256", input)),
                basic("clip", BasicOperations::clip), basicNeedingMore("take", BasicOperations::take).taking("List", "String"),
                basic("format", BasicOperations::format).taking("Date", "String"),
                basicNeedingMore("distance", BasicOperations::distance).taking("Date", "String"),
                basicNeedingMore("intersect", (input, more) -> SetOperations.apply("intersect", input, more))
                        .taking("List", "Object", "String"),
                basicNeedingMore("difference", (input, more) -> SetOperations.apply("difference", input, more))
                        .taking("List", "Object", "String"),
                basicNeedingMore("union", (input, more) -> SetOperations.apply("union", input, more))
                        .taking("List", "Object", "String"),
                basic("markdown", (input, _) -> Markdown.toHtml(Text.of(input))));
    }

    private static Object length(Object input) {
        return switch (input) {
            case String text -> (long) Graphemes.count(text);
            case MarkedText text -> (long) Graphemes.count(text.text());
            case ListValue list -> (long) list.size();
            case ObjectValue object -> (long) object.size();
            case RegexValue regex -> (long) regex.properties().size();
            default -> throw mismatch("String, List or Object", input);
        };
    }

    private static Object clip(Object input, Parameters parameters) {
        Long width = OperationTable.count("clip", "width", parameters);
        return Graphemes.take(Text.of(input), width == null ? CLIP_WIDTH : width);
    }

    private static Object take(Object input, Parameters parameters) {
        String text = Text.string(input);
        if (text == null && !(input instanceof ListValue)) return input;
        Object with = parameters.with();
        Long count = Numbers.count(with instanceof ObjectValue object ? object.get("count") : with);
        if (count == null) throw new Failure("'Compute take' requires a 'with' clause");
        long wanted = Math.max(0, count);
        if (text != null) return Graphemes.take(text, wanted);
        return takeFrom((ListValue) input, wanted);
    }

    private static ListValue takeFrom(ListValue list, long wanted) {
        if (!(list instanceof StreamValue)) return list.slice(0, (int) Math.min(wanted, list.size()));
        ListValue.Builder taken = new ListValue.Builder();
        Iterator<Object> elements = list.iterator();
        try {
            while (taken.size() < wanted && elements.hasNext()) taken.add(elements.next());
        } finally {
            StreamValue.close(elements);
        }
        return taken.build();
    }

    private static Instant date(Object input) {
        if (input instanceof Instant date) return date;
        String text = Text.string(input);
        if (text == null) throw mismatch("String (ISO 8601)", input);
        Instant date = Dates.parse(text);
        if (date == null) throw new Failure("Invalid date '" + text + "'");
        return date;
    }

    /** A date or a date string, which every date operation accepts ([DATA-91]). */
    static Instant dateOrText(@Nullable Object value) {
        Instant date = value == null ? null : Dates.of(value);
        if (date == null) throw mismatch(DATE_OR_TEXT, value == null ? Null.NULL : value);
        return date;
    }

    private static Object format(Object input, Parameters parameters) {
        Instant date = dateOrText(input);
        Object pattern = parameters.with();
        return (pattern == null ? DateFormatter.DEFAULT : DateFormatter.of(Text.of(pattern))).format(date);
    }

    private static Object distance(Object input, Parameters parameters) {
        Instant from = dateOrText(input);
        Object target = parameters.to();
        Instant to = target == null ? null : Dates.of(target);
        if (to == null) throw new Failure("'Compute distance' requires a 'to' clause");
        return new Distance(from, to);
    }
}
