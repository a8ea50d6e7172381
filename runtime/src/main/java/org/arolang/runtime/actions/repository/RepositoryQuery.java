package org.arolang.runtime.actions.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.arolang.language.tree.Condition;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.RecordTest;
import org.arolang.runtime.action.WhereClause;
import org.arolang.runtime.repository.Repository;
import org.jspecify.annotations.Nullable;

/** A {@code where} condition on a repository, with the fields by which an index narrows it. Immutable. */
final class RepositoryQuery {

    private final RecordTest test;
    private final List<Lookup> lookups;

    private record Lookup(String field, Operand value) {}

    private RepositoryQuery(RecordTest test, List<Lookup> lookups) {
        this.test = test;
        this.lookups = List.copyOf(lookups);
    }

    /** The condition of {@code call}, or null; asks the repository for the indexes that it can use. */
    static @Nullable RepositoryQuery of(Call call, Repository repository) {
        RecordTest test = call.where(Call.WhereSemantics.REPOSITORY);
        WhereClause clause = call.whereClause();
        if (test == null) {
            return null;
        }
        List<Lookup> lookups = new ArrayList<>();
        if (clause != null) {
            collect(clause, lookups);
        }
        for (Lookup lookup : lookups) {
            repository.requestIndex(lookup.field);
        }
        return new RepositoryQuery(test, lookups);
    }

    /** The equalities that every matching record fulfils. */
    private static void collect(WhereClause clause, List<Lookup> lookups) {
        switch (clause) {
            case WhereClause.Test test -> {
                if (test.operator() == Condition.Operator.EQUAL && test.value() != null) {
                    lookups.add(new Lookup(String.join(".", test.path()), test.value()));
                }
            }
            case WhereClause.And and -> and.parts().forEach(part -> collect(part, lookups));
            case WhereClause.Or _ -> {
            }
        }
    }

    Predicate<Object> test(@Nullable Object[] operands) {
        return test.bind(operands);
    }

    List<Repository.Probe> probes(@Nullable Object[] operands) {
        List<Repository.Probe> probes = new ArrayList<>(lookups.size());
        for (Lookup lookup : lookups) {
            probes.add(new Repository.Probe(lookup.field, lookup.value.in(operands)));
        }
        return probes;
    }
}
