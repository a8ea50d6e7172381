package org.arolang.runtime.template;

import java.util.Locale;
import java.util.Set;

/** Values that stand inside a tag, where names of elements and attributes are. */
final class AttributeNames {

    private static final Set<String> UNSAFE = Set.of(
            "style", "src", "srcset", "href", "action", "formaction", "data", "poster", "background", "ping", "manifest", "cite",
            "longdesc", "usemap", "codebase",
            "script", "iframe", "object", "embed", "base", "meta", "link", "frame", "applet", "svg", "math");

    private AttributeNames() {}

    /** The words of {@code text} that are names of harmless attributes, such as {@code checked}; everything else is left out. */
    static String safe(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (String word : text.strip().split("\\s+")) {
            if (isSafe(word)) {
                out.append(out.isEmpty() ? "" : " ").append(word);
            }
        }
        boolean blankBefore = !text.isEmpty() && Character.isWhitespace(text.charAt(0));
        boolean blankAfter = !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
        return (blankBefore ? " " : "") + out + (blankAfter ? " " : "");
    }

    private static boolean isSafe(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        return name.matches("[a-z0-9][a-z0-9_.-]*") && !name.startsWith("on") && !name.startsWith("src") && !UNSAFE.contains(name);
    }
}
