package org.arolang.runtime.template;

import java.util.Locale;
import java.util.Set;

/** Values that stand inside a tag, where names of attributes are. */
final class AttributeNames {

    private static final Set<String> UNSAFE = Set.of(
            "style", "src", "srcset", "href", "action", "formaction", "data", "poster", "background", "ping", "manifest", "cite");

    private AttributeNames() {}

    /** The words of {@code text} that are names of harmless attributes, such as {@code checked}; everything else is left out. */
    static String safe(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (String word : text.split("\\s+")) {
            if (isSafe(word)) {
                out.append(out.isEmpty() ? "" : " ").append(word);
            }
        }
        return out.toString();
    }

    private static boolean isSafe(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        return name.matches("[a-z0-9][a-z0-9_.-]*") && !name.startsWith("on") && !name.startsWith("src") && !UNSAFE.contains(name);
    }
}
