package org.arolang.web.request;

/** A request that is answered before any feature set runs. */
public final class BadRequest extends Exception {

    private final int status;
    private final boolean closes;

    private BadRequest(int status, String message, boolean closes) {
        super(message, null, false, false);
        this.status = status;
        this.closes = closes;
    }

    /** 400 with a message; the connection stays open. */
    static BadRequest of(String message) {
        return new BadRequest(400, message, false);
    }

    /** 400 after which the connection is closed ([WEB-60]). */
    static BadRequest closing(String message) {
        return new BadRequest(400, message, true);
    }

    /** 415 ([WEB-84]). */
    static BadRequest unsupported(String message) {
        return new BadRequest(415, message, false);
    }

    public int status() {
        return status;
    }

    public boolean closes() {
        return closes;
    }

    /** What the client is told; never null. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
