package org.arolang.compiler.payload;

import java.nio.file.Path;

/**
 * A prepared payload: two files in the cache that are linked into executables as they are.
 *
 * @param directory  where they lie
 */
public record Payload(Path directory) {

    /** Which files there are, and the options of the Java machine. */
    public Path index() {
        return directory.resolve("payload.idx");
    }

    /** The files' bytes. */
    public Path data() {
        return directory.resolve("payload.bin");
    }
}
