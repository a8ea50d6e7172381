package org.arolang.io.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;

/** Makes values of TOML 1.0; dates are strings ([IO-65]). Used once. */
final class TomlReader {

    private final Cursor in;
    private final TomlValues values;
    private final Map<String, Object> root = new LinkedHashMap<>();
    /** Tables that have had their header, which none has twice. */
    private final Set<Object> headed = Collections.newSetFromMap(new IdentityHashMap<>());
    private Map<String, Object> table = root;

    TomlReader(String text) {
        in = new Cursor("TOML", text.replace("\r\n", "\n"));
        values = new TomlValues(in);
    }

    Object read() throws MalformedText {
        while (true) {
            values.skipLines();
            if (in.atEnd()) {
                break;
            }
            if (in.take("[[")) {
                List<String> path = values.keys();
                in.expect("]]");
                appendTable(path);
            } else if (in.take("[")) {
                List<String> path = values.keys();
                in.expect("]");
                openTable(path);
            } else {
                values.entry(table);
            }
            endLine();
        }
        Object only = root.size() == 1 ? root.values().iterator().next() : null;
        return only instanceof Tables tables ? frozen(tables) : frozen(root);
    }

    /** An array of tables that headers add to. */
    private static final class Tables extends ArrayList<Map<String, Object>> {
        private static final long serialVersionUID = 1;
    }

    private void endLine() throws MalformedText {
        values.skipBlanks();
        if (!in.atEnd() && !in.take("\n")) {
            throw in.malformed("expected the end of the line");
        }
    }

    private void openTable(List<String> path) throws MalformedText {
        Map<String, Object> parent = parent(path);
        Object known = parent.get(path.getLast());
        if (known == null) {
            known = new LinkedHashMap<String, Object>();
            parent.put(path.getLast(), known);
        }
        table = TomlValues.table(known, in);
        if (!headed.add(table)) {
            throw in.malformed("table '" + String.join(".", path) + "' stands twice");
        }
    }

    private void appendTable(List<String> path) throws MalformedText {
        Object known = parent(path).computeIfAbsent(path.getLast(), _ -> new Tables());
        if (!(known instanceof Tables tables)) {
            throw in.malformed("'" + path.getLast() + "' is no array of tables");
        }
        table = new LinkedHashMap<>();
        tables.add(table);
    }

    private Map<String, Object> parent(List<String> path) throws MalformedText {
        Map<String, Object> map = root;
        for (String key : path.subList(0, path.size() - 1)) {
            Object inner = map.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>());
            map = TomlValues.table(inner instanceof Tables tables ? tables.getLast() : inner, in);
        }
        return map;
    }

    private static Object frozen(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                ObjectValue.Builder object = new ObjectValue.Builder(map.size());
                map.forEach((key, inner) -> object.put((String) key, frozen(inner)));
                yield object.build();
            }
            case List<?> list -> ListValue.copyOf(list.stream().map(TomlReader::frozen).toList());
            default -> value;
        };
    }
}
