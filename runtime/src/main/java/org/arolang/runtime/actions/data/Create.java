package org.arolang.runtime.actions.data;

import java.time.Instant;
import java.util.Locale;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.DateRange;
import org.arolang.runtime.value.Dates;
import org.arolang.runtime.value.Ids;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Recurrence;

/** Binds a value; gives typed objects their id; makes date ranges and recurrences ([DATA-40] to [DATA-46]). */
final class Create implements Action {

    private static final Declaration DECLARATION = Declaration.of("Create", Role.OWN, "create", "build", "construct")
            .prepositions("with", "from", "for", "to")
            .bindsExpressionDirectly()
            .description("Bind a value: a literal, a list, an object (typed objects get an id), a date range, a recurrence")
            .searchTerms("new", "let", "variable", "assign", "define", "id", "date range", "recurrence")
            .shapes("Create the <result> with <value>.", "Create the <result: Type> with { ... }.",
                    "Create the <result: date-range> from <start> to <end>.", "Create the <result: recurrence> with \"every 2 weeks\".")
            .example("Plain values", """
                Create the <pots> with 7.
                Create the <litres> with 2.5.
                Log <pots> to the <console>.
                Log <litres> to the <console>.
                """, "7\n2.50\n")
            .example("A typed object keeps the id it has", """
                Create the <bed: Bed> with { id: "b7", crop: "leek" }.
                Log <bed> to the <console>.
                """, "crop: leek\nid: b7\n")
            .example("A date range", """
                Create the <stay: date-range> from "2030-06-01" to "2030-06-08".
                Log <stay> to the <console>.
                Log <stay: days> to the <console>.
                """, "2030-06-01T00:00:00Z to 2030-06-08T00:00:00Z\n7\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun result = Required.result(call, "Create");
        return switch (result.first().toLowerCase(Locale.ROOT)) {
            case "date-range", "daterange" -> dateRange(call);
            case "recurrence" -> recurrence(call);
            default -> value(call, result.hasQualifier());
        };
    }

    private static Operation value(Call call, boolean typed) {
        Operand source = call.objectExpression();
        if (source == null) {
            source = call.withClause() != null ? call.withClause() : call.objectValue();
        }
        if (source == null) {
            return (_, _) -> "";
        }
        Operand value = source;
        if (!typed) {
            return (_, operands) -> value.in(operands);
        }
        return (_, operands) -> value.in(operands) instanceof ObjectValue object && !object.has("id")
                ? object.with("id", Ids.typedCreation())
                : value.in(operands);
    }

    private static Operation dateRange(Call call) {
        Operand start = Required.object(call, "Create date-range");
        Operand end = call.to();
        return (_, operands) -> {
            Instant from = date(start.in(operands));
            Instant to = end == null ? null : Dates.of(end.in(operands));
            if (to == null) {
                throw new Failure("'Create date-range' requires a 'to' clause");
            }
            return new DateRange(from, to);
        };
    }

    private static Operation recurrence(Call call) {
        Operand clause = call.withClause();
        Operand object = Required.object(call, "Create recurrence");
        if (clause == null) {
            Parsed<Recurrence> recurrence = Parsed.of(call, object, pattern -> Recurrence.of(pattern, null));
            return (_, operands) -> recurrence.in(operands);
        }
        Parsed<Recurrence> checked = Parsed.of(call, clause, pattern -> Recurrence.of(pattern, null));
        return (_, operands) -> Recurrence.of(checked.in(operands).pattern(), date(object.in(operands)));
    }

    private static Instant date(Object value) {
        Instant date = Dates.of(value);
        if (date == null) {
            throw new Failure("Type mismatch: expected 'Date or ISO 8601 String', got '" + Kind.nameOf(value) + "'");
        }
        return date;
    }
}
