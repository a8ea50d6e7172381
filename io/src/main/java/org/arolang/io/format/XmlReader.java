package org.arolang.io.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;

/**
 * Makes values of XML ([IO-63]): elements, attributes, text and CDATA. There are no entities but the five of XML itself and those of
 * characters; a document type is gone over without being used. Used once.
 */
final class XmlReader {

    private static final int DEEPEST = 512;

    private final Cursor in;

    XmlReader(String text) {
        this.in = new Cursor("XML", text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** The value of the root element. */
    Object read() throws MalformedText {
        skipOutside();
        if (in.peek() != '<') {
            throw in.malformed("expected an element");
        }
        Object value = element(0).value;
        skipOutside();
        if (!in.atEnd()) {
            throw in.malformed("text after the root element");
        }
        return value;
    }

    private record Element(String name, Object value) {}

    private void skipOutside() throws MalformedText {
        while (true) {
            in.whileIn(Character::isWhitespace);
            if (in.take("<?")) {
                in.until("?>");
            } else if (in.take("<!--")) {
                in.until("-->");
            } else if (in.take("<!DOCTYPE")) {
                skipDocumentType();
            } else {
                return;
            }
        }
    }

    private void skipDocumentType() throws MalformedText {
        for (int open = 1; open > 0;) {
            if (in.take("<!--")) {
                in.until("-->");
                continue;
            }
            char c = in.next();
            if (c == '"' || c == '\'') {
                in.until(String.valueOf(c));
            } else if (c == '<') {
                open++;
            } else if (c == '>') {
                open--;
            }
        }
    }

    private Element element(int depth) throws MalformedText {
        if (depth > DEEPEST) {
            throw in.malformed("nested too deeply");
        }
        in.expect("<");
        String name = name();
        Map<String, Object> entries = new LinkedHashMap<>();
        while (true) {
            boolean blank = !in.whileIn(Character::isWhitespace).isEmpty();
            if (in.take("/>")) {
                return new Element(name, value(entries, "", List.of()));
            }
            if (in.take(">")) {
                break;
            }
            if (!blank) {
                throw in.malformed("expected '>'");
            }
            attribute(entries);
        }
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        while (!in.take("</")) {
            content(text, children, depth);
        }
        String closing = name();
        in.whileIn(Character::isWhitespace);
        if (!closing.equals(name) || !in.take(">")) {
            throw in.malformed("expected '</" + name + ">'");
        }
        return new Element(name, value(entries, text.toString().strip(), children));
    }

    private void content(StringBuilder text, List<Element> children, int depth) throws MalformedText {
        if (in.take("<!--")) {
            in.until("-->");
        } else if (in.take("<![CDATA[")) {
            text.append(in.until("]]>"));
        } else if (in.take("<?")) {
            in.until("?>");
        } else if (in.peek() == '<') {
            children.add(element(depth + 1));
        } else if (in.take("&")) {
            entity(text);
        } else {
            text.append(in.next());
        }
    }

    private void attribute(Map<String, Object> entries) throws MalformedText {
        String name = name();
        in.whileIn(Character::isWhitespace);
        in.expect("=");
        in.whileIn(Character::isWhitespace);
        char quote = in.next();
        if (quote != '"' && quote != '\'') {
            throw in.malformed("expected a quoted value");
        }
        StringBuilder value = new StringBuilder();
        while (in.peek() != quote) {
            if (in.peek() == '<') {
                throw in.malformed("'<' in an attribute");
            }
            if (in.take("&")) {
                entity(value);
            } else {
                value.append(in.next());
            }
        }
        in.next();
        if (entries.put("@" + name, Scalars.ofText(value.toString())) != null) {
            throw in.malformed("attribute '" + name + "' stands twice");
        }
    }

    private void entity(StringBuilder out) throws MalformedText {
        String name = in.until(";");
        switch (name) {
            case "amp" -> out.append('&');
            case "lt" -> out.append('<');
            case "gt" -> out.append('>');
            case "quot" -> out.append('"');
            case "apos" -> out.append('\'');
            default -> {
                try {
                    boolean hex = name.startsWith("#x");
                    if (!name.startsWith("#")) {
                        throw in.malformed("unknown entity '&" + name + ";'");
                    }
                    out.appendCodePoint(Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10));
                } catch (IllegalArgumentException _) {
                    throw in.malformed("unknown entity '&" + name + ";'");
                }
            }
        }
    }

    private String name() throws MalformedText {
        String name = in.whileIn(c -> Character.isLetterOrDigit(c) || "-._:".indexOf(c) >= 0 || Character.isSurrogate(c) || c == 0xB7);
        if (name.isEmpty() || "-.0123456789".indexOf(name.charAt(0)) >= 0) {
            throw in.malformed("expected a name");
        }
        return name;
    }

    private static Object value(Map<String, Object> attributes, String text, List<Element> children) {
        if (children.isEmpty() && attributes.isEmpty()) {
            return Scalars.ofText(text);
        }
        if (attributes.isEmpty() && text.isEmpty() && children.stream().allMatch(child -> child.name.equals("item"))) {
            return ListValue.copyOf(children.stream().map(Element::value).toList());
        }
        Map<String, List<Object>> grouped = new LinkedHashMap<>();
        children.forEach(child -> grouped.computeIfAbsent(child.name, _ -> new ArrayList<>()).add(child.value));
        ObjectValue.Builder object = new ObjectValue.Builder();
        attributes.forEach(object::put);
        grouped.forEach((name, values) -> object.put(name, values.size() == 1 ? values.getFirst() : ListValue.copyOf(values)));
        if (!text.isEmpty()) {
            object.put("#text", Scalars.ofText(text));
        }
        return object.build();
    }
}
