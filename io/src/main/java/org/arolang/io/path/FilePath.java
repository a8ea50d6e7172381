package org.arolang.io.path;

import java.nio.file.Path;

/**
 * A file or directory that a statement names.
 *
 * @param given the path as the program gave it, for messages
 * @param path the path, absolute; links and {@code ..} are left to the operating system
 */
public record FilePath(String given, Path path) {

    /** The path without {@code .} and {@code ..} ([IO-36]). */
    public Path absolute() {
        return path.normalize();
    }
}
