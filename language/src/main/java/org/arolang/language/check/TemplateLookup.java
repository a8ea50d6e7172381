package org.arolang.language.check;

/** Knows which templates the application's folder holds ([SYN-747], [DEC-19]). */
@FunctionalInterface
public interface TemplateLookup {

    /** Whether {@code path}, as the program writes it, is found in {@code templates/} or, below {@code static/}, in {@code static/}. */
    boolean exists(String path);
}
