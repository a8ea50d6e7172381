package org.arolang.runtime.actions.data;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads texts by the format rules of files ([DATA-197]). The module that reads files registers it as an extension of the application. */
public interface TextFormats {

    /**
     * What reads texts of a format.
     *
     * @param format {@code yaml csv tsv xml toml env}
     * @return a function that fails with {@code Invalid <format>: <reason>} on malformed text, or null when the format is not known
     */
    @Nullable
    Function<String, Object> reader(String format);
}
