package org.arolang.runtime.value;

import org.jspecify.annotations.Nullable;

/** Finding a key in a text that is data: JSON, form data, header lines or a command word ([VAL-107], [DATA-57]). */
final class TextLookup {

    private TextLookup() {}

    /** What the text says of the key, or null. */
    static @Nullable Object find(String whole, String key) {
        String text = Text.trim(whole);
        if (text.isEmpty()) return null;
        if (looksLikeJson(text)) {
            Object found = inJson(text, key);
            if (found != null) return found;
        }
        boolean colon = text.indexOf(':') >= 0;
        Object found = null;
        if (!colon && text.indexOf('=') >= 0) found = inForm(text, key);
        else if (colon) found = inLines(text, key);
        return found != null ? found : inWords(text, key);
    }

    static boolean looksLikeJson(String trimmed) {
        return !trimmed.isEmpty() && (trimmed.charAt(0) == '{' || trimmed.charAt(0) == '[');
    }

    /** The value of a text that looks like JSON and is; else null ([VAL-105] step 3). */
    static @Nullable Object json(String whole) {
        String text = Text.trim(whole);
        if (!looksLikeJson(text)) return null;
        try {
            return Json.parse(text);
        } catch (MalformedJson _) {
            return null;
        }
    }

    private static @Nullable Object inJson(String text, String key) {
        Object value = json(text);
        if (value instanceof ObjectValue object) return object.get(key);
        if (!(value instanceof ListValue list)) return null;
        Selector selector = Selector.parsePositions(key);
        // In text a number counts from the front ([VAL-99]).
        if (selector instanceof Selector.Index(long k)) return k < list.size() ? list.get((int) k) : null;
        return selector == null ? null : selector.select(list);
    }

    private static @Nullable String inForm(String text, String key) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 0) continue;
            String name = CodingOperations.urlDecode(pair.substring(0, equals).strip(), true);
            if (name.equals(key)) return CodingOperations.urlDecode(pair.substring(equals + 1).strip(), true);
        }
        return null;
    }

    private static @Nullable String inLines(String text, String key) {
        for (String line : text.split("\r\n|\r|\n")) {
            int colon = line.indexOf(':');
            if (colon >= 0 && line.substring(0, colon).strip().equalsIgnoreCase(key)) return line.substring(colon + 1).strip();
        }
        return null;
    }

    private static @Nullable String inWords(String text, String key) {
        for (int i = 0; i < text.length(); i++) {
            if (Text.isSpace(text.charAt(i))) return text.substring(0, i).equalsIgnoreCase(key) ? Text.trim(text.substring(i)) : null;
        }
        return null;
    }
}
