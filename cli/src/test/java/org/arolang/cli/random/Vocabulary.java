package org.arolang.cli.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Which variables a generated statement can use. Scopes nest as those of the language do. */
final class Vocabulary {

    /** What the generator means a variable to hold. It may be wrong, as programs are. */
    enum Kind {
        INTEGER, FLOAT, BOOLEAN, TEXT, NUMBERS, RECORDS, RECORD, DATE
    }

    /** @param steady whether no statement may bind it again */
    record Variable(String name, Kind kind, boolean steady) {}

    private final SplittableRandom random;
    private final List<Variable> variables = new ArrayList<>();
    private int made;

    Vocabulary(SplittableRandom random) {
        this.random = random;
    }

    /** A name that no other variable of the feature set has. */
    String fresh(Kind kind) {
        return kind.name().substring(0, 1).toLowerCase(java.util.Locale.ROOT) + made++;
    }

    void add(String name, Kind kind) {
        variables.add(new Variable(name, kind, false));
    }

    void addSteady(String name, Kind kind) {
        variables.add(new Variable(name, kind, true));
    }

    int mark() {
        return variables.size();
    }

    /** Forgets what was added since {@link #mark}. */
    void forget(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    /** A variable of {@code kind}, rarely one of another; null when there is none. */
    @Nullable
    String any(Kind kind) {
        boolean wrong = random.nextInt(150) == 0;
        List<Variable> suitable = variables.stream().filter(variable -> wrong || variable.kind() == kind).toList();
        return suitable.isEmpty() ? null : suitable.get(random.nextInt(suitable.size())).name();
    }

    /** A variable that a statement in a {@code while} body may bind again; null when there is none. */
    @Nullable
    Variable rebindable() {
        List<Variable> suitable = variables.stream().filter(variable -> !variable.steady()).toList();
        return suitable.isEmpty() ? null : suitable.get(random.nextInt(suitable.size()));
    }
}
