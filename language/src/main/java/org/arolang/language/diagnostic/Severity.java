package org.arolang.language.diagnostic;

/** How grave a diagnostic is; only an error keeps a program from running ([SYN-702]). Ordered, gravest first. */
public enum Severity {
    ERROR, WARNING, NOTE
}
