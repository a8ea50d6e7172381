package org.arolang.runtime.actions.repository;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.action.RecordTest;
import org.arolang.runtime.repository.Repositories;
import org.arolang.runtime.repository.Repository;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;

/** What Delete and Clear do with repositories ([APP-114]) and Delete with variables ([DATA-160], [DATA-161]). */
final class Removal {

    private Removal() {}

    static Operation fromRepository(Call call, Noun object) {
        Repositories repositories = call.application().repositories();
        Repository repository = repositories.named(object.name());
        call.changesRepository(object.name());
        RepositoryQuery query = RepositoryQuery.of(call, repository);
        if (query == null) {
            ObjectValue confirmation = Statements.confirmation(object.name());
            return (activation, _) -> {
                repositories.clear(activation, repository);
                return confirmation;
            };
        }
        return (activation, operands) -> {
            ListValue removed = repositories.delete(activation, repository, query.test(operands), query.probes(operands));
            return removed.size() == 1 ? removed.get(0) : removed;
        };
    }

    /** A copy of a list without the elements that match the condition. */
    static Operation matching(Operand source, RecordTest test) {
        return (_, operands) -> {
            if (!(source.in(operands) instanceof ListValue list)) {
                throw wrongType(source.in(operands));
            }
            Predicate<Object> doomed = test.bind(operands);
            ListValue.Builder rest = new ListValue.Builder();
            for (Object element : list) {
                if (!doomed.test(element)) {
                    rest.add(element);
                }
            }
            return rest.build();
        };
    }

    /** A copy of an object without a key, or of a list without an element. */
    static Operation keyed(Operand source, List<String> key) {
        return (_, operands) -> switch (source.in(operands)) {
            case ObjectValue object -> without(object, key);
            case ListValue list -> without(list, key.getFirst());
            case Object other -> throw wrongType(other);
        };
    }

    private static ObjectValue without(ObjectValue object, List<String> path) {
        String key = path.getFirst();
        if (path.size() == 1) {
            return object.without(key);
        }
        return object.get(key) instanceof ObjectValue inner
                ? object.with(key, without(inner, path.subList(1, path.size())))
                : object;
    }

    private static ListValue without(ListValue list, String key) {
        int size = list.size();
        long place = switch (key.toLowerCase(Locale.ROOT)) {
            case "first" -> 0;
            case "last" -> size - 1L;
            default -> size - 1L - numberFromEnd(key, list);
        };
        if (place < 0 || place >= size) {
            throw new Failure("Index " + key + " out of bounds (count: " + size + ")");
        }
        ListValue.Builder rest = new ListValue.Builder(size);
        for (int i = 0; i < size; i++) {
            if (i != place) {
                rest.add(list.get(i));
            }
        }
        return rest.build();
    }

    private static long numberFromEnd(String key, ListValue list) {
        try {
            long number = Long.parseLong(key);
            return number < 0 ? Long.MAX_VALUE : number;
        } catch (NumberFormatException _) {
            throw wrongType(list);
        }
    }

    private static Failure wrongType(Object value) {
        return new Failure("Type mismatch: expected 'Object or List index', got '" + Kind.nameOf(value) + "'");
    }
}
