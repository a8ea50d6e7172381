package org.arolang.runtime.actions.flow;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Console;
import org.arolang.runtime.template.TemplateOutput;
import org.arolang.runtime.value.ConsoleForm;
import org.arolang.runtime.value.Null;
import org.jspecify.annotations.Nullable;

/** Writes a value in its console form and a line end ([DATA-250] to [DATA-257]). */
final class Log implements Action {

    private static final Declaration DECLARATION = Declaration.of("Log", Role.RESPONSE, "log", "print", "output", "debug")
            .prepositions("for", "to", "with")
            .bindsNothing()
            .hasEffects()
            .description("Write a value to the console")
            .searchTerms("print", "echo", "stdout", "stderr", "message", "show")
            .shapes(
                    "Log \"text\" to the <console>.",
                    "Log <value> to the <console>.",
                    "Log the <note> for the <console> with \"text\".",
                    "Log \"trouble\" to the <stderr>.")
            .example("A text", "Log \"Hello\" to the <console>.\n", "Hello\n")
            .example("Objects show a line per field", """
                Create the <cake> with { name: "Oat", price: 2.5 }.
                Log <cake> to the <console>.
                """, "name: Oat\nprice: 2.50\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operation claimed = call.application().claims().prepare("Log", call);
        if (claimed != null) {
            return claimed;
        }
        Console console = call.application().console();
        boolean error = isError(call.object());
        Noun result = call.result();
        if (result != null && result.is("metrics")) {
            return (activation, _) -> write(console, error, activation.application().metrics().text(result.first()));
        }
        Operand value = value(call);
        if (call.object() != null && call.object().is("template")) {
            return (activation, operands) -> print(TemplateOutput.of(activation), value.in(operands));
        }
        return (_, operands) -> write(console, error, value.in(operands));
    }

    private static Object write(Console console, boolean error, Object value) {
        String text = ConsoleForm.of(value);
        if (error) {
            console.errorLine(text);
        } else {
            console.line(text);
        }
        return Null.NULL;
    }

    /** Appends to the template that is being rendered ([WEB-316]). */
    private static Object print(@Nullable TemplateOutput output, Object value) {
        if (output == null) {
            throw new Failure("There is no <template> to write to: this is no template");
        }
        output.print(value);
        return Null.NULL;
    }

    private static Operand value(Call call) {
        Operand value = call.sink() != null ? call.sink() : call.with() != null ? call.with() : call.resultValue();
        if (value == null) {
            throw new Failure("'Log' requires a value");
        }
        return value;
    }

    /** Whether the statement names standard error ([DATA-253]). */
    private static boolean isError(@Nullable Noun target) {
        return target != null && (target.is("stderr") || target.raw().equalsIgnoreCase("error"));
    }
}
