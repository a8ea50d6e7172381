package org.arolang.runtime.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.arolang.language.check.VerbCatalog.Role;

/**
 * What an action declares of itself. The checker, {@code aro actions}, the editor, the generated reference and the test of the examples all
 * read this one declaration.
 *
 * @param name the action's name as messages show it: {@code Extract}
 * @param verbs its verbs, lower case, the main one first
 * @param prepositions accepted prepositions; empty when they are not checked
 * @param binds whether the statement's value is bound to its result ([DATA-9])
 * @param rebinds whether a bound name may be bound again ([DATA-9], [SYN-721])
 * @param bindsExpressionDirectly whether an expression object without result specifiers is bound as it is ([DATA-4])
 * @param mayWait whether performing it may wait for network, disk or time
 * @param hasEffects whether anybody but the program can observe that it was performed; effects keep source order ([APP-36])
 * @param extensionClauses which of {@code order limit offset matching recursively from} it takes ([SYN-415])
 * @param description one line in the imperative for lists and help
 * @param searchTerms further words people look for
 * @param shapes the statement shapes, as the reference shows them
 * @param examples programs with their output; all of them are run by the tests
 */
public record Declaration(
        String name,
        List<String> verbs,
        Role role,
        Set<String> prepositions,
        boolean binds,
        boolean rebinds,
        boolean bindsExpressionDirectly,
        boolean mayWait,
        boolean hasEffects,
        Set<String> extensionClauses,
        String description,
        List<String> searchTerms,
        List<String> shapes,
        List<Example> examples) {

    /**
     * A program and what it prints.
     *
     * @param title what it shows
     * @param statements the statements of an {@code Application-Start}, without header and Return
     * @param output what it prints on standard output, lines ended by {@code \n}
     */
    public record Example(String title, String statements, String output) {}

    public static Builder of(String name, Role role, String... verbs) {
        return new Builder(name, role, List.of(verbs));
    }

    /** Collects the parts of a declaration; what is not said is: binds, does not rebind, does not wait, has no effects. */
    public static final class Builder {
        private final String name;
        private final Role role;
        private final List<String> verbs;
        private final Set<String> prepositions = new TreeSet<>();
        private final Set<String> clauses = new TreeSet<>();
        private final List<String> terms = new ArrayList<>();
        private final List<String> shapes = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();
        private boolean binds = true;
        private boolean rebinds;
        private boolean bindsExpressionDirectly;
        private boolean mayWait;
        private boolean hasEffects;
        private String description = "";

        private Builder(String name, Role role, List<String> verbs) {
            this.name = name;
            this.role = role;
            this.verbs = verbs;
        }

        public Builder prepositions(String... words) {
            prepositions.addAll(List.of(words));
            return this;
        }

        public Builder clauses(String... words) {
            clauses.addAll(List.of(words));
            return this;
        }

        public Builder bindsNothing() {
            binds = false;
            return this;
        }

        public Builder rebinds() {
            rebinds = true;
            return this;
        }

        public Builder bindsExpressionDirectly() {
            bindsExpressionDirectly = true;
            return this;
        }

        public Builder mayWait() {
            mayWait = true;
            return this;
        }

        public Builder hasEffects() {
            hasEffects = true;
            return this;
        }

        public Builder description(String text) {
            description = text;
            return this;
        }

        public Builder searchTerms(String... words) {
            terms.addAll(List.of(words));
            return this;
        }

        public Builder shapes(String... forms) {
            shapes.addAll(List.of(forms));
            return this;
        }

        public Builder example(String title, String statements, String output) {
            examples.add(new Example(title, statements, output));
            return this;
        }

        public Declaration build() {
            return new Declaration(
                    name,
                    verbs,
                    role,
                    Set.copyOf(prepositions),
                    binds,
                    rebinds,
                    bindsExpressionDirectly,
                    mayWait,
                    hasEffects,
                    Set.copyOf(clauses),
                    description,
                    List.copyOf(terms),
                    List.copyOf(shapes),
                    List.copyOf(examples));
        }
    }
}
