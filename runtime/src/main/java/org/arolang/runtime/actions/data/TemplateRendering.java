package org.arolang.runtime.actions.data;

import java.util.List;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.Templates;
import org.arolang.runtime.value.Text;

/** Renders a template: {@code from the <template: path>} ([WEB-301]). */
final class TemplateRendering {

    private TemplateRendering() {}

    /** Whether the object of {@code call} is a template. */
    static boolean isAskedFor(Call call) {
        Noun object = call.object();
        return object != null && object.is("template") && "from".equals(call.preposition());
    }

    static Operation prepare(Call call) {
        Noun noun = call.object();
        if (noun == null || noun.raw().isBlank()) {
            throw new Failure("'Render' requires a template path");
        }
        String path = noun.raw();
        Templates templates = call.application().templates();
        Operand scope = call.scope();
        boolean word = !noun.quoted() && noun.specifiers().equals(List.of(path));
        boolean chosenLater = word && call.mayBeBound(path);
        if (templates.mayWait(chosenLater ? null : path)) {
            call.mayWait();
        }
        if (chosenLater) {
            Operand variable = call.variable(path);
            return (activation, operands) -> {
                Object value = variable.orNull(operands);
                String chosen = value == null ? null : Text.string(value);
                return templates.render(chosen == null ? path : chosen, activation, (Scope) scope.in(operands));
            };
        }
        return (activation, operands) -> templates.render(path, activation, (Scope) scope.in(operands));
    }
}
