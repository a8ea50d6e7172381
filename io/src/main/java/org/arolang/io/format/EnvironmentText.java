package org.arolang.io.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;

/** {@code .env} files ([IO-76], [IO-77]). */
final class EnvironmentText {

    private static final String EXPORT = "export ";

    private EnvironmentText() {}

    static String text(Object value) {
        if (!(value instanceof ObjectValue) && !(value instanceof ListValue)) {
            return FileText.cell(value);
        }
        List<String> lines = new ArrayList<>();
        leaves("", value, lines);
        lines.sort(Text::compare);
        return String.join("\n", lines);
    }

    private static void leaves(String name, Object value, List<String> lines) {
        String prefix = name.isEmpty() ? "" : name + "_";
        switch (value) {
            case ObjectValue object -> {
                for (int i = 0; i < object.size(); i++) {
                    leaves(prefix + object.keyAt(i), object.valueAt(i), lines);
                }
            }
            case ListValue list -> {
                int index = 0;
                for (Object element : list) {
                    leaves(prefix + index++, element, lines);
                }
            }
            default -> lines.add(name.toUpperCase(Locale.ROOT) + "=" + quoted(FileText.cell(value)));
        }
    }

    private static String quoted(String text) {
        boolean bare = text.indexOf('\n') < 0 && text.equals(text.strip()) && !isQuote(text, 0) && !isQuote(text, text.length() - 1);
        return bare ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static boolean isQuote(String text, int at) {
        return !text.isEmpty() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    static ObjectValue parse(String text) {
        ObjectValue.Builder variables = new ObjectValue.Builder();
        for (String raw : text.split("\r\n|\r|\n")) {
            String line = raw.strip();
            if (line.startsWith(EXPORT)) {
                line = line.substring(EXPORT.length()).strip();
            }
            int equals = line.indexOf('=');
            if (equals >= 0 && !line.startsWith("#")) {
                variables.put(line.substring(0, equals).strip(), Scalars.of(unquoted(line.substring(equals + 1).strip()), true));
            }
        }
        return variables.build();
    }

    private static String unquoted(String text) {
        if (text.length() < 2 || text.charAt(0) != text.charAt(text.length() - 1) || !isQuote(text, 0)) {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        if (text.charAt(0) == '\'' || inner.indexOf('\\') < 0) {
            return inner;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            char following = c == '\\' && i + 1 < inner.length() ? inner.charAt(i + 1) : 0;
            if (following == 'n' || following == '"' || following == '\\') {
                out.append(following == 'n' ? '\n' : following);
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
