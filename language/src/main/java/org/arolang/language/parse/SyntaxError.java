package org.arolang.language.parse;

/** Unwinds the parser to the place where it recovers; what was wrong has been reported already. */
@SuppressWarnings("serial")
final class SyntaxError extends RuntimeException {

    static final SyntaxError UNWIND = new SyntaxError();

    private SyntaxError() {
        super(null, null, false, false);
    }
}
