package org.arolang.language.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the checker knows of verbs and operations. The runtime fills it from the actions' own declarations: there is no second list
 * ([SYN-704]). Implementations are immutable.
 */
public interface VerbCatalog {

    /** The declaration that carries {@code verb}, compared case-insensitively; empty for verbs of plugins and misspelt ones. */
    Optional<Verb> find(String verb);

    /** Every declaration, one per action, in order of the action's name. */
    List<Verb> verbs();

    /** Names of all operations of Compute and Transform, lower case ([DATA-80], [DATA-100], [DATA-111]). */
    Set<String> operations();

    /** Whether {@code text} ({@code +7d}) is an offset that dates can be moved by ([VAL-215]). */
    default boolean isDateOffset(String text) {
        return true;
    }

    /** Whether names unknown here may be carried by a plugin; then unknown verbs and qualifiers are not reported. */
    default boolean hasPlugins() {
        return false;
    }

    /**
     * What an action declares of itself, as far as the checker needs it.
     *
     * @param action the action's name as messages show it: {@code Extract}
     * @param verbs its verbs, lower case, the main one first
     * @param prepositions accepted prepositions, lower case; empty when they are not checked
     * @param binds whether it binds its result ([DATA-9])
     * @param rebinds whether it may bind a bound name again ([SYN-721])
     * @param extensionClauses which of {@code order limit offset matching recursively from} it takes ([SYN-415])
     */
    record Verb(
            String action,
            List<String> verbs,
            Role role,
            Set<String> prepositions,
            boolean binds,
            boolean rebinds,
            Set<String> extensionClauses) {

        public Verb {
            verbs = List.copyOf(verbs);
            prepositions = Set.copyOf(prepositions);
            extensionClauses = Set.copyOf(extensionClauses);
        }
    }

    /** The roles of chapter 03, section 3. */
    enum Role {
        REQUEST, OWN, RESPONSE, EXPORT, SERVER
    }
}
