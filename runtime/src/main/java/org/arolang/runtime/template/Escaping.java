package org.arolang.runtime.template;

import java.util.Base64;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;

/**
 * How values are written at one kind of place. Chosen when a template is compiled, from where in the HTML the value stands ([WEB-330]):
 * first the language of the content (text, URL, script, style), then what is around it (nothing, quotes, an unquoted attribute).
 *
 * @param content the language that the value is read in
 * @param around what delimits it
 */
public record Escaping(Content content, Around around) {

    /** What a value is read as. */
    public enum Content {
        /** Characters. */
        TEXT,
        /** A URL from its beginning. */
        URL,
        /** A URL whose beginning was written but which may still be in its scheme. */
        URL_SCHEME,
        /** An expression of a script. */
        SCRIPT,
        /** Inside a string of a script. */
        SCRIPT_STRING,
        /** Inside a comment or regular expression of a script. */
        SCRIPT_HIDDEN,
        /** Inside a {@code javascript:} URL. */
        SCRIPT_URL,
        /** A style sheet. */
        STYLE,
        /** Inside a tag, where names of attributes stand. */
        NAME,
        /** An HTML document inside an attribute. */
        DOCUMENT,
        /** It is not known what: depends on which blocks are rendered. */
        UNKNOWN
    }

    /** What delimits a value. */
    public enum Around {
        /** Nothing that could be left: script and style elements, plain text. */
        NOTHING,
        /** HTML text or a quoted attribute: the five replacements. */
        MARKUP,
        /** An attribute without quotes. */
        UNQUOTED
    }

    /** Values as they are. */
    public static final Escaping NONE = new Escaping(Content.TEXT, Around.NOTHING);

    /** HTML text and quoted attributes. */
    public static final Escaping HTML = new Escaping(Content.TEXT, Around.MARKUP);

    /** The escaping of this kind. */
    public static Escaping of(Content content, Around around) {
        if (content == Content.TEXT && around == Around.MARKUP) {
            return HTML;
        }
        return content == Content.TEXT && around == Around.NOTHING ? NONE : new Escaping(content, around);
    }

    /** Appends {@code value}. Markup made by a template is written as it is. */
    public void append(OutputBuffer out, Object value) {
        if (this == HTML) {
            appendHtml(out, value);
        } else if (this == NONE) {
            appendPlain(out, value);
        } else {
            appendSpecial(out, value);
        }
    }

    private static void appendHtml(OutputBuffer out, Object value) {
        switch (value) {
            case String text -> out.putEscaped(text);
            case Long number -> out.put(number);
            case MarkedText text -> {
                if (Printed.isMarkup(text)) {
                    out.put(text.utf8());
                } else {
                    out.putEscaped(text.text());
                }
            }
            case Null _ -> {}
            case ListValue list -> out.putEscaped(Json.utf8(list));
            case ObjectValue object -> out.putEscaped(Json.utf8(object));
            default -> out.putEscaped(Printed.of(value));
        }
    }

    private static void appendPlain(OutputBuffer out, Object value) {
        switch (value) {
            case String text -> out.put(text);
            case Long number -> out.put(number);
            case MarkedText text -> out.put(text.utf8());
            case Null _ -> {}
            case ListValue list -> out.put(Json.utf8(list));
            case ObjectValue object -> out.put(Json.utf8(object));
            case Binary binary -> out.put(Base64.getEncoder().encode(binary.bytes()));
            default -> out.put(Printed.of(value));
        }
    }

    private void appendSpecial(OutputBuffer out, Object value) {
        if (Printed.isMarkup(value)) {
            out.put(((MarkedText) value).utf8());
            return;
        }
        String text = content == Content.SCRIPT ? ScriptText.expression(value) : content(Printed.of(value));
        switch (around) {
            case NOTHING -> out.put(text);
            case MARKUP -> out.putEscaped(text);
            case UNQUOTED -> out.put(unquoted(text));
        }
    }

    private String content(String text) {
        return switch (content) {
            case TEXT -> text;
            case URL -> UrlText.checked(text);
            case URL_SCHEME -> UrlText.withoutScheme(text);
            case SCRIPT -> ScriptText.expression(text);
            case SCRIPT_STRING -> ScriptText.inString(text);
            case SCRIPT_HIDDEN -> ScriptText.hidden(text);
            case SCRIPT_URL -> UrlText.component(ScriptText.inString(text));
            case STYLE -> StyleText.value(text);
            case NAME -> AttributeNames.safe(text);
            case DOCUMENT -> Printed.escaped(text);
            case UNKNOWN -> UrlText.withoutScheme(text);
        };
    }

    /** Without quotes everything but letters and digits is a numeric reference, and the empty text one of a blank. */
    private static String unquoted(String text) {
        if (text.isEmpty()) {
            return "&#32;";
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c >= 0x80 && !Character.isISOControl(c) || Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '%') {
                out.appendCodePoint(c);
            } else {
                out.append("&#").append(c == 0 ? 0xFFFD : c).append(';');
            }
        });
        return out.toString();
    }
}
