package org.arolang.runtime.value;

import java.util.List;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What Extract does with its source ([VAL-105], [DATA-51] to [DATA-57]), resolved when the program loads: the path of the object, then the
 * first specifier of the result. Immutable and thread-safe.
 */
public final class Extraction {

    private final List<String> objectPath;
    private final boolean readsJson;
    private final @Nullable String specifier;
    private final Use use;
    private final @Nullable SchemaTypes schemas;
    private final @Nullable FieldSite site;
    private final FieldSite[] pathSites;
    private final @Nullable Selector selector;

    private enum Use {
        /** No specifier: the source itself. */
        NONE,
        /** A type word: the source itself, unless an object has a key of that name. */
        ANNOTATION, SCHEMA, SELECT
    }

    private Extraction(List<String> objectPath, @Nullable String specifier, boolean article, @Nullable SchemaTypes schemas) {
        this.objectPath = List.copyOf(objectPath);
        this.readsJson = article && objectPath.isEmpty();
        this.specifier = specifier;
        this.schemas = schemas;
        if (specifier == null) use = Use.NONE;
        else if (TypeWords.isType(specifier)) use = Use.ANNOTATION;
        else if (TypeWords.isSchemaName(specifier)) use = Use.SCHEMA;
        else
            use = Use.SELECT;
        site = specifier == null ? null : new FieldSite(specifier);
        pathSites = objectPath.stream().map(FieldSite::new).toArray(FieldSite[]::new);
        selector = use == Use.SELECT && specifier != null ? Selector.parse(specifier) : null;
    }

    /**
     * @param objectPath the specifiers of the object, empty for none
     * @param resultSpecifiers the specifiers of the result; only the first counts
     * @param article whether the source is written with an article ([VAL-108]): only then a text without a path is read as JSON
     * @param schemas the contract's schemas, or null when there is no contract
     */
    public static Extraction of(List<String> objectPath, List<String> resultSpecifiers, boolean article, @Nullable SchemaTypes schemas) {
        return new Extraction(objectPath, resultSpecifiers.isEmpty() ? null : resultSpecifiers.getFirst(), article, schemas);
    }

    /** The value extracted from a source. */
    public Object extract(Object source) {
        Object found = follow(source);
        if (readsJson) {
            String text = Text.string(found);
            Object parsed = text == null ? null : TextLookup.json(text);
            if (parsed != null) found = parsed;
        }
        String word = specifier;
        FieldSite field = site;
        if (word == null || field == null) return found;
        return switch (use) {
            case NONE -> found;
            case ANNOTATION -> {
                Object own = found instanceof ObjectValue object ? field.read(object) : null;
                yield own == null ? found : own;
            }
            case SCHEMA -> convert(word, found);
            case SELECT -> select(found, word, field);
        };
    }

    private Object follow(Object source) {
        Object current = source;
        for (FieldSite step : pathSites) {
            Object next = current instanceof ObjectValue object ? step.read(object) : Access.tryObjectStep(current, step.key());
            if (next == null) return Access.joinedPath(source, objectPath);
            current = next;
        }
        return current;
    }

    private Object convert(String name, Object value) {
        SchemaTypes known = schemas;
        if (known != null) return known.convert(name, value);
        throw new Failure("Schema '" + name + "' is not defined in openapi.yaml components.schemas.\n"
                + "Available schemas: (schema registry not available - ensure openapi.yaml is present)");
    }

    private Object select(Object source, String word, FieldSite field) {
        Object found;
        if (source instanceof ObjectValue object) {
            found = field.read(object);
        } else if (source instanceof ListValue list) {
            found = selector == null ? null : selector.select(list);
        } else {
            String text = source instanceof Binary binary ? binary.text() : Text.string(source);
            found = text != null ? TextLookup.find(text, word) : Access.property(source, word);
        }
        if (found == null) throw Access.notFound(word, source);
        return found;
    }
}
