package org.arolang.web.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.arolang.web.contract.Responses.Shape;
import org.jspecify.annotations.Nullable;

/** Answers whether a schema means an array or a scalar ([WEB-142], [DEC-26]). */
final class ResponseShapes {

    private static final List<String> SCALARS = List.of("string", "integer", "number", "boolean", "null");
    private static final int DEPTH = 20;

    private final References references;

    ResponseShapes(References references) {
        this.references = references;
    }

    boolean isArray(@Nullable Object schema) {
        return isArray(schema, 0);
    }

    private boolean isArray(@Nullable Object schema, int depth) {
        Map<String, @Nullable Object> map = references.schema(schema);
        if (map == null || depth > DEPTH) return false;
        Object type = map.get("type");
        if (type instanceof String word) return word.equals("array");
        if (type instanceof List<?> words) return words.contains("array") && !words.contains("object");
        if (map.containsKey("items")) return true;
        if (map.get("allOf") instanceof List<?> members) {
            for (Object member : members) {
                if (isArray(member, depth + 1)) return true;
            }
        }
        return allArrays(map.get("anyOf"), depth) || allArrays(map.get("oneOf"), depth);
    }

    private boolean allArrays(@Nullable Object members, int depth) {
        if (!(members instanceof List<?> list) || list.isEmpty()) return false;
        for (Object member : list) {
            if (!isArray(member, depth + 1)) return false;
        }
        return true;
    }

    /** The scalar types a schema allows when it allows nothing else; empty otherwise. */
    List<String> scalars(@Nullable Object schema) {
        TreeSet<String> types = scalars(schema, 0);
        return types == null ? List.of() : List.copyOf(types);
    }

    private @Nullable TreeSet<String> scalars(@Nullable Object schema, int depth) {
        Map<String, @Nullable Object> map = references.schema(schema);
        if (map == null || depth > DEPTH) return null;
        TreeSet<String> types = new TreeSet<>();
        Object type = map.get("type");
        if (type instanceof String word) {
            types.add(word);
        } else if (type instanceof List<?> words) {
            for (Object word : words) types.add(String.valueOf(word));
        } else if (map.get("allOf") instanceof List<?> members) {
            for (Object member : members) {
                TreeSet<String> inner = scalars(member, depth + 1);
                if (inner != null) return inner;
            }
            return null;
        } else {
            Object members = map.get("anyOf") != null ? map.get("anyOf") : map.get("oneOf");
            if (!(members instanceof List<?> list)) return null;
            for (Object member : list) {
                TreeSet<String> inner = scalars(member, depth + 1);
                if (inner == null) return null;
                types.addAll(inner);
            }
        }
        if (types.isEmpty() || !SCALARS.containsAll(types)) return null;
        if (Boolean.TRUE.equals(map.get("nullable"))) types.add("null");
        return types;
    }

    Shape shape(@Nullable Object schema) {
        return isArray(schema) ? Shape.ARRAY : scalars(schema).isEmpty() ? Shape.OBJECT : Shape.SCALAR;
    }

    /** The first type word of a schema that is not {@code null}, its references resolved; the empty text when it has none. */
    String typeWord(@Nullable Object schema) {
        Map<String, @Nullable Object> map = references.schema(schema);
        if (map == null) return "";
        Object type = map.get("type");
        if (type instanceof String word) return word;
        List<Object> words = new ArrayList<>();
        if (type instanceof List<?> list) words.addAll(list);
        words.remove("null");
        return words.size() == 1 ? String.valueOf(words.getFirst()) : "";
    }
}
