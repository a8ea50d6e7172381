package org.arolang.runtime.actions.repository;

import java.util.List;
import java.util.Set;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.Settings;
import org.arolang.runtime.repository.Repository;
import org.arolang.runtime.value.Access;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * Gives a variable a new value or a new field ([DATA-120] to [DATA-126]); with {@code Configure} also an application-wide setting
 * ([APP-53]), and of a repository its limits ([APP-116]).
 */
final class Update implements Action {

    private static final Set<String> SUPPLIED = Set.of("now", "env", "parameter", "metrics", "application", "contract", "Contract",
            "http-server", "httpServer", "terminal");

    private static final Declaration DECLARATION = Declaration.of("Update", Role.OWN, "update", "modify", "change", "set", "configure")
            .prepositions("with", "to", "for", "from")
            .rebinds()
            .description("Give a variable a new value or a new field, or make a setting")
            .searchTerms("assign", "field", "merge", "setting", "ttl", "maxSize", "option")
            .shapes(
                    "Update the <task: state> with \"open\".",
                    "Update the <task> with { a: 1, b: 2 }.",
                    "Set the <total> to <total> * 2.",
                    "Update the <order: paid> from the <payment: amount>.",
                    "Configure the <category: setting> with <value>.",
                    "Configure the <r-repository: maxSize> with 100.")
            .example("One field", """
                Create the <task> with { title: "Bake", state: "new" }.
                Update the <task: state> with "done".
                Log <task> to the <console>.
                """, "state: done\ntitle: Bake\n")
            .example("A new value", """
                Create the <total> with 4.
                Set the <total> to <total> * 2.
                Log <total> to the <console>.
                """, "8\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operation claimed = call.application().claims().prepare("Update", call);
        if (claimed != null) {
            return claimed;
        }
        Noun result = call.result();
        if (result == null) {
            throw new Failure("'Update' requires a variable");
        }
        Operation value = value(call);
        if (result.isRepository()) {
            return limit(call, result, value);
        }
        Operand target = Statements.required(call.resultVariable(), "Update", "a variable");
        if (!result.hasQualifier()) {
            return (activation, operands) -> {
                Object next = value.perform(activation, operands);
                return next instanceof ObjectValue fields && target.orNull(operands) instanceof ObjectValue object
                        ? object.withAll(fields)
                        : next;
            };
        }
        List<String> path = result.quoted() ? List.of(result.raw()) : result.specifiers();
        if (call.verb().equalsIgnoreCase("configure")) {
            return setting(call.application(), result.name(), path, target, value);
        }
        return (activation, operands) -> Settings.with(object(target.orNull(operands)), path, value.perform(activation, operands));
    }

    private static Operation limit(Call call, Noun result, Operation value) {
        call.bindNothing();
        if (!result.hasQualifier()) {
            throw new Failure("'Update' requires a setting of the repository. Valid values: maxSize, ttl");
        }
        Repository repository = call.application().repositories().named(result.name());
        return (activation, operands) -> {
            Object limit = value.perform(activation, operands);
            activation.application().repositories().configure(repository, result.raw(), limit);
            return limit;
        };
    }

    private static Operation setting(
            Application application, String category, List<String> path, Operand target, Operation value) {
        return (activation, operands) -> {
            ObjectValue local = target.orNull(operands) == null ? null : object(target.orNull(operands));
            Object next = value.perform(activation, operands);
            application.settings().write(category, path, next);
            if (local != null) {
                return Settings.with(local, path, next);
            }
            ObjectValue all = application.settings().read(category);
            return all == null ? ObjectValue.EMPTY : all;
        };
    }

    private static ObjectValue object(@Nullable Object target) {
        return switch (target) {
            case null -> ObjectValue.EMPTY;
            case ObjectValue object -> object;
            default -> throw new Failure("Type mismatch: expected 'Object', got '" + Kind.nameOf(target) + "'");
        };
    }

    /** The new value ([DATA-120]). */
    private static Operation value(Call call) {
        Operand given = call.objectExpression() != null ? call.objectExpression() : call.with();
        if (given != null) {
            return (_, operands) -> given.in(operands);
        }
        Noun object = call.object();
        Operand variable = call.objectVariable();
        if (object == null || variable == null) {
            throw new Failure("'Update' requires a value");
        }
        if (object.hasQualifier() && call.mayBeBound(object.name())) {
            List<String> path = object.quoted() ? List.of(object.raw()) : object.specifiers();
            return (_, operands) -> field(variable.in(operands), path, object);
        }
        if (call.mayBeBound(object.name()) || isSupplied(object)) {
            Operand value = Statements.required(call.objectValue(), "Update", "a value");
            return (_, operands) -> value.in(operands);
        }
        return (_, _) -> object.name();
    }

    private static boolean isSupplied(Noun object) {
        return SUPPLIED.contains(object.name()) || object.isRepository() || ContextName.find(object.name()) != null;
    }

    private static Object field(Object start, List<String> path, Noun object) {
        Object value = start;
        for (String key : path) {
            try {
                value = Access.objectStep(value, key);
            } catch (Failure _) {
                throw new Missing("Property '" + key + "' not found on type '" + object.name() + "'", object.span());
            }
        }
        return value;
    }
}
