package org.arolang.language.tree;

import java.util.List;
import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of an action statement ([SYN-415]); absent ones are null (lists: empty).
 *
 * @param with the value of {@code with expression}
 * @param aggregate the aggregate of {@code with sum(<price>)}
 * @param from the second source of {@code ... from the <terminal>}
 * @param by what {@code by} names
 * @param order the keys of {@code order by}
 * @param recursively whether the word stands there
 * @param keywords where the first word of each clause that is present stands, in the order written
 */
public record Clauses(
        @Nullable Expression with,
        @Nullable Aggregate aggregate,
        @Nullable Expression to,
        ActionObject.@Nullable Noun from,
        @Nullable Condition where,
        @Nullable By by,
        List<Key> order,
        @Nullable Expression limit,
        @Nullable Expression offset,
        @Nullable Expression matching,
        boolean recursively,
        @Nullable Expression defaultValue,
        @Nullable Expression when,
        List<Keyword> keywords) {

    /** No clause at all. */
    public static final Clauses NONE = new Clauses(null, null, null, null, null, null, List.of(), null, null, null, false, null, null,
            List.of());

    /**
     * Where a clause begins.
     *
     * @param name {@code with to from where by order limit offset matching recursively default when}
     * @param span the clause's first word
     * @param clause from its first word to its end
     */
    public record Keyword(String name, Span span, Span clause) {}

    /** {@code sum(<price>)}; function in lower case, {@code average} kept; field null for {@code count()}. */
    public record Aggregate(String function, @Nullable String field, Span span) implements Node {}

    /** What {@code by} names: an expression (regex, string, or a reference that may be a variable) or keys. */
    public sealed interface By extends Node {

        /** A regex or string literal. */
        record Literal(Expression value, Span span) implements By {}

        /**
         * Sort or group keys. A single key written as a reference without direction is first a variable, else the field:
         * then {@code variable} is that reference.
         */
        record Keys(List<Key> keys, Expression.@Nullable Variable variable, Span span) implements By {}
    }

    /** A field with its direction ({@code asc} is false for {@code descending}); {@code directed} when a direction was written. */
    public record Key(String field, boolean ascending, boolean directed, Span span) implements Node {}
}
