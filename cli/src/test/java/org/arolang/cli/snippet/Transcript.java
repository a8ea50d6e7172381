package org.arolang.cli.snippet;

import java.util.regex.Pattern;

/** What a snippet did, as the text that its {@code .out} file holds. */
record Transcript(String output, String error, int exitCode, String responses, String files) {

    private static final Pattern PORT = Pattern.compile("(on port |localhost:|127\\.0\\.0\\.1:)\\d{4,5}\\b");

    Transcript withFiles(String shown) {
        return new Transcript(output, error, exitCode, responses, shown);
    }

    /** Standard output, then what else there was. */
    String text() {
        StringBuilder text = new StringBuilder(output);
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append("\n");
        }
        if (!responses.isEmpty()) {
            text.append("--- responses\n").append(responses);
        }
        if (!error.isEmpty()) {
            text.append("--- standard error\n").append(error);
        }
        text.append(files);
        if (exitCode != 0) {
            text.append("--- exit code ").append(exitCode).append('\n');
        }
        return text.toString();
    }

    /** The text with what differs from run to run replaced: ports. */
    String normal() {
        return PORT.matcher(text()).replaceAll("$1PORT");
    }

    /**
     * Whether this is what {@code expected} says. A line of it that begins with {@code ~ } is a regular expression for one line.
     */
    boolean matches(String expected) {
        String[] wanted = expected.split("\n", -1);
        String[] got = normal().split("\n", -1);
        if (wanted.length != got.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            boolean same = wanted[i].startsWith("~ ") ? got[i].matches(wanted[i].substring(2)) : got[i].equals(wanted[i]);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
