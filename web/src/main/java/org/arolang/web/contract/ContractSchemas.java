package org.arolang.web.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Violation;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.SchemaTypes;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a contract: typed Extract, Validate, request validation and the check of responses all come here ([WEB-131], [DEC-25]).
 * Thread-safe.
 */
public final class ContractSchemas implements SchemaTypes {

    /** What there is without a contract. */
    public static final ContractSchemas NONE = new ContractSchemas(null, new References(Map.of()));

    private final @Nullable Map<String, @Nullable Object> document;
    private final References references;
    private final Coercion numbers;
    private final Coercion formNumbers;
    private volatile @Nullable SchemaCheck check;

    ContractSchemas(@Nullable Map<String, @Nullable Object> document, References references) {
        this.document = document;
        this.references = references;
        this.numbers = new Coercion(references, false, false, null);
        this.formNumbers = new Coercion(references, false, true, null);
    }

    private SchemaCheck check() {
        SchemaCheck known = check;
        if (known == null) {
            synchronized (this) {
                known = check;
                if (known == null) {
                    known = new SchemaCheck(references);
                    check = known;
                }
            }
        }
        return known;
    }

    // --- schema types --------------------------------------------------------------------------------------------

    /** The names of the contract's schemas, sorted. */
    public List<String> names() {
        if (document != null
                && document.get("components") instanceof Map<?, ?> components
                && components.get("schemas") instanceof Map<?, ?> schemas) {
            return schemas.keySet().stream().map(String::valueOf).sorted().toList();
        }
        return List.of();
    }

    @Override
    public boolean knows(String name) {
        return find(name) != null;
    }

    @SuppressWarnings("unchecked") // Document makes no other maps.
    private @Nullable Map<String, @Nullable Object> find(String name) {
        if (document != null && document.get("components") instanceof Map<?, ?> components
                && components.get("schemas") instanceof Map<?, ?> schemas && schemas.get(name) instanceof Map<?, ?> schema) {
            return (Map<String, @Nullable Object>) schema;
        }
        return null;
    }

    private Map<String, @Nullable Object> required(String name) {
        Map<String, @Nullable Object> schema = find(name);
        if (schema != null) return schema;
        List<String> names = references.names("schemas");
        String available = document == null ? "(schema registry not available - ensure openapi.yaml is present)"
                : names.isEmpty() ? "none" : String.join(", ", names);
        throw new Failure("Schema '" + name + "' is not defined in openapi.yaml components.schemas.\nAvailable schemas: " + available);
    }

    @Override
    public Object convert(String name, Object value) {
        Map<String, @Nullable Object> schema = required(name);
        List<Finding> findings = check().findings(schema, value);
        if (!findings.isEmpty()) {
            Object offending = at(value, Mismatch.first(findings).steps());
            throw new SchemaMismatch(Mismatch.text(name, findings, offending), Mismatch.violations(findings));
        }
        return complete(schema, value);
    }

    private static @Nullable Object at(Object value, List<String> steps) {
        Object place = value;
        for (String step : steps) {
            place = place instanceof Handle handle ? handle.properties() : place;
            place = place instanceof ObjectValue object ? object.get(step)
                    : place instanceof ListValue list ? list.get(Integer.parseInt(step)) : null;
        }
        return place;
    }

    @Override
    public List<Violation> violations(String name, Object value) {
        return violations(required(name), value);
    }

    @Override
    public List<String> properties(String name) {
        List<String> names = new ArrayList<>();
        collect(required(name), names, 0);
        return List.copyOf(names);
    }

    private void collect(@Nullable Object schema, List<String> names, int depth) {
        Map<String, @Nullable Object> map = references.schema(schema);
        if (map == null || depth > 20) return;
        if (map.get("properties") instanceof Map<?, ?> properties) {
            for (Object key : new TreeSet<>(properties.keySet())) {
                if (!names.contains((String) key)) names.add((String) key);
            }
        }
        if (map.get("allOf") instanceof List<?> parts) {
            for (Object part : parts) collect(part, names, depth + 1);
        }
    }

    // --- any schema of the contract ------------------------------------------------------------------------------

    /** Everything that is wrong with a value, sorted by path, in the words of [DATA-132]. */
    public List<Violation> violations(Map<String, @Nullable Object> schema, Object value) {
        return Mismatch.violations(check().findings(schema, value));
    }

    /** A valid value as its schema makes it, defaults included. */
    public Object complete(Map<String, @Nullable Object> schema, Object value) {
        return new Coercion(references, true, false, check()::isValid).apply(value, schema);
    }

    /** A JSON body with its numbers of the declared types ([WEB-81]). */
    public Object numbers(Object body, Operation.@Nullable Media media) {
        return media == null || media.schema() == null ? body : numbers.apply(body, media.schema());
    }

    /** A form's fields, those that are declared to be numbers and are such made numbers ([WEB-82]). */
    public Object formNumbers(ObjectValue fields, Operation.@Nullable Media media) {
        return media == null || media.schema() == null ? fields : formNumbers.apply(fields, media.schema());
    }

    /** Whether a schema, its references resolved, is for objects or does not say for what. */
    public boolean isForObjects(Map<String, @Nullable Object> schema) {
        return new ResponseShapes(references).shape(schema) == Responses.Shape.OBJECT;
    }
}
