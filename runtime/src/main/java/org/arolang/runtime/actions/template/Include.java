package org.arolang.runtime.actions.template;

import java.util.List;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.Templates;
import org.arolang.runtime.template.TemplateOutput;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Shape;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** Inserts a template into the one that is being rendered ([WEB-319]). */
final class Include implements Action {

    private static final Declaration DECLARATION = Declaration.of("Include", Role.RESPONSE, "include", "embed", "insert")
            .prepositions("from", "with")
            .bindsNothing()
            .description("Insert another template, inside a template")
            .searchTerms("template", "partial", "layout", "embed", "insert")
            .shapes(
                    "Include the <template: parts/head.html>.",
                    "Include the <head> from the <template: parts/head.html>.",
                    "Include the <template: parts/head.html> with { title: \"Home\" }.")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun template = template(call);
        Templates templates = call.application().templates();
        Reference reference = Reference.of(template, call);
        if (templates.mayWait(reference.variable() == null ? reference.path() : null)) {
            call.mayWait();
        }
        Operand scope = call.scope();
        Operand with = call.with();
        Overrides overrides = with == null ? null : new Overrides(with);
        return (activation, operands) -> {
            if (TemplateOutput.of(activation) == null) {
                throw new Failure("Include is only possible inside a template");
            }
            Scope seen = (Scope) scope.in(operands);
            templates.include(
                    reference.in(operands), activation, overrides == null ? seen : overrides.over(seen, operands));
            return Null.NULL;
        };
    }

    private static Noun template(Call call) {
        for (Noun noun : new Noun[]{call.object(), call.result()}) {
            if (noun != null && noun.is("template")) {
                if (noun.raw().isBlank()) {
                    break;
                }
                return noun;
            }
        }
        throw new Failure("'Include' requires a template path");
    }

    /**
     * The path that the statement names.
     *
     * @param variable the text variable whose value is the path ([WEB-301]), or null
     */
    private record Reference(String path, @Nullable Operand variable) {

        static Reference of(Noun noun, Call call) {
            String path = noun.raw();
            boolean word = !noun.quoted() && noun.specifiers().equals(List.of(path));
            return new Reference(path, word && call.mayBeBound(path) ? call.variable(path) : null);
        }

        String in(@Nullable Object[] operands) {
            Object value = variable == null ? null : variable.orNull(operands);
            String chosen = value == null ? null : Text.string(value);
            return chosen == null ? path : chosen;
        }
    }

    /** The variables that {@code with { ... }} adds. The array of names is the same for the same keys, as {@link Scope} asks. */
    private static final class Overrides {

        private record Names(Shape shape, String[] names) {}

        private final Operand with;
        private volatile @Nullable Names last;

        Overrides(Operand with) {
            this.with = with;
        }

        Scope over(Scope scope, @Nullable Object[] operands) {
            if (!(with.in(operands) instanceof ObjectValue object)) {
                throw new Failure("'Include' requires an object after 'with'");
            }
            Names known = last;
            if (known == null || known.shape != object.shape()) {
                known = new Names(object.shape(), object.keys().toArray(String[]::new));
                last = known;
            }
            Object[] values = new Object[object.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = object.valueAt(i);
            }
            return new Scope(known.names, values, scope);
        }
    }
}
