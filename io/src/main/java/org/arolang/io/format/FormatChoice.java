package org.arolang.io.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a statement wants a file to be read or written ([IO-22]).
 *
 * @param mode parsed, as text, or as bytes
 * @param format the format that the statement names; null when the file's name decides
 */
public record FormatChoice(Mode mode, @Nullable FileFormat format) {

    /** What is done with the content. */
    public enum Mode {
        PARSED, RAW, BYTES
    }

    /** The choice that the file's name makes. */
    public static final FormatChoice BY_NAME = new FormatChoice(Mode.PARSED, null);

    /** The choice among a result's qualifiers; of several formats the first counts, other words are ignored. */
    public static FormatChoice of(List<String> specifiers) {
        FileFormat format = null;
        for (String word : specifiers) {
            if (word.equalsIgnoreCase("raw") || word.equalsIgnoreCase("string")) {
                return new FormatChoice(Mode.RAW, null);
            }
            if (word.equalsIgnoreCase("bytes")) {
                return new FormatChoice(Mode.BYTES, null);
            }
            if (format == null) {
                format = FileFormat.named(word);
            }
        }
        return format == null ? BY_NAME : new FormatChoice(Mode.PARSED, format);
    }

    /** Whether the qualifiers say anything of this. */
    public boolean isExplicit() {
        return mode != Mode.PARSED || format != null;
    }

    /** The format of a file of this name. */
    public FileFormat formatOf(String name) {
        return format != null ? format : FileFormat.ofFile(name);
    }
}
