package org.arolang.language.diagnostic;

/** The colours of [SYN-813], or none. */
public enum Palette {
    /** Not one escape sequence. */
    PLAIN, COLOUR;

    private static final String RESET = "\u001B[0m";

    String severity(Severity severity, String text) {
        return paint(
                switch (severity) {
                    case ERROR -> "31";
                    case WARNING -> "33";
                    case NOTE -> "34";
                },
                text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    String hint(String text) {
        return paint("36", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : "\u001B[" + code + "m" + text + RESET;
    }
}
