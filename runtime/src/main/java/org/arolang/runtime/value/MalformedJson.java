package org.arolang.runtime.value;

import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/** A text that should be JSON and is not. The message reads {@code Invalid JSON: <reason>}. */
public final class MalformedJson extends Failure {

    private final String reason;
    private final int line;
    private final int column;

    MalformedJson(String reason, int line, int column, @Nullable Throwable cause) {
        super("Invalid JSON: " + reason + (line > 0 ? " at line " + line + ", column " + column : ""), cause);
        this.reason = reason;
        this.line = line;
        this.column = column;
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }

    /** The line, counted from 1; 0 when there is no place. */
    public int line() {
        return line;
    }

    /** The column, counted from 1; 0 when there is no place. */
    public int column() {
        return column;
    }
}
