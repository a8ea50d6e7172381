package org.arolang.runtime.actions.repository;

import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.action.RecordTest;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.repository.Repository;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Selector;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** Reads records of a repository ([APP-108] to [APP-111]), or the value of a variable. */
final class Retrieve implements Action {

    private static final Declaration DECLARATION = Declaration.of("Retrieve", Role.REQUEST, "retrieve", "fetch", "load", "find")
            .prepositions("from")
            .rebinds()
            .clauses("order", "limit", "offset")
            .description("Read records of a repository")
            .searchTerms("select", "query", "where", "database", "lookup", "newest")
            .shapes(
                    "Retrieve the <all> from the <r-repository>.",
                    "Retrieve the <newest> from the <r-repository: 0>.",
                    "Retrieve the <page> from the <r-repository: 0-19>.",
                    "Retrieve the <x> from the <r-repository> where <field> is <value> default <other>.",
                    "Retrieve the <some> from the <r-repository> where age > 17 order by name limit 10 offset 20.")
            .example("The newest first", """
                Create the <names> with ["Ann", "Bo", "Cy"].
                Store the <names> into the <name-repository>.
                Retrieve the <latest> from the <name-repository: 0-1>.
                Log <latest> to the <console>.
                """, "[Cy, Bo]\n")
            .example("By a field, with a default", """
                Create the <setting> with { key: "max", value: 7 }.
                Store the <setting> into the <setting-repository>.
                Retrieve the <max> from the <setting-repository> where <key> is "max".
                Log <max: value> to the <console>.
                Retrieve the <min> from the <setting-repository> where <key> is "min" default 1.
                Log <min> to the <console>.
                """, "7\n1\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operation claimed = call.application().claims().prepare("Retrieve", call);
        if (claimed != null) {
            return claimed;
        }
        Noun object = call.object();
        Operation read = object != null && object.isRepository() ? fromRepository(call, object) : fromVariable(call, object);
        Operand otherwise = call.defaultValue();
        if (otherwise == null) {
            return read;
        }
        return (activation, operands) -> {
            Object value = read.perform(activation, operands);
            boolean nothing = value instanceof ListValue list ? list.isEmpty() : Text.isText(value) && Text.of(value).isEmpty();
            return nothing ? otherwise.in(operands) : value;
        };
    }

    private static Operation fromRepository(Call call, Noun object) {
        Repository repository = call.application().repositories().named(object.name());
        RepositoryQuery query = RepositoryQuery.of(call, repository);
        ListShape shape = ListShape.of(call);
        Selector selector = object.quoted() ? null : Selector.parsePositions(object.raw());
        boolean counts = !object.quoted() && object.raw().equalsIgnoreCase("count");
        if (query == null && counts && !shape.isGiven()) {
            return (_, _) -> (long) repository.count();
        }
        // What decides over the whole repository is a full read ([APP-153]).
        boolean isFullRead = query == null && !shape.isPart() && !counts
                && (selector == null || selector instanceof Selector.Range || selector instanceof Selector.Pick);
        return (activation, operands) -> {
            ListValue records = records(repository, query, isFullRead, activation, operands);
            records = shape.apply(records, operands);
            if (counts) {
                return (long) records.size();
            }
            if (selector != null) {
                return selector.select(records);
            }
            return query != null && !shape.isGiven() && records.size() == 1 ? records.get(0) : records;
        };
    }

    private static ListValue records(
            Repository repository, @Nullable RepositoryQuery query, boolean isFullRead, Activation activation, Object[] operands) {
        if (query != null) {
            return repository.find(query.test(operands), query.probes(operands));
        }
        return isFullRead ? repository.readAll(activation.notes()) : repository.snapshot();
    }

    /** A variable's value; of a list the elements that the clauses leave. */
    private static Operation fromVariable(Call call, @Nullable Noun object) {
        Operand whole = call.objectVariable();
        Operand value = whole != null && object != null && !object.hasQualifier()
                ? whole
                : Statements.required(call.objectValue(), "Retrieve", "an object");
        RecordTest test = call.where(Call.WhereSemantics.LIST);
        ListShape shape = ListShape.of(call);
        return (_, operands) -> {
            if (object != null && whole != null && whole.orNull(operands) == null) {
                throw new Failure("Repository not found: '" + object.name() + "'");
            }
            Object found = value.in(operands);
            if (!(found instanceof ListValue list) || test == null && !shape.isGiven()) {
                return found;
            }
            ListValue rest = shape.apply(test == null ? list : matches(list, test, operands), operands);
            return test != null && !shape.isGiven() && rest.size() == 1 ? rest.get(0) : rest;
        };
    }

    private static ListValue matches(ListValue list, RecordTest test, Object[] operands) {
        var matching = test.bind(operands);
        ListValue.Builder found = new ListValue.Builder();
        for (Object element : list) {
            if (matching.test(element)) {
                found.add(element);
            }
        }
        return found.build();
    }
}
