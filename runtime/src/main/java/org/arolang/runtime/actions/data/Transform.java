package org.arolang.runtime.actions.data;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Conversions;
import org.arolang.runtime.value.Operations;
import org.arolang.runtime.value.Parameters;
import org.arolang.runtime.value.Text;

/** Converts a value to another kind, or renders a template ([DATA-110] to [DATA-113]). */
final class Transform implements Action {

    private static final Declaration DECLARATION = Declaration.of("Transform", Role.OWN, "transform", "convert")
            .prepositions("from", "into", "to")
            .bindsExpressionDirectly()
            .description("Convert a value to another kind: string, int, double, bool, json, date; or render a template")
            .searchTerms("convert", "cast", "parse number", "to text", "json", "template", "render", "html")
            .shapes("Transform the <result: int> from the <x>.", "Transform the <result: json> from <x>.",
                    "Transform the <html> from the <template: page.html>.", "Transform the <result> from the <x> with \"trim\".")
            .example("Text to number", """
                Create the <text> with "42".
                Transform the <number: int> from the <text>.
                Compute the <next> from <number> + 1.
                Log <next> to the <console>.
                """, "43\n")
            .example("To JSON", """
                Create the <bed> with { z: 1, a: "x" }.
                Transform the <text: json> from the <bed>.
                Log <text> to the <console>.
                """, "{\"a\":\"x\",\"z\":1}\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        if (TemplateRendering.isAskedFor(call)) {
            return TemplateRendering.prepare(call);
        }
        Noun result = Required.result(call, "Transform");
        Operand source = Required.object(call, "Transform");
        if (result.hasQualifier()) {
            return Compute.applying(Conversions.resolve(String.join(".", result.specifiers()), _ -> null), source, call);
        }
        Operand with = call.withClause();
        if (with != null) {
            Parsed<org.arolang.runtime.value.Operation> named = Parsed.of(call, with, Transform::named);
            return (_, operands) -> Text.isText(with.in(operands))
                    ? named.in(operands).apply(source.in(operands), Parameters.NONE)
                    : source.in(operands);
        }
        org.arolang.runtime.value.Operation conversion = call.object() == null ? null : Conversions.find(result.name());
        return conversion == null
                ? (_, operands) -> source.in(operands)
                : (_, operands) -> conversion.apply(source.in(operands), Parameters.NONE);
    }

    /** The conversion or operation that a with-value names. */
    private static org.arolang.runtime.value.Operation named(String name) {
        if (Conversions.find(name) == null && Operations.find(name) == null && name.indexOf('|') < 0) {
            throw new Failure("Unknown operation '" + name + "'");
        }
        return Conversions.resolve(name, _ -> null);
    }
}
