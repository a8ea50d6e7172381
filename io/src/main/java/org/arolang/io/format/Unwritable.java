package org.arolang.io.format;

import java.io.IOException;

/** A value that a format has no form for. The message is the reason, in the words of the program. */
public final class Unwritable extends IOException {

    Unwritable(String reason) {
        super(reason);
    }

    /** Why. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
