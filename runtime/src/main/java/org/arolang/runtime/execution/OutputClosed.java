package org.arolang.runtime.execution;

/**
 * Standard output was closed by its reader ([DEC-30]). It ends a console program quietly: nobody but {@link ApplicationRun} catches it.
 */
public final class OutputClosed extends RuntimeException {

    OutputClosed() {
        super("standard output is closed", null, false, false);
    }
}
