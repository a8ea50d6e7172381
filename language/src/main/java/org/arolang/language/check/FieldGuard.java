package org.arolang.language.check;

import java.util.ArrayList;
import java.util.List;

/**
 * One test of a guard suffix such as {@code Handler<status:paid,sent;tier:gold>} ([SYN-307], [APP-68]). Several guards of one suffix all
 * have to hold; of one guard's values any may.
 *
 * @param path the field as a path, outermost first
 * @param values the accepted values as written
 */
public record FieldGuard(List<String> path, List<String> values) {

    public FieldGuard {
        path = List.copyOf(path);
        values = List.copyOf(values);
    }

    /** The field as written, parts joined by dots. */
    public String field() {
        return String.join(".", path);
    }

    /** Whether a field whose text form is {@code text} passes; case does not matter. */
    public boolean accepts(String text) {
        for (String value : values) {
            if (value.equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }

    /** The guards of the text between the angle brackets; parts without a colon are none. */
    static List<FieldGuard> parse(String suffix) {
        List<FieldGuard> guards = new ArrayList<>();
        for (String part : suffix.split(";")) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                List<String> path = List.of(part.substring(0, colon).strip().split("\\."));
                List<String> values = new ArrayList<>();
                for (String value : part.substring(colon + 1).split(",")) {
                    values.add(value.strip());
                }
                guards.add(new FieldGuard(path, values));
            }
        }
        return guards;
    }
}
