package org.arolang.compiler.llvm;

import java.util.Objects;

/** LLVM refused a module. The message is LLVM's own text; where it has a place, it is that of the IR text. */
public final class LlvmException extends Exception {

    private static final long serialVersionUID = 1;

    /** What LLVM was doing. */
    public enum Step {
        /** Loading the library itself. */
        LOAD,
        /** Reading the text. */
        PARSE,
        /** Checking the module's consistency. */
        VERIFY,
        /** Running the passes. */
        OPTIMIZE,
        /** Writing machine code. */
        EMIT
    }

    private final Step step;

    LlvmException(Step step, String text) {
        super(text.strip());
        this.step = step;
    }

    public Step step() {
        return step;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
