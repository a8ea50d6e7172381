package org.arolang.runtime.value;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What document a text or binary value is ([WEB-2]): an invisible attribute that decides content type, escaping and cache validators and
 * nothing else.
 *
 * @param kind an extension in lower case such as {@code html} or {@code png}, or {@code prometheus}
 * @param file the file whose unchanged content the value is, or null
 */
public record Origin(String kind, Maker maker, @Nullable FileFacts file) {

    /** Who made the value. */
    public enum Maker {
        TEMPLATE, FILE, NONE
    }

    /**
     * One file at the time it was read.
     *
     * @param size in bytes
     * @param changed the file's time of change
     * @param sha256 lower-case hex digits of the content's hash, or null when nobody has computed it yet
     */
    public record FileFacts(Path path, long size, Instant changed, @Nullable String sha256) {}

    /** Markup made by a template, the origin of everything that is not escaped ([WEB-331]). */
    public static final Origin HTML_TEMPLATE = new Origin("html", Maker.TEMPLATE, null);

    /** Whether a text of this origin is markup ([WEB-3]). */
    public boolean isMarkup() {
        return switch (kind) {
            case "html", "htm", "xhtml", "xml", "svg" -> true;
            default -> false;
        };
    }
}
