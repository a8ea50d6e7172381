package org.arolang.io.format;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;

/** Lines of a log, each with the time ([IO-73]). */
final class LogText {

    private LogText() {}

    static void write(Object value, Writer out) throws IOException {
        String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        if (value instanceof ListValue list) {
            String separator = "";
            for (Object element : list) {
                out.write(separator + time + ": " + text(element));
                separator = "\n";
            }
        } else {
            out.write(time + ": " + text(value));
        }
    }

    private static String text(Object value) {
        if (value instanceof ObjectValue || value instanceof ListValue) {
            StringBuilder out = new StringBuilder();
            spaced(value, out);
            return out.toString();
        }
        return FileText.of(value);
    }

    /** JSON with a blank after each comma and colon ([IO-9]). */
    private static void spaced(Object value, StringBuilder out) {
        switch (value) {
            case ObjectValue object -> {
                out.append('{');
                for (int i = 0; i < object.size(); i++) {
                    out.append(i > 0 ? ", " : "").append(Json.text(object.keyAt(i))).append(": ");
                    spaced(object.valueAt(i), out);
                }
                out.append('}');
            }
            case ListValue list -> {
                out.append('[');
                String separator = "";
                for (Object element : list) {
                    out.append(separator);
                    spaced(element, out);
                    separator = ", ";
                }
                out.append(']');
            }
            default -> out.append(Json.text(value));
        }
    }
}
