package org.arolang.runtime.yaml;

import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;

/** The YAML form of values ([IO-59] to [IO-61]). */
public final class Yaml {

    private Yaml() {}

    /**
     * The value of a YAML text; several documents are a list of their values, an empty text is null.
     *
     * @throws MalformedYaml when it is none
     */
    public static Object parse(String text) throws MalformedYaml {
        return new YamlReader().read(text);
    }

    /** A value in block style, ended by {@code \n}. */
    public static String text(Object value) {
        StringBuilder out = new StringBuilder();
        boolean block = value instanceof ObjectValue object && !object.isEmpty() || value instanceof ListValue list && !list.isEmpty();
        if (block) {
            new YamlWriter(out).block(value, 0);
        } else {
            new YamlWriter(out).scalar(value, 0);
            out.append('\n');
        }
        return out.toString();
    }
}
