package org.arolang.runtime.actions.data;

import java.util.List;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.InvalidData;
import org.arolang.runtime.Violation;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Access;
import org.jspecify.annotations.Nullable;

/** Goes on only with a value that meets a rule, a type, a pattern or a schema ([DATA-130] to [DATA-133]). */
final class Validate implements Action {

    private static final Declaration DECLARATION = Declaration.of("Validate", Role.OWN, "validate", "verify", "check")
            .prepositions("for", "against", "with")
            .description("Fail unless a value meets a schema of the contract, a rule, a type or a pattern; or tell whether it does")
            .searchTerms("schema", "required", "e-mail", "numeric", "regex", "check", "422")
            .shapes("Validate the <x> against the <Schema>.", "Validate the <result> against the <Schema> with <x>.",
                    "Validate the <result: email> for the <x: path>.", "Validate the <result> for <a> > <b>.",
                    "Validate the <x> against /pattern/.", "Validate the <result: rule.boolean> for the <x>.")
            .example("Rules", """
                Create the <mail> with "kim@farm.test".
                Validate the <ok: email> for the <mail>.
                Validate the <mail> against /@farm\\.test$/.
                Log <ok> to the <console>.
                """, "true\n")
            .example("Whether it is valid", """
                Create the <mail> with "kim@farm.test".
                Validate the <number: numeric.boolean> for the <mail>.
                Log "no number" to the <console> when not <number>.
                """, "no number\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun result = Required.result(call, "Validate");
        List<String> specifiers = result.specifiers();
        boolean tells = !specifiers.isEmpty()
                && (specifiers.getLast().equalsIgnoreCase("boolean") || specifiers.getLast().equalsIgnoreCase("bool"));
        if (tells) {
            specifiers = specifiers.subList(0, specifiers.size() - 1);
        }
        Criteria criteria = new Criteria(call.application().schemas());
        return "against".equals(call.preposition())
                ? against(call, result, specifiers, tells, criteria)
                : about(call, result, specifiers, tells, criteria);
    }

    /** {@code Validate the <x> against K}: the object is the criterion. */
    private static Operation against(Call call, Noun result, List<String> specifiers, boolean tells, Criteria criteria) {
        CriterionSource criterion = criteria.ofObject(call);
        Operand with = call.withClause();
        if (with != null) {
            return outcome(new Subject(with, List.of(), true), criterion, tells);
        }
        if (!specifiers.isEmpty()) {
            Operand variable = call.variable(specifiers.getFirst());
            return outcome(new Subject(variable, specifiers.subList(1, specifiers.size()), true), criterion, tells);
        }
        Operand variable = Required.operand(call.resultVariable(), "Validate", "a value");
        if (!tells) {
            call.bindNothing();
        } else if (!call.mayBeBound(result.name())) {
            throw new Failure("'Validate' requires a value");
        }
        return outcome(new Subject(variable, List.of(), true), criterion, tells);
    }

    /** {@code Validate the <r: c> for the <x>}: the object is what is examined. */
    private static Operation about(Call call, Noun result, List<String> specifiers, boolean tells, Criteria criteria) {
        Noun noun = call.object();
        Operand expression = call.objectExpression();
        Operand operand = Required.operand(noun == null ? expression : call.objectVariable(), "Validate", "a value");
        Subject subject = new Subject(operand, noun == null ? List.of() : noun.specifiers(), noun != null);
        Operand with = call.withClause();
        if (!specifiers.isEmpty()) {
            return outcome(subject, criteria.named(String.join(".", specifiers)), tells);
        }
        if (with != null) {
            return outcome(subject, criteria.of(call, with), tells);
        }
        Criterion rule = Criterion.rule(result.name());
        if (rule != null) {
            return outcome(subject, (_, _) -> rule, tells);
        }
        Criterion condition = Criterion.condition();
        Criterion required = Criterion.required();
        return outcome(
                subject,
                noun == null ? (_, examined) -> examined instanceof Boolean ? condition : required : (_, _) -> required,
                tells);
    }

    private static Operation outcome(Subject subject, CriterionSource source, boolean tells) {
        return (_, operands) -> {
            Object found = subject.find(operands);
            Criterion criterion = source.in(operands, found);
            List<Violation> violations = criterion.check(found == null && !criterion.takesMissing() ? subject.read(operands) : found);
            if (violations.isEmpty()) {
                return Boolean.TRUE;
            }
            if (tells) {
                return Boolean.FALSE;
            }
            throw new InvalidData(violations);
        };
    }

    /** Where the criterion comes from: mostly it is known when the program is loaded. */
    @FunctionalInterface
    interface CriterionSource {

        /** The criterion, which may depend on the operands and, for conditions, on what is examined. */
        Criterion in(@Nullable Object[] operands, @Nullable Object subject);
    }

    /**
     * What is examined.
     *
     * @param isVariable whether the operand may be unbound
     */
    private record Subject(Operand operand, List<String> path, boolean isVariable) {

        /** The value, or null when the variable or a part of its path does not exist. */
        @Nullable
        Object find(@Nullable Object[] operands) {
            Object value = isVariable ? operand.orNull(operands) : operand.in(operands);
            if (value == null || path.isEmpty()) {
                return value;
            }
            try {
                return Access.objectPath(value, path);
            } catch (Failure _) {
                return null;
            }
        }

        /** The value; fails in the language's words when it does not exist. */
        Object read(@Nullable Object[] operands) {
            return Access.objectPath(operand.in(operands), path);
        }
    }
}
