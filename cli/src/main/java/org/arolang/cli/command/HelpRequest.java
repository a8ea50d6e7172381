package org.arolang.cli.command;

/** Somebody asks for the help of a command, among whatever other words ([TOOL-4]). */
public final class HelpRequest extends RuntimeException {

    HelpRequest() {
        super("help", null, false, false);
    }
}
