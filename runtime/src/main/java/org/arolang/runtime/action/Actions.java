package org.arolang.runtime.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.arolang.language.check.VerbCatalog;
import org.arolang.runtime.value.Operations;
import org.jspecify.annotations.Nullable;

/**
 * The actions of an installation by verb, and the checker's catalogue made of their declarations. Immutable.
 *
 * <p>Where several actions share a verb, the action registered under it decides by the statement's object what it does ([DEC-3]).
 */
public final class Actions implements VerbCatalog {

    private static final Set<String> OPERATIONS = Set.copyOf(Operations.names());

    private final Map<String, Action> byVerb = new HashMap<>();
    private final Map<String, Verb> declared = new HashMap<>();
    private final List<Action> actions;

    /**
     * @throws IllegalArgumentException when two actions declare one verb
     */
    public Actions(List<Action> actions) {
        List<Action> sorted = new ArrayList<>(actions);
        sorted.sort((one, other) -> one.declaration().name().compareTo(other.declaration().name()));
        this.actions = List.copyOf(sorted);
        for (Action action : sorted) {
            Verb verb = verbOf(action.declaration());
            for (String word : verb.verbs()) {
                if (byVerb.put(word, action) != null) {
                    throw new IllegalArgumentException("verb '" + word + "' is declared twice");
                }
                declared.put(word, verb);
            }
        }
    }

    /** The action that carries {@code verb} (any case), or null. */
    public @Nullable Action action(String verb) {
        return byVerb.get(verb.toLowerCase(Locale.ROOT));
    }

    /** All actions in order of their names. */
    public List<Action> all() {
        return actions;
    }

    @Override
    public Optional<Verb> find(String verb) {
        return Optional.ofNullable(declared.get(verb.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<Verb> verbs() {
        return actions.stream().map(action -> declared.get(action.declaration().verbs().getFirst())).toList();
    }

    @Override
    public Set<String> operations() {
        return OPERATIONS;
    }

    @Override
    public boolean isDateOffset(String text) {
        return Operations.find(text) != null;
    }

    private static Verb verbOf(Declaration declaration) {
        return new Verb(
                declaration.name(),
                declaration.verbs(),
                declaration.role(),
                declaration.prepositions(),
                declaration.binds(),
                declaration.rebinds(),
                declaration.extensionClauses());
    }
}
