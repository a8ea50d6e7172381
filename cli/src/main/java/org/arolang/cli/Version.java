package org.arolang.cli;

/** The version of this tool ([TOOL-5]). */
public final class Version {

    public static final String NUMBER = "0.1.0";

    private Version() {}
}
