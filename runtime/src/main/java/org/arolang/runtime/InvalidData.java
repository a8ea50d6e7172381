package org.arolang.runtime;

import java.util.List;

/** A failed Validate ([DEC-15], [DATA-133]). Over HTTP it is a 422 that lists the violations. */
public final class InvalidData extends Failure {

    private final transient List<Violation> violations;

    public InvalidData(List<Violation> violations) {
        super("Validation failed: " + Violation.text(violations));
        this.violations = List.copyOf(violations);
    }

    /** What is wrong, sorted by path. */
    public List<Violation> violations() {
        return violations;
    }
}
