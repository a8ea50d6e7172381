package org.arolang.compiler.template;

import org.arolang.runtime.template.Escaping;
import org.arolang.runtime.template.Escaping.Around;
import org.arolang.runtime.template.Escaping.Content;
import org.arolang.runtime.template.Place;

/**
 * A place in HTML, as far as the text before it tells: what a browser's tokenizer would be doing there. {@link HtmlScanner} moves it
 * forward.
 *
 * @param state what is being read
 * @param element the element whose tag or raw content is being read, in lower case
 * @param attribute the attribute being read, in lower case; what a value contributed to its name is {@code \0}
 * @param quote the quote around an attribute's value, or a blank without one
 * @param pending the beginning of an end tag in raw content, or dashes in a comment
 * @param url how far a URL has been read
 * @param script what is being read of a script
 */
record HtmlPlace(State state, String element, String attribute, char quote, String pending, Url url, ScriptPlace script) implements Place {

    enum State {
        TEXT,
        /** After {@code <}. */
        TAG_OPEN, TAG_NAME,
        /** In a tag between attributes. */
        IN_TAG, ATTRIBUTE_NAME,
        /** Between an attribute's name and what may be its equals sign. */
        AFTER_NAME,
        /** After the equals sign. */
        BEFORE_VALUE, VALUE, COMMENT,
        /** {@code <!doctype ...>} and its like. */
        DECLARATION,
        /** Content of an element that holds no tags: scripts, styles, titles, text areas. */
        RAW,
        /** It depends on which blocks are rendered. */
        UNKNOWN
    }

    /** How far a URL has been read. */
    enum Url {
        /** Nothing of it. */
        START,
        /** Its scheme may go on. */
        SCHEME,
        /** A scheme that came from a value, and its colon. */
        AFTER_SCHEME,
        /** It is a script. */
        SCRIPT,
        /** Beyond all that could make it one. */
        SAFE
    }

    static final HtmlPlace TEXT = new HtmlPlace(State.TEXT, "", "", ' ', "", Url.START, ScriptPlace.START);
    static final HtmlPlace UNKNOWN = new HtmlPlace(State.UNKNOWN, "", "", ' ', "", Url.START, ScriptPlace.START);

    /** The place after {@code text}. */
    HtmlPlace after(String text) {
        return new HtmlScanner(this).read(text).place();
    }

    /** The place after a value that was written here, escaped. */
    HtmlPlace afterValue() {
        return switch (state) {
            case TEXT, DECLARATION, UNKNOWN -> this;
            case COMMENT -> with(state, "");
            case RAW -> new HtmlPlace(state, element, attribute, quote, "", url, script.afterValue());
            case TAG_OPEN, TAG_NAME -> new HtmlPlace(State.TAG_NAME, element + '\0', attribute, quote, pending, url, script);
            case IN_TAG, AFTER_NAME -> new HtmlPlace(State.ATTRIBUTE_NAME, element, "\0", quote, pending, url, script);
            case ATTRIBUTE_NAME -> new HtmlPlace(state, element, attribute + '\0', quote, pending, url, script);
            case BEFORE_VALUE ->
                new HtmlPlace(State.VALUE, element, attribute, ' ', "", afterValue(Url.START), ScriptPlace.START.afterValue());
            case VALUE -> new HtmlPlace(state, element, attribute, quote, "", afterValue(url), script.afterValue());
        };
    }

    private static Url afterValue(Url url) {
        return switch (url) {
            case START, SCHEME -> Url.SCHEME;
            case AFTER_SCHEME, SCRIPT -> Url.SCRIPT;
            case SAFE -> Url.SAFE;
        };
    }

    private HtmlPlace with(State next, String pendingText) {
        return new HtmlPlace(next, element, attribute, quote, pendingText, url, script);
    }

    /** A place that stands for both: what may come here or there. */
    HtmlPlace meet(HtmlPlace other) {
        if (equals(other)) {
            return this;
        }
        if (isBetweenAttributes() && other.isBetweenAttributes() && element.equals(other.element)) {
            return new HtmlPlace(State.IN_TAG, element, "", ' ', "", Url.START, ScriptPlace.START);
        }
        boolean alike = state == other.state && element.equals(other.element) && attribute.equals(other.attribute) && quote == other.quote;
        ScriptPlace either = script.meet(other.script);
        if (!alike || either == null || url == Url.SCRIPT || other.url == Url.SCRIPT) {
            return UNKNOWN;
        }
        return new HtmlPlace(state, element, attribute, quote, "", url == other.url ? url : Url.SCHEME, either);
    }

    private boolean isBetweenAttributes() {
        return switch (state) {
            case TAG_NAME, IN_TAG, ATTRIBUTE_NAME, AFTER_NAME -> true;
            default -> false;
        };
    }

    @Override
    public Escaping escaping() {
        return switch (state) {
            case TEXT, COMMENT, DECLARATION -> Escaping.HTML;
            case TAG_OPEN, TAG_NAME, IN_TAG, ATTRIBUTE_NAME, AFTER_NAME -> Escaping.of(Content.NAME, Around.NOTHING);
            case BEFORE_VALUE -> Escaping.of(content(Url.START, ScriptPlace.START), Around.UNQUOTED);
            case VALUE -> Escaping.of(content(url, script), quote == ' ' ? Around.UNQUOTED : Around.MARKUP);
            case RAW -> switch (element) {
                case "script" -> Escaping.of(script.content(), Around.NOTHING);
                case "style" -> Escaping.of(Content.STYLE, Around.NOTHING);
                default -> Escaping.HTML;
            };
            case UNKNOWN -> Escaping.of(Content.UNKNOWN, Around.UNQUOTED);
        };
    }

    private Content content(Url at, ScriptPlace in) {
        return switch (AttributeKind.of(element, attribute)) {
            case TEXT -> Content.TEXT;
            case SCRIPT -> in.content();
            case STYLE -> Content.STYLE;
            case DOCUMENT -> Content.DOCUMENT;
            case UNKNOWN -> Content.UNKNOWN;
            case URL -> switch (at) {
                case START -> Content.URL;
                case SCHEME -> Content.URL_SCHEME;
                case AFTER_SCHEME, SCRIPT -> Content.SCRIPT_URL;
                case SAFE -> Content.TEXT;
            };
        };
    }
}
