package org.arolang.web.contract;

import java.util.List;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Violation;

/** A typed extraction whose value does not fit the schema: the cause in the words of [VAL-189], and the violations for [WEB-160]. */
public final class SchemaMismatch extends Failure {

    private final transient List<Violation> violations;

    SchemaMismatch(String cause, List<Violation> violations) {
        super(cause);
        this.violations = List.copyOf(violations);
    }

    /** What is wrong, in the words of [DATA-132], sorted by path. */
    public List<Violation> violations() {
        return violations;
    }
}
