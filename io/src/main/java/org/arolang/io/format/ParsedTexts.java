package org.arolang.io.format;

import java.util.function.Function;
import org.arolang.runtime.Failure;
import org.arolang.runtime.actions.data.TextFormats;
import org.jspecify.annotations.Nullable;

/** What {@code Parse <v: yaml> from <text>} reads texts with ([DATA-197]). */
public final class ParsedTexts implements TextFormats {

    @Override
    public @Nullable Function<String, Object> reader(String name) {
        FileFormat format = FileFormat.named(name);
        return format == null ? null : text -> read(format, text);
    }

    private static Object read(FileFormat format, String text) {
        try {
            return FormatReader.read(format, text, FormatOptions.DEFAULT, line -> {
                throw new Failure("Invalid " + format.title() + ": line " + line + " is not valid JSON");
            });
        } catch (MalformedText malformed) {
            throw new Failure(malformed.parseText());
        }
    }
}
