package org.arolang.language.tree;

import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code <base: qualifier>} or a bare name ([SYN-201]).
 *
 * @param base the compound name
 * @param baseSpan the name without brackets
 * @param bracketed whether it was written with angle brackets
 */
public record Reference(String base, Span baseSpan, @Nullable Qualifier qualifier, boolean bracketed, Span span) implements Node {

    /** The raw qualifier, or the empty text. */
    public String rawQualifier() {
        return qualifier == null ? "" : qualifier.raw();
    }

    /** Name and qualifier as messages quote them: {@code cart: total}. */
    public String fullName() {
        return qualifier == null ? base : base + ": " + qualifier.raw();
    }
}
