package org.arolang.runtime.template;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A template or static file as it was read.
 *
 * @param path its path as programs write it
 * @param parsed whether it may hold blocks: false below {@code static/} of the application's folder ([WEB-307])
 * @param location the file
 * @param name the file's name as diagnostics show it
 * @param content its bytes; not to be changed
 * @param changed its time of change
 * @param source tells whether it is still so
 */
public record TemplateFile(
        String path, boolean parsed, Path location, String name, byte[] content, Instant changed, Source source) {

    /** Where a file came from. */
    @FunctionalInterface
    public interface Source {

        /** Whether reading the file again would give the same. */
        boolean isCurrent();
    }
}
