package org.arolang.runtime.actions.data;

import java.util.List;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.actions.data.Validate.CriterionSource;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.RegexValue;
import org.arolang.runtime.value.SchemaTypes;
import org.jspecify.annotations.Nullable;

/** Finds what a Validate names: a rule, a type word, a schema of the contract, a pattern ([DATA-130]). */
final class Criteria {

    private final SchemaTypes schemas;

    Criteria(SchemaTypes schemas) {
        this.schemas = schemas;
    }

    /** The criterion of that name. */
    CriterionSource named(String name) {
        Criterion criterion = find(name);
        return (_, _) -> criterion;
    }

    /** The criterion that an operand's text names, or its pattern. */
    CriterionSource of(Call call, Operand operand) {
        if (call.constant(operand) instanceof RegexValue regex) {
            Criterion criterion = Criterion.regex(regex);
            return (_, _) -> criterion;
        }
        Parsed<Criterion> named = Parsed.of(call, operand, this::find);
        return (operands, _) -> operand.in(operands) instanceof RegexValue regex ? Criterion.regex(regex) : named.in(operands);
    }

    /** The criterion that the object is: a name, a text, a pattern, or a variable that holds one. */
    CriterionSource ofObject(Call call) {
        Noun noun = call.object();
        if (noun == null) {
            return of(call, Required.object(call, "Validate"));
        }
        if (noun.is("schema") && noun.hasQualifier()) {
            Criterion criterion = schema(noun.raw());
            return (_, _) -> criterion;
        }
        if (noun.hasQualifier()) {
            return of(call, Required.object(call, "Validate"));
        }
        Criterion known = known(noun.name());
        if (known == null && call.mayBeBound(noun.name())) {
            Operand variable = call.variable(noun.name());
            CriterionSource held = of(call, variable);
            return (operands, subject) -> variable.orNull(operands) == null ? find(noun.name()) : held.in(operands, subject);
        }
        return named(noun.name());
    }

    private @Nullable Criterion known(String name) {
        Criterion rule = Criterion.rule(name);
        if (rule == null) {
            rule = Criterion.type(name);
        }
        return rule == null && schemas.knows(name) ? schema(name) : rule;
    }

    private Criterion find(String name) {
        Criterion known = known(name);
        if (known != null) {
            return known;
        }
        if (!name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
            return schema(name);
        }
        throw new Failure("Invalid value '" + name + "' for rule. Valid values: " + Criterion.RULES);
    }

    private Criterion schema(String name) {
        if (!schemas.knows(name)) {
            // Says that there is no such schema, and which there are ([VAL-189]).
            schemas.convert(name, Null.NULL);
        }
        return subject -> subject == null ? List.of() : schemas.violations(name, subject);
    }
}
