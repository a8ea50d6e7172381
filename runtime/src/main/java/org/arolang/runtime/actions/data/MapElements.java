package org.arolang.runtime.actions.data;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Missing;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Access;
import org.arolang.runtime.value.FieldPath;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.SchemaTypes;
import org.arolang.runtime.value.StreamValue;
import org.arolang.runtime.value.TypeWords;
import org.jspecify.annotations.Nullable;

/** The action {@code Map}: takes one field, or a schema's properties, of each element ([DATA-170] to [DATA-173]). */
final class MapElements implements Action {

    private static final Declaration DECLARATION = Declaration.of("Map", Role.OWN, "map")
            .prepositions("from", "to")
            .clauses("order", "limit", "offset")
            .description("Take one field of each element of a list")
            .searchTerms("project", "pluck", "column", "select", "field of each")
            .shapes("Map the <result: field> from the <list>.", "Map the <result> from the <list: field>.",
                    "Map the <result: List<Schema>> from the <list>.", "Map the <result: field> from the <list> where <other> is 1.")
            .example("Names", """
                Create the <beds> with [{ crop: "leek", row: 1 }, { crop: "kale", row: 2 }].
                Map the <crops: crop> from the <beds>.
                Log <crops> to the <console>.
                """, "[leek, kale]\n")
            .example("Of those that meet a condition", """
                Create the <beds> with [{ crop: "leek", row: 1 }, { crop: "kale", row: 2 }].
                Map the <crops: crop> from the <beds> where <row> > 1.
                Log <crops> to the <console>.
                """, "[kale]\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        if (TemplateRendering.isAskedFor(call)) {
            return TemplateRendering.prepare(call);
        }
        Noun result = Required.result(call, "Map");
        ListQuery query = ListQuery.of(call);
        Function<Object, @Nullable Object> schema = schema(result, call.application().schemas());
        if (schema != null) {
            Operand source = Required.object(call, "Map");
            return (_, operands) -> source.in(operands) instanceof ListValue list
                    ? each(query.apply(list, operands), schema)
                    : source.in(operands);
        }
        Projection projection = Projection.of(result.specifiers());
        Noun object = call.object();
        if (projection == null && object != null && object.hasQualifier()) {
            Operand variable = Required.operand(call.objectVariable(), "Map", "an object");
            List<String> path = object.specifiers();
            Projection ofPath = new Projection(FieldPath.of(String.join(".", path)), false);
            return (_, operands) -> {
                Object value = variable.in(operands);
                if (value instanceof ListValue list) {
                    return ofPath.over(query.apply(list, operands));
                }
                Object inner = Access.objectPath(value, path);
                return inner instanceof ListValue list ? query.apply(list, operands) : inner;
            };
        }
        Operand source = Required.object(call, "Map");
        return (_, operands) -> {
            Object value = source.in(operands);
            if (value instanceof ListValue list) {
                ListValue elements = query.apply(list, operands);
                return projection == null ? elements : projection.over(elements);
            }
            return projection == null ? value : projection.ofSingle(value);
        };
    }

    private static ListValue each(ListValue list, Function<Object, @Nullable Object> change) {
        if (list instanceof StreamValue stream) {
            return LazyList.map(stream, change);
        }
        ListValue.Builder changed = new ListValue.Builder(list.size());
        for (Object element : list) {
            Object value = change.apply(element);
            if (value != null) {
                changed.add(value);
            }
        }
        return changed.build();
    }

    /** Reduces an element to the properties of the schema in {@code List<Schema>}; null when no schema is named there. */
    private static @Nullable Function<Object, @Nullable Object> schema(Noun result, SchemaTypes schemas) {
        String word = result.first();
        if (!word.startsWith("List<") || !word.endsWith(">")) {
            return null;
        }
        String name = word.substring("List<".length(), word.length() - 1).strip();
        if (!schemas.knows(name)) {
            return null;
        }
        List<String> properties = schemas.properties(name);
        return element -> {
            Object converted = schemas.convert(name, element);
            if (!(converted instanceof ObjectValue object) || properties.isEmpty()) {
                return converted;
            }
            ObjectValue.Builder reduced = new ObjectValue.Builder(properties.size());
            for (String property : properties) {
                Object value = object.get(property);
                if (value != null) {
                    reduced.put(property, value);
                }
            }
            return reduced.build();
        };
    }

    /**
     * The field to take.
     *
     * @param mayBeType whether its name is a type word too: then it is a field only where elements have it ([VAL-105])
     */
    private record Projection(FieldPath field, boolean mayBeType) {

        static @Nullable Projection of(List<String> specifiers) {
            if (specifiers.size() == 1 && TypeWords.isType(specifiers.getFirst())) {
                String word = specifiers.getFirst();
                return word.indexOf('<') >= 0 ? null : new Projection(FieldPath.of(word), true);
            }
            return specifiers.isEmpty() ? null : new Projection(FieldPath.of(String.join(".", specifiers)), false);
        }

        ListValue over(ListValue list) {
            return mayBeType && !isField(list) ? list : each(list, field::read);
        }

        Object ofSingle(Object value) {
            if (!(value instanceof ObjectValue)) {
                return value;
            }
            Object found = field.read(value);
            if (found == null && !mayBeType) {
                throw new Missing("Undefined variable: '" + field.path() + "'");
            }
            return found == null ? value : found;
        }

        private boolean isField(ListValue list) {
            Iterator<Object> elements = list.iterator();
            try {
                while (elements.hasNext()) {
                    if (elements.next() instanceof ObjectValue object) {
                        return field.read(object) != null;
                    }
                }
                return false;
            } finally {
                StreamValue.close(elements);
            }
        }
    }
}
