package org.arolang.runtime.action;

import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;

/**
 * A name with its qualifier as a statement writes it.
 *
 * @param name the base name
 * @param raw the raw qualifier, empty when there is none ([SYN-202])
 * @param specifiers [SYN-217]
 * @param quoted whether the qualifier is a string literal: one opaque text ([DEC-28])
 * @param span the whole reference
 */
public record Noun(String name, String raw, List<String> specifiers, boolean quoted, boolean article, Span span) {

    public static Noun of(Reference reference, boolean article) {
        Qualifier qualifier = reference.qualifier();
        return qualifier == null
                ? new Noun(reference.base(), "", List.of(), false, article, reference.span())
                : new Noun(
                        reference.base(), qualifier.raw(), qualifier.specifiers(), qualifier.quoted(), article, reference.span());
    }

    public boolean hasQualifier() {
        return !specifiers.isEmpty();
    }

    /** The first specifier, or the empty text. */
    public String first() {
        return specifiers.isEmpty() ? "" : specifiers.getFirst();
    }

    /** Whether the name is {@code other}, ignoring case. */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Whether the name denotes a repository ([APP-98]). */
    public boolean isRepository() {
        return name.endsWith("-repository");
    }

    /** Name and qualifier as messages quote them: {@code cart: total}. */
    public String fullName() {
        return raw.isEmpty() ? name : name + ": " + raw;
    }
}
