package org.arolang.runtime;

import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/** A failure because a variable, member, property or key does not exist. */
public final class Missing extends Failure {

    public Missing(String cause) {
        super(cause);
    }

    public Missing(String cause, @Nullable Span span) {
        super(cause, span, null);
    }
}
