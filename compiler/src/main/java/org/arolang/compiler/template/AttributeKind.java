package org.arolang.compiler.template;

import java.util.Set;

/** What browsers take the value of an attribute for. */
enum AttributeKind {
    TEXT, URL, SCRIPT, STYLE, DOCUMENT, UNKNOWN;

    private static final Set<String> URLS = Set.of(
            "href", "src", "action", "formaction", "poster", "background", "cite", "longdesc", "manifest", "codebase", "xlink:href",
            "usemap",
            "icon", "profile", "ping");

    /** Names in lower case; {@code \0} in them is what a value contributed. */
    static AttributeKind of(String element, String attribute) {
        if (attribute.startsWith("on")) {
            return SCRIPT;
        }
        if (attribute.length() > 1 && attribute.indexOf('\0') >= 0) {
            return UNKNOWN;
        }
        if (attribute.equals("style")) {
            return STYLE;
        }
        if (attribute.equals("srcdoc")) {
            return DOCUMENT;
        }
        return URLS.contains(attribute) || attribute.equals("data") && element.equals("object") ? URL : TEXT;
    }
}
