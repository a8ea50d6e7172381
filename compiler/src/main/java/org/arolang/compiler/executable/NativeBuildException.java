package org.arolang.compiler.executable;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A build failed. No output file was left, and one that was there before is as it was. */
public final class NativeBuildException extends Exception {

    private static final long serialVersionUID = 1;

    /** Where it failed. */
    public enum Phase {
        /** LLVM, the launcher or the payload could not be prepared. */
        PREPARATION,
        /** LLVM refused the program's IR. */
        EMISSION,
        /** The executable could not be put together. */
        LINKING,
        /** A file of the program's could not be read or written. */
        FILES
    }

    private final Phase phase;
    private final transient @Nullable Path ir;

    NativeBuildException(Phase phase, String message, @Nullable Path ir, Throwable cause) {
        super(message, cause);
        this.phase = phase;
        this.ir = ir;
    }

    public Phase phase() {
        return phase;
    }

    /** The IR text that LLVM refused, kept for a look at it. */
    public Optional<Path> ir() {
        return Optional.ofNullable(ir);
    }
}
