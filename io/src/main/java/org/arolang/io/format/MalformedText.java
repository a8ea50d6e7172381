package org.arolang.io.format;

/** Text that is not in the format it should be in ([IO-24]). */
public final class MalformedText extends Exception {

    private final String format;
    private final String reason;
    private final int line;
    private final int column;

    /**
     * @param format the format as messages call it
     * @param line counted from 1; 0 when there is no place
     * @param column counted from 1
     */
    public MalformedText(String format, String reason, int line, int column) {
        super(reason);
        this.format = format;
        this.reason = reason;
        this.line = line;
        this.column = column;
    }

    /** {@code invalid JSON at line 3, column 5: <reason>}. */
    public String text() {
        return "invalid " + format + (line > 0 ? " at line " + line + ", column " + column : "") + ": " + reason;
    }

    /** {@code Invalid YAML: <reason> at line 3, column 5} ([DATA-197]). */
    public String parseText() {
        return "Invalid " + format + ": " + reason + (line > 0 ? " at line " + line + ", column " + column : "");
    }
}
