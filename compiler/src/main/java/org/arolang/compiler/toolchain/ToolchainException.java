package org.arolang.compiler.toolchain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that building needs could not be prepared. The message is a sentence for the user. */
public final class ToolchainException extends Exception {

    private static final long serialVersionUID = 1;

    public ToolchainException(String message) {
        super(message);
    }

    public ToolchainException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
