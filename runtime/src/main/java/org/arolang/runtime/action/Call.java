package org.arolang.runtime.action;

import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Clauses;
import org.arolang.runtime.execution.Application;
import org.jspecify.annotations.Nullable;

/**
 * One statement as an action sees it while the program is loaded. Facts are answered at once; values are asked for and answered with
 * {@link Operand}s. The methods named after clauses answer null when the statement has no such clause.
 *
 * <p>A clause's value is evaluated at each execution whether asked for or not ([SYN-420]); a variable is read only when it is asked for.
 * Not thread-safe; used by one thread and only until {@link Action#prepare} returns.
 */
public interface Call {

    /** The verb as written: {@code Extract}, {@code Greeting.Hello}. */
    String verb();

    /** Name of the feature set the statement stands in. */
    String featureSet();

    /** Business activity of the feature set the statement stands in. */
    String activity();

    /** The application being loaded: its contract, schemas, templates and options are known, nothing of it has been started. */
    Application application();

    /** The result noun; null when the result is an expression or was left out. */
    @Nullable
    Noun result();

    /** The preposition in lower case; null when it was left out. */
    @Nullable
    String preposition();

    /** The object noun; null when the object is an expression or was left out. */
    @Nullable
    Noun object();

    /** The time unit directly after an object expression ([SYN-414]), or null. */
    @Nullable
    String unit();

    /** The method word of {@code via PUT ...}, or null. */
    @Nullable
    String method();

    /** The noun of a {@code from} clause, or null. */
    @Nullable
    Noun from();

    /** {@code recursively}. */
    boolean recursively();

    /** The whole statement, from its verb to before the final dot. */
    Span span();

    /** The result as written. */
    Span resultSpan();

    /** The object as written. */
    Span objectSpan();

    /** The value of an object that is an expression; null when the object is a noun or was left out. */
    @Nullable
    Operand objectExpression();

    /**
     * The value of the object, in whichever way it is written: the expression's value, or the variable's value with the object's path
     * applied ([DATA-6], [DATA-7]). Fails in the language's words when the variable or a part of the path is missing. Null when the object
     * was left out.
     */
    @Nullable
    Operand objectValue();

    /** The variable that the object noun names, without its path; null when the object is no noun. */
    @Nullable
    Operand objectVariable();

    /** The current value of the variable that the result noun names, without qualifier; null when the result is no noun. */
    @Nullable
    Operand resultVariable();

    /**
     * The value of the result noun read as a reference, qualifier included ({@code Log the <user: name> to ...}), by [VAL-80]; fails in
     * the words of [VAL-78] when it is missing. Null when the result is no noun.
     */
    @Nullable
    Operand resultValue();

    /** The value of a result that is an expression; null when it is a noun. */
    @Nullable
    Operand sink();

    /** The current value of the variable {@code name}; unbound when it is not bound, also when no such variable exists. */
    Operand variable(String name);

    /** Whether a variable of that name may be bound where the statement stands. */
    boolean mayBeBound(String name);

    /** The operand's value when it is known now: it is written as a literal. Null when it is known only at each execution. */
    default @Nullable Object constant(Operand operand) {
        return null;
    }

    /** The reference that the operand's expression consists of; null when it is any other expression. */
    default @Nullable Noun noun(Operand operand) {
        return null;
    }

    /** All variables that are bound where the statement stands, as one {@link org.arolang.runtime.execution.Scope} value. */
    Operand scope();

    /** Value of {@code with expression}, also when the object itself is an expression after {@code with}. */
    @Nullable
    Operand with();

    /** Value of a trailing {@code with} clause alone. */
    @Nullable
    Operand withClause();

    Clauses.@Nullable Aggregate aggregate();

    @Nullable
    Operand to();

    /** Value of {@code by} when it is a literal or a reference to a variable that may be bound; null otherwise. */
    @Nullable
    Operand by();

    /** The keys of {@code by}; empty when there is none or when they are a literal. */
    List<Clauses.Key> byKeys();

    /** The keys of {@code order by}. */
    List<Clauses.Key> order();

    @Nullable
    Operand limit();

    @Nullable
    Operand offset();

    @Nullable
    Operand matching();

    @Nullable
    Operand defaultValue();

    /**
     * The {@code where} condition as a test of one record, or null.
     *
     * @param semantics which equality and ordering it uses
     */
    @Nullable
    RecordTest where(WhereSemantics semantics);

    /** The {@code where} condition as data, with the operands of its values, for storage that can use an index; null without one. */
    @Nullable
    WhereClause whereClause();

    /** Says that the object is decoration: it is neither read nor evaluated. */
    default void ignoresObject() {}

    /** Says that a result that is an expression is decoration: it is not evaluated. */
    default void ignoresSink() {}

    /** Says that this statement binds no result. The default is what the declaration says. */
    void bindNothing();

    /** Says that the statement's value is bound to {@code name} instead of the result's own name. */
    void bindTo(String name);

    /**
     * Asks for a further variable that the statement binds; the operation sets it with {@link Operand#set} each time it succeeds. Binding
     * a bound name again is allowed.
     */
    Operand alsoBind(String name);

    /** Says that the feature set ends after this statement: it is a Return. */
    void endsFeatureSet();

    /**
     * Says that the statement may wait (network, disk, time), which the declaration leaves open.
     */
    void mayWait();

    /** Says that the statement publishes the domain event {@code type} and waits for its handlers ([APP-73]). */
    void emits(String type);

    /** Says that the statement changes the repository {@code name} and waits for its observers ([APP-121]). */
    void changesRepository(String name);

    /** Says that the statement calls the user-defined action {@code name}. */
    void callsAction(String name);

    /** Says that the statement publishes something whose listeners are found by kind only: notifications, state transitions. */
    void publishes(Publication publication);

    /** What {@link #publishes} tells. */
    enum Publication {
        NOTIFICATION, STATE_TRANSITION
    }

    /** The two kinds of comparison that {@code where} knows ([VAL-33]). */
    enum WhereSemantics {
        /** Lists in memory: [DATA-176]. */
        LIST,
        /** Repositories: [APP-110]. */
        REPOSITORY
    }
}
