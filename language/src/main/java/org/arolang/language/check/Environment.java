package org.arolang.language.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the checker is told of the application's surroundings; everything is optional. Immutable.
 *
 * @param entryPoint the entry point's name
 * @param operations ids of the contract's operations
 * @param schemas the contract's schemas, each with the names of its fields
 * @param templates the application's templates; null when its folder is not at hand, then template names are not checked
 * @param snippet whether the text is a bare snippet: names and ends of feature sets are then not checked ([SYN-804])
 */
public record Environment(
        String entryPoint,
        Set<String> operations,
        Map<String, Set<String>> schemas,
        @Nullable TemplateLookup templates,
        boolean snippet) {

    /** Nothing is known. */
    public static final Environment NONE = new Environment(Kinds.APPLICATION_START, Set.of(), Map.of(), null, false);

    public Environment {
        operations = Set.copyOf(operations);
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        schemas.forEach((name, fields) -> copy.put(name, Set.copyOf(fields)));
        schemas = Map.copyOf(copy);
    }

    public Environment withEntryPoint(String name) {
        return new Environment(name, operations, schemas, templates, snippet);
    }

    public Environment withContract(Set<String> operationIds, Map<String, Set<String>> schemaFields) {
        return new Environment(entryPoint, operationIds, schemaFields, templates, snippet);
    }

    public Environment withTemplates(@Nullable TemplateLookup lookup) {
        return new Environment(entryPoint, operations, schemas, lookup, snippet);
    }

    public Environment asSnippet() {
        return new Environment(entryPoint, operations, schemas, templates, true);
    }
}
