package org.arolang.io.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;

/** {@code key=value} lines of {@code .txt} files ([IO-74], [IO-75]). */
final class KeyValueText {

    private KeyValueText() {}

    static String text(Object value) {
        List<String> lines = new ArrayList<>();
        switch (value) {
            case ObjectValue object -> object("", object, lines);
            case ListValue list -> {
                int index = 0;
                for (Object element : list) {
                    String name = "[" + index++ + "]";
                    if (element instanceof ObjectValue object) {
                        object(name + ".", object, lines);
                    } else {
                        lines.add(name + "=" + FileText.cell(element));
                    }
                }
            }
            default -> lines.add(FileText.cell(value));
        }
        return String.join("\n", lines);
    }

    private static void object(String prefix, ObjectValue object, List<String> lines) {
        for (int i = 0; i < object.size(); i++) {
            String key = prefix + object.keyAt(i);
            switch (object.valueAt(i)) {
                case ObjectValue inner -> object(key + ".", inner, lines);
                case ListValue list -> lines.add(key + "=" + Json.text(list));
                case Object scalar -> lines.add(key + "=" + FileText.cell(scalar));
            }
        }
    }

    /** Whether the text has any line of that form; without one the text itself is the value. */
    static boolean isKeyValue(String text) {
        return text.indexOf('=') >= 0;
    }

    static ObjectValue parse(String text) {
        Map<String, Object> root = new LinkedHashMap<>();
        for (String line : text.split("\r\n|\r|\n")) {
            int equals = line.indexOf('=');
            if (equals >= 0) {
                put(root, line.substring(0, equals).strip(), Scalars.ofText(line.substring(equals + 1)));
            }
        }
        return object(root);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> root, String path, Object value) {
        Map<String, Object> map = root;
        String rest = path;
        for (int dot = rest.indexOf('.'); dot > 0 && dot < rest.length() - 1; dot = rest.indexOf('.')) {
            Object inner = map.computeIfAbsent(rest.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
            if (!(inner instanceof Map)) {
                inner = new LinkedHashMap<String, Object>();
                map.put(rest.substring(0, dot), inner);
            }
            map = (Map<String, Object>) inner;
            rest = rest.substring(dot + 1);
        }
        map.put(rest, value);
    }

    private static ObjectValue object(Map<String, Object> map) {
        ObjectValue.Builder object = new ObjectValue.Builder(map.size());
        map.forEach((key, value) -> object.put(key, value instanceof Map<?, ?> inner ? objectOf(inner) : value));
        return object.build();
    }

    @SuppressWarnings("unchecked")
    private static ObjectValue objectOf(Map<?, ?> map) {
        return object((Map<String, Object>) map);
    }
}
