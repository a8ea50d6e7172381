package org.arolang.runtime.yaml;

/** Text that is no YAML ([IO-24]). */
public final class MalformedYaml extends Exception {

    private final int line;
    private final int column;
    private final String reason;

    MalformedYaml(int line, int column, String reason) {
        super(reason);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** {@code invalid YAML at line 3, column 5: <reason>} ([IO-24]). */
    public String text() {
        return "invalid YAML at line " + line + ", column " + column + ": " + reason;
    }

    /** 1-based. */
    public int line() {
        return line;
    }

    /** 1-based. */
    public int column() {
        return column;
    }

    /** What is wrong, on one line. */
    public String reason() {
        return reason;
    }
}
