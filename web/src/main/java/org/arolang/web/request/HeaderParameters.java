package org.arolang.web.request;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the parameters after the first {@code ;} of a header value, quoted or not. */
final class HeaderParameters {

    private HeaderParameters() {}

    /** The first parameter of that name (any case), or null. */
    static @Nullable String find(String header, String name) {
        int i = header.indexOf(';');
        while (i >= 0 && i < header.length()) {
            i++;
            int equals = i;
            while (equals < header.length() && header.charAt(equals) != '=' && header.charAt(equals) != ';') equals++;
            if (equals >= header.length()) return null;
            if (header.charAt(equals) == ';') {
                i = equals;
                continue;
            }
            String key = header.substring(i, equals).trim();
            int start = equals + 1;
            while (start < header.length() && (header.charAt(start) == ' ' || header.charAt(start) == '\t')) start++;
            StringBuilder value = new StringBuilder();
            if (start < header.length() && header.charAt(start) == '"') {
                i = start + 1;
                while (i < header.length() && header.charAt(i) != '"') {
                    // Browsers do not escape backslashes in file names: only an escaped quote or backslash is one.
                    if (header.charAt(i) == '\\' && i + 1 < header.length()
                            && (header.charAt(i + 1) == '"' || header.charAt(i + 1) == '\\'))
                        i++;
                    value.append(header.charAt(i++));
                }
                i = header.indexOf(';', i);
            } else {
                int end = header.indexOf(';', start);
                value.append(header.substring(start, end < 0 ? header.length() : end).trim());
                i = end;
            }
            if (key.equalsIgnoreCase(name)) return utf8(value.toString());
        }
        return null;
    }

    /** Header bytes were read as Latin-1; a value that is UTF-8 is read as that. */
    private static String utf8(String latin) {
        boolean plain = true;
        for (int i = 0; i < latin.length() && plain; i++) plain = latin.charAt(i) < 0x80;
        if (plain) return latin;
        String text = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : latin;
    }
}
