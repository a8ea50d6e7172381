package org.arolang.io.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys and values of TOML. Not thread-safe. */
final class TomlValues {

    private static final int DEEPEST = 512;

    private final Cursor in;
    private int depth;

    TomlValues(Cursor in) {
        this.in = in;
    }

    /** Goes over blanks and a comment. */
    void skipBlanks() {
        in.whileIn(c -> c == ' ' || c == '\t');
        if (in.peek() == '#') {
            in.whileIn(c -> c != '\n');
        }
    }

    /** Goes over empty lines and comments. */
    void skipLines() {
        skipBlanks();
        while (in.take("\n")) {
            skipBlanks();
        }
    }

    /** {@code a."b c".d}. */
    List<String> keys() throws MalformedText {
        List<String> keys = new ArrayList<>();
        do {
            skipBlanks();
            keys.add(key());
            skipBlanks();
        } while (in.take("."));
        return keys;
    }

    private String key() throws MalformedText {
        if (in.take("\"")) {
            return basic();
        }
        if (in.take("'")) {
            return literal();
        }
        String key = in.whileIn(c -> c == '-' || c == '_' || c < 0x80 && Character.isLetterOrDigit(c));
        if (key.isEmpty()) {
            throw in.malformed("expected a key");
        }
        return key;
    }

    /** {@code key = value}. */
    void entry(Map<String, Object> table) throws MalformedText {
        List<String> keys = keys();
        in.expect("=");
        skipBlanks();
        Map<String, Object> map = table;
        for (String key : keys.subList(0, keys.size() - 1)) {
            map = table(map.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>()), in);
        }
        Object value = value();
        if (map.putIfAbsent(keys.getLast(), value) != null) {
            throw in.malformed("key '" + keys.getLast() + "' stands twice");
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> table(Object value, Cursor in) throws MalformedText {
        if (value instanceof LinkedHashMap<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw in.malformed("a value is no table");
    }

    private Object value() throws MalformedText {
        if (++depth > DEEPEST) {
            throw in.malformed("nested too deeply");
        }
        Object value = valueHere();
        depth--;
        return value;
    }

    private Object valueHere() throws MalformedText {
        if (in.take("\"\"\"")) {
            return multiline("\"\"\"");
        }
        if (in.take("'''")) {
            return multiline("'''");
        }
        if (in.take("\"")) {
            return basic();
        }
        if (in.take("'")) {
            return literal();
        }
        if (in.take("[")) {
            return array();
        }
        if (in.take("{")) {
            return inlineTable();
        }
        return bare();
    }

    private List<Object> array() throws MalformedText {
        List<Object> list = new ArrayList<>();
        skipLines();
        while (!in.take("]")) {
            list.add(value());
            skipLines();
            if (!in.take(",") && in.peek() != ']') {
                throw in.malformed("expected ',' or ']'");
            }
            skipLines();
        }
        return list;
    }

    private Map<String, Object> inlineTable() throws MalformedText {
        Map<String, Object> table = new LinkedHashMap<>();
        skipBlanks();
        if (in.take("}")) {
            return table;
        }
        do {
            entry(table);
            skipBlanks();
        } while (in.take(","));
        in.expect("}");
        return table;
    }

    private String literal() throws MalformedText {
        String text = in.until("'");
        if (text.indexOf('\n') >= 0) {
            throw in.malformed("a string goes over the end of the line");
        }
        return text;
    }

    private String basic() throws MalformedText {
        StringBuilder out = new StringBuilder();
        while (!in.take("\"")) {
            char c = in.next();
            if (c == '\n') {
                throw in.malformed("a string goes over the end of the line");
            }
            if (c == '\\') {
                escape(out);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private String multiline(String end) throws MalformedText {
        in.take("\n");
        StringBuilder out = new StringBuilder();
        while (!in.take(end)) {
            char c = in.next();
            if (c != '\\' || end.equals("'''")) {
                out.append(c);
            } else if (in.whileIn(blank -> blank == ' ' || blank == '\t').isEmpty() && in.peek() != '\n') {
                escape(out);
            } else {
                in.whileIn(Character::isWhitespace);
            }
        }
        // Up to two quotes may stand before the closing ones.
        String quote = end.substring(0, 1);
        for (int i = 0; i < 2 && in.take(quote); i++) {
            out.append(quote);
        }
        return out.toString();
    }

    private void escape(StringBuilder out) throws MalformedText {
        char c = in.next();
        switch (c) {
            case 'b' -> out.append('\b');
            case 't' -> out.append('\t');
            case 'n' -> out.append('\n');
            case 'f' -> out.append('\f');
            case 'r' -> out.append('\r');
            case '"', '\\' -> out.append(c);
            case 'u', 'U' -> {
                StringBuilder digits = new StringBuilder();
                for (int i = 0; i < (c == 'u' ? 4 : 8); i++) {
                    digits.append(in.next());
                }
                try {
                    out.appendCodePoint(Integer.parseInt(digits.toString(), 16));
                } catch (IllegalArgumentException _) {
                    throw in.malformed("no character has the number " + digits);
                }
            }
            default -> throw in.malformed("unknown escape '\\" + c + "'");
        }
    }

    /** A number, a truth value, or a date, which stays text. */
    private Object bare() throws MalformedText {
        String text = in.whileIn(c -> ",]}#\n".indexOf(c) < 0).strip();
        if (text.isEmpty()) {
            throw in.malformed("expected a value");
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{2}:[0-9]{2}.*")) {
            return text;
        }
        if (text.matches("[+-]?(inf|nan)")) {
            double size = text.endsWith("inf") ? Double.POSITIVE_INFINITY : Double.NaN;
            return text.startsWith("-") ? -size : size;
        }
        Object number = number(text.replaceAll("(?<=[0-9a-fA-F])_(?=[0-9a-fA-F])", ""));
        if (number instanceof String) {
            throw in.malformed("'" + text + "' is no value");
        }
        return number;
    }

    private static Object number(String text) {
        int radix = text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : text.startsWith("0b") ? 2 : 10;
        try {
            return radix == 10 ? Scalars.of(text.startsWith("+") ? text.substring(1) : text, false)
                    : Long.valueOf(text.substring(2), radix);
        } catch (NumberFormatException _) {
            return text;
        }
    }
}
