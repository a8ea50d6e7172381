package org.arolang.language.tree;

import java.util.List;
import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A statement ([SYN-401]). The span runs from the verb or keyword to before the final dot; of a block statement to after its closing
 * brace, with {@link Match#head()} and its like for the part that diagnostics mark.
 */
public sealed interface Statement extends Node {

    /**
     * {@code Verb result preposition object clauses.} ([SYN-403]).
     *
     * @param verb as written, first letter upper case: {@code Extract}, {@code Greeting.Hello}
     * @param result null only for the verbs that may leave it out ([SYN-419])
     * @param preposition null when preposition and object are left out; lower case; {@code in} is kept
     * @param object null when left out
     */
    record Action(
            String verb,
            Span verbSpan,
            @Nullable Result result,
            @Nullable String preposition,
            @Nullable Span prepositionSpan,
            @Nullable ActionObject object,
            Clauses clauses,
            Span span)
            implements
                Statement {

        /**
         * The expression whose value the statement works on: the object's expression, else the {@code with} clause's; null when the
         * object is a noun without {@code with} ([SYN-414], [SYN-415]).
         */
        public @Nullable Expression valueSource() {
            if (object instanceof ActionObject.Value value) {
                return value.expression();
            }
            return clauses.with();
        }

        /** The guard, {@code when ...}, or null. */
        public @Nullable Expression guard() {
            return clauses.when();
        }
    }

    /** {@code A |> B |> C.} ([SYN-421]); at least two stages. */
    record Pipeline(List<Action> stages, Span span) implements Statement {}

    /** {@code Publish as <external> <internal>.} ([SYN-422]). The keyword is kept as written. */
    record Publish(String keyword, String external, Span externalSpan, String internal, Span internalSpan,
            Span span) implements Statement {}

    /** {@code Require the <name> from the <source>.} ([SYN-423]). */
    record Require(String name, Span nameSpan, String source, Span sourceSpan, Span span) implements Statement {}

    /**
     * {@code match <subject> { case ... otherwise ... }} ([SYN-424]).
     *
     * @param otherwise null when absent
     * @param head from {@code match} to before the opening brace
     */
    record Match(Reference subject, List<Case> cases, @Nullable List<Statement> otherwise, Span head, Span span) implements Statement {}

    /** {@code case pattern where guard { body }}. */
    record Case(Pattern pattern, @Nullable Expression guard, List<Statement> body, Span span) implements Node {}

    /**
     * {@code [parallel] for each <item> [at <index>] in collection [with <concurrency: n>] [where filter] { body }} ([SYN-428], [SYN-429]).
     *
     * @param collection a reference or, by [DEC-29], any expression
     * @param concurrency the limit as written, or null
     * @param head from {@code for}/{@code parallel} to before the opening brace
     */
    record ForEach(
            Name item,
            @Nullable Name index,
            Expression collection,
            boolean parallel,
            @Nullable Integer concurrency,
            @Nullable Span concurrencySpan,
            @Nullable Expression filter,
            List<Statement> body,
            Span head,
            Span span)
            implements
                Statement {}

    /** {@code for <variable> from a to b { body }}, the end exclusive ([SYN-431]). */
    record RangeLoop(Name variable, Expression from, Expression to, List<Statement> body, Span head, Span span) implements Statement {}

    /** {@code while condition { body }} ([SYN-432]). */
    record While(Expression condition, List<Statement> body, Span head, Span span) implements Statement {}

    /** {@code break [when guard].} ([SYN-433]). */
    record Break(@Nullable Expression guard, Span span) implements Statement {}

    /** What stands where no statement could be read; the span is what was skipped ([SYN-642]). */
    record Error(Span span) implements Statement {}

    /** A plain name in angle brackets; the span is the name's, without the brackets. */
    record Name(String text, Span span) implements Node {}
}
