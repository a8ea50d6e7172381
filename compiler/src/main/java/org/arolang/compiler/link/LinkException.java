package org.arolang.compiler.link;

import java.util.Objects;

/** The linker failed. The message is its text. */
public final class LinkException extends Exception {

    private static final long serialVersionUID = 1;

    LinkException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
