package org.arolang.runtime;

/** A failure that the program itself asked for with Throw ([DATA-275]). Over HTTP the type may name the status. */
public final class Thrown extends Failure {

    private final String type;
    private final String reason;

    public Thrown(String type, String featureSet, String reason) {
        super(type + " in " + featureSet + ": " + reason);
        this.type = type;
        this.reason = reason;
    }

    /** The error's type as written: {@code NotFound}. */
    public String type() {
        return type;
    }

    /** What the Throw names after {@code for}. */
    public String reason() {
        return reason;
    }
}
