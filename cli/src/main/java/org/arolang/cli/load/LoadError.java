package org.arolang.cli.load;

/** Why an application cannot be loaded; the message is the whole line for standard error, its label included. */
public final class LoadError extends RuntimeException {

    public LoadError(String line) {
        super(line, null, false, false);
    }

    /** The line to print. */
    public String line() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
