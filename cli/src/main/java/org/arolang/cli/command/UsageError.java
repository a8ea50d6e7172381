package org.arolang.cli.command;

/** A command line that cannot be understood ([TOOL-3]). */
public final class UsageError extends RuntimeException {

    private final boolean fullHelp;

    /** @param fullHelp whether the command was called with nothing at all, so that its whole help is of use */
    UsageError(String message, boolean fullHelp) {
        super(message, null, false, false);
        this.fullHelp = fullHelp;
    }

    public boolean fullHelp() {
        return fullHelp;
    }
}
