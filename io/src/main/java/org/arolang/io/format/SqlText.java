package org.arolang.io.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;

/** {@code INSERT} statements ([IO-72]). */
final class SqlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private SqlText() {}

    static void write(Object value, String table, Writer out) throws IOException {
        if (value instanceof ListValue list) {
            String separator = "";
            for (Object element : list) {
                out.write(separator + statement(element, table));
                separator = "\n";
            }
        } else {
            out.write(statement(value, table));
        }
    }

    private static String statement(Object value, String table) {
        if (!(value instanceof ObjectValue row)) {
            return "-- Cannot serialize non-object value to SQL";
        }
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            columns.add(name(row.keyAt(i)));
            values.add(value(row.valueAt(i)));
        }
        return "INSERT INTO " + name(table) + " (" + String.join(", ", columns) + ") VALUES (" + String.join(", ", values) + ");";
    }

    private static String name(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String value(Object value) {
        return switch (value) {
            case Null _ -> "NULL";
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            case Long _,Double _ -> Text.of(value);
            default -> "'" + FileText.of(value).replace("'", "''") + "'";
        };
    }
}
