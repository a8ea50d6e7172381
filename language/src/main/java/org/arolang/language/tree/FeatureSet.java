package org.arolang.language.tree;

import java.util.List;
import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A feature set: {@code (name: activity) when guard { body }} ([SYN-302]).
 *
 * @param name words joined by single blanks
 * @param activity words joined by single blanks, angle suffixes glued on ([SYN-303]); {@code Action} alone for a user-defined action
 * @param takes the field of {@code Action takes <field: Type>}, or null ([SYN-306])
 * @param guard the header's condition, or null ([SYN-308])
 * @param guardSpan from {@code when}/{@code where} to the end of the condition, or null
 * @param headerSpan from {@code (} to {@code )}
 * @param closingSpan the closing brace
 */
public record FeatureSet(
        String name,
        String activity,
        @Nullable Takes takes,
        @Nullable Expression guard,
        @Nullable Span guardSpan,
        List<Statement> body,
        Span nameSpan,
        Span activitySpan,
        Span headerSpan,
        Span closingSpan,
        Span span)
        implements
            Node {

    /** {@code takes <field>} or {@code takes <field: Type>}. */
    public record Takes(String field, @Nullable String type, Span span) implements Node {}

    /** A user-defined action ([SYN-305]). */
    public boolean isAction() {
        return activity.equals("Action");
    }
}
