package org.arolang.language.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.diagnostic.Severity;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.jspecify.annotations.Nullable;

/** Every diagnostic of the static checks: severity, code ([SYN-811]), text and hints in one place. */
final class Problems {

    static final String UNDEFINED = "undefined";
    static final String DEPENDENCY = "dependency";
    static final String PUBLISH_UNDEFINED = "publish-undefined";
    static final String UNUSED = "unused";
    static final String UNREACHABLE = "unreachable";
    static final String NO_RETURN = "no-return";

    private final SourceFile file;

    Problems(SourceFile file) {
        this.file = file;
    }

    // Names

    Diagnostic usedBeforeDefinition(String name, Span span) {
        return warning(UNDEFINED, "Variable '" + name + "' used before definition", span);
    }

    Diagnostic matchBeforeDefinition(String name, Span span) {
        return warning(UNDEFINED, "Variable '" + name + "' used in match before definition", span);
    }

    Diagnostic collectionBeforeDefinition(String name, Span span) {
        return warning(UNDEFINED, "Collection '" + name + "' used in for-each before definition", span);
    }

    Diagnostic unpublishedDependency(String name, Span span) {
        return warning(
                DEPENDENCY,
                "External dependency '" + name + "' is not published by any feature set",
                span,
                "Publish it in another feature set, or define it here first");
    }

    Diagnostic publishUndefined(String name, Span span) {
        return error(PUBLISH_UNDEFINED, "Cannot publish undefined variable '" + name + "'", span);
    }

    Diagnostic rebind(String name, Span span, String example) {
        return error(
                "rebind",
                "Cannot rebind variable '" + name + "' - variables are immutable",
                span,
                "Variable '" + name + "' was already defined earlier in this feature set",
                "Create a new variable with a different name instead",
                "Example: " + example);
    }

    Diagnostic shadow(String name, Span span) {
        return warning("shadow", "Variable '" + name + "' shadows an outer variable inside a range loop", span);
    }

    Diagnostic unused(String name, Span span) {
        return warning(UNUSED, "Variable '" + name + "' is defined but never used", span);
    }

    // Feature sets

    Diagnostic duplicateFeatureSet(String name, Span header, int firstLine) {
        return error(
                "duplicate-feature-set",
                "Duplicate feature set name '" + name + "'",
                header,
                "A feature set with this name was already defined at line " + firstLine,
                "Each feature set must have a unique name");
    }

    Diagnostic alsoDefinedIn(String name, Span header, String otherFile) {
        return warning("duplicate-feature-set", "Feature set name '" + name + "' is also defined in " + otherFile, header);
    }

    Diagnostic emptyFeatureSet(String name, Span header) {
        return warning(
                "empty-feature-set",
                "Feature set '" + name + "' has no statements",
                header,
                "Add statements or remove this empty feature set");
    }

    Diagnostic unreachable(Span statement, int exitLine) {
        return warning(
                UNREACHABLE,
                "Unreachable code after Return/Throw statement",
                statement,
                "This code will never execute",
                "The Return/Throw at line " + exitLine + " exits the feature set");
    }

    Diagnostic noReturn(String name, Span closing) {
        return warning(
                NO_RETURN,
                "Feature set '" + name + "' has no Return or Throw statement",
                closing,
                "Feature sets should end with a Return statement",
                "Add: Return an <OK: status> for the <result>.");
    }

    Diagnostic guardNeverTested(String name, Span guard) {
        return warning("guard-never-tested", "The condition of '" + name + "' is never tested", guard);
    }

    Diagnostic webSocketNeverRuns(String name, Span header) {
        return warning(
                "never-runs",
                "WebSocket Event Handler '" + name + "' never runs: its name must contain Connect, Message or Disconnect",
                header);
    }

    // Events

    Diagnostic noHandler(String event, Span result) {
        return warning(
                "no-handler",
                "Event '" + event + "' is emitted but no handler exists",
                result,
                "Create a handler with business activity '" + event + " Handler'",
                "Or remove this Emit statement if the event is not needed");
    }

    Diagnostic eventCycle(List<String> events, Span header, boolean spansFiles) {
        String message = "Circular event chain detected: " + String.join(" → ", events) + " → " + events.getFirst();
        String[] hints = {
            "Event handlers form an infinite loop that will exhaust resources",
            "Consider breaking the chain by using different event types or adding termination conditions"
        };
        return spansFiles ? warning("event-cycle", message, header, hints) : error("event-cycle", message, header, hints);
    }

    // User-defined actions

    Diagnostic duplicateAction(String name, Span header, int firstLine, @Nullable String otherFile) {
        return error(
                "duplicate-action",
                "Duplicate user-defined action 'Application." + name + "'",
                header,
                "An action with this name was already declared at line " + firstLine + (otherFile == null ? "" : " of " + otherFile),
                "User-defined action names are unique application-wide");
    }

    Diagnostic unknownAction(String name, Span verb, Collection<String> known) {
        String message = "Unknown user-defined action 'Application." + name + "'";
        if (known.isEmpty()) {
            return error(
                    "unknown-action",
                    message,
                    verb,
                    "No user-defined actions are declared in this application",
                    "Declare one with `(MyAction: Action) { ... }`");
        }
        List<String> calls = known.stream().sorted().map(other -> "Application." + other).toList();
        return error("unknown-action", message, verb, "Known user-defined actions: " + String.join(", ", calls));
    }

    Diagnostic actionTakesNothing(String name, Span verb) {
        return error(
                "action-takes",
                "Cannot call 'Application." + name + "' with `from <value>`",
                verb,
                "'" + name + "' does not declare a `takes` clause in its header",
                "Use `with { … }` to pass an input object, or add `takes <field>` to the header to allow positional calls");
    }

    Diagnostic noContextInAction(String name, Span span) {
        return error(
                "action-context",
                "Framework variable '<" + name + ">' is not available inside a user-defined action",
                span,
                "User-defined actions are synchronous transformations with no event or request context",
                "Pass the data you need via the `<input>` object instead");
    }

    // Statements

    Diagnostic breakOutsideLoop(Span statement) {
        return error("break", "'break' is only allowed inside a loop", statement);
    }

    Diagnostic breakInParallel(Span statement) {
        return error("break", "'break' cannot leave a parallel loop", statement);
    }

    Diagnostic clauseNotTaken(String verb, String clause, Span keyword) {
        return error("clause", "'" + verb + "' takes no '" + clause + "' clause", keyword);
    }

    Diagnostic unknownVerb(String verb, Span span, @Nullable String nearest) {
        return warning("unknown-verb", "Unknown action verb: '" + verb + "'", span, didYouMean(nearest));
    }

    Diagnostic wrongPreposition(String preposition, String action, List<String> expected, Span span) {
        return warning(
                "preposition",
                "Invalid preposition '" + preposition + "' for action '" + action + "'. Expected: [" + String.join(", ", expected) + "]",
                span);
    }

    Diagnostic unknownOperation(String name, Span span, @Nullable String nearest) {
        return error("unknown-operation", "Unknown operation '" + name + "'", span, didYouMean(nearest));
    }

    Diagnostic templateNotFound(String path, Span span) {
        return error("template", "Template not found: " + path, span);
    }

    Diagnostic unknownType(String type, Span span) {
        return warning("unknown-type", "Unknown type '" + type + "' in type check", span);
    }

    Diagnostic alwaysTrue(String name, Span span) {
        return warning(
                "always-true", "'" + name + "' is always true here; write <" + name + ": boolean> to get the outcome", span);
    }

    Diagnostic shellText(Span text) {
        return warning("shell-text", "Shell text built from input; use a list of arguments", text);
    }

    private static String[] didYouMean(@Nullable String nearest) {
        return nearest == null ? new String[0] : new String[]{"Did you mean '" + nearest + "'?"};
    }

    private Diagnostic error(String code, String message, Span span, String... hints) {
        return of(Severity.ERROR, code, message, span, hints);
    }

    private Diagnostic warning(String code, String message, Span span, String... hints) {
        return of(Severity.WARNING, code, message, span, hints);
    }

    /** Texts quote the program, so they are made fit for one line of a terminal. */
    private Diagnostic of(Severity severity, String code, String message, Span span, String... hints) {
        List<String> printable = Arrays.stream(hints).map(OneLine::printable).toList();
        return new Diagnostic(severity, code, OneLine.printable(message), file, span, printable);
    }
}
