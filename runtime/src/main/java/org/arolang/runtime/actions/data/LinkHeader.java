package org.arolang.runtime.actions.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads an HTTP Link header ([DATA-195]). */
final class LinkHeader {

    private LinkHeader() {}

    /** The address of each relation; of equal relations the last. Entries without relation or address are left out. */
    static Map<String, String> parse(String header) {
        Map<String, String> links = new LinkedHashMap<>();
        for (String entry : split(header, ',')) {
            int end = entry.indexOf('>');
            if (!entry.startsWith("<") || end < 0) {
                continue;
            }
            for (String parameter : split(entry.substring(end + 1), ';')) {
                int equals = parameter.indexOf('=');
                if (equals > 0 && parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals("rel")) {
                    links.put(unquoted(parameter.substring(equals + 1).strip()), entry.substring(1, end));
                    break;
                }
            }
        }
        return links;
    }

    /** The parts between separators that stand neither in {@code <...>} nor in quotes, without surrounding white space. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean address = false;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && !address) {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                address = true;
            } else if (c == '>') {
                address = false;
            } else if (c == separator && !address && !quoted) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }
}
