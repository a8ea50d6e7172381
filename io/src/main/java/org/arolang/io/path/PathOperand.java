package org.arolang.io.path;

import java.nio.file.InvalidPathException;
import java.util.Set;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.value.Access;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** The place of a path in a statement ([IO-14], [IO-15]). Thread-safe. */
public final class PathOperand {

    private static final Set<String> WORDS = Set.of("file", "directory", "path", "destination", "source");

    private final @Nullable Noun noun;
    private final Reading reading;
    private final String required;

    private interface Reading {

        /** The path's text; null when the statement gives none. */
        @Nullable
        String text(@Nullable Object[] operands);
    }

    private PathOperand(@Nullable Noun noun, Reading reading, String required) {
        this.noun = noun;
        this.reading = reading;
        this.required = required;
    }

    /**
     * The path that stands as the object.
     *
     * @param what what the action requires: {@code a file path}
     * @throws Failure when the statement can name none
     */
    public static PathOperand ofObject(Call call, String action, String what) {
        String required = "'" + action + "' requires " + what;
        Noun object = call.object();
        Operand variable = call.objectVariable();
        if (object != null && variable != null) {
            return new PathOperand(object, ofNoun(call, object, variable), required);
        }
        return ofExpression(call, call.objectExpression(), call::ignoresObject, required);
    }

    /**
     * The path that stands as the result: what Copy and Move copy and move.
     *
     * @param what what the action requires: {@code a source path}
     * @throws Failure when the statement can name none
     */
    public static PathOperand ofResult(Call call, String action, String what) {
        String required = "'" + action + "' requires " + what;
        Noun result = call.result();
        Operand variable = call.resultVariable();
        if (result != null && variable != null) {
            return new PathOperand(result, ofNoun(call, result, variable), required);
        }
        return ofExpression(call, call.sink(), call::ignoresSink, required);
    }

    private static PathOperand ofExpression(Call call, @Nullable Operand expression, Runnable ignore, String required) {
        if (expression == null) {
            throw new Failure(required);
        }
        Noun noun = call.noun(expression);
        if (noun != null && (noun.hasQualifier() || !call.mayBeBound(noun.name()))) {
            ignore.run();
            return new PathOperand(noun, ofNoun(call, noun, call.variable(noun.name())), required);
        }
        String name = noun == null ? null : noun.name();
        return new PathOperand(noun, operands -> text(expression.in(operands), name), required);
    }

    private static Reading ofNoun(Call call, Noun noun, Operand variable) {
        boolean word = WORDS.contains(noun.name());
        if (!noun.hasQualifier()) {
            return operands -> {
                Object value = variable.orNull(operands);
                if (word) {
                    return value == null ? null : Text.string(value);
                }
                return value == null ? noun.name() : text(value, noun.name());
            };
        }
        if (noun.quoted()) {
            return operands -> !word && variable.orNull(operands) instanceof ObjectValue object
                    && object.get(noun.raw()) instanceof Object value
                            ? text(value, noun.fullName())
                            : noun.raw();
        }
        Reading qualifier = ofQualifier(call, noun, variable);
        if (word) {
            return qualifier;
        }
        return operands -> {
            Object value = variable.orNull(operands);
            return value == null ? qualifier.text(operands) : text(Access.objectPath(value, noun.specifiers()), noun.fullName());
        };
    }

    /** {@code <file: q>}: the variable that {@code q} names, else the literal {@code q} ([IO-4]). */
    private static Reading ofQualifier(Call call, Noun noun, Operand variable) {
        String first = noun.first();
        Operand named = call.mayBeBound(first) ? call.variable(first) : null;
        return operands -> {
            Object value = named == null ? null : named.orNull(operands);
            if (value != null) {
                Object found = Access.objectPath(value, noun.specifiers().subList(1, noun.specifiers().size()));
                return text(found, noun.raw());
            }
            // The loop variable of `for each <file> in <files>` is no system object.
            if (variable.orNull(operands) instanceof ObjectValue object && object.has(first)) {
                return text(Access.objectPath(object, noun.specifiers()), noun.fullName());
            }
            return noun.raw();
        };
    }

    private static String text(Object value, @Nullable String name) {
        String text = Text.string(value);
        if (text == null) {
            String where = name == null ? "" : " for '" + name + "'";
            throw new Failure("Type mismatch" + where + ": expected 'String', got '" + Kind.nameOf(value) + "'");
        }
        return text;
    }

    /** Whether the path is introduced by {@code word}: {@code <directory: p>}. */
    public boolean hasWord(String word) {
        return noun != null && noun.name().equals(word);
    }

    /** The path's text in one execution. */
    public String text(@Nullable Object[] operands) {
        String text = reading.text(operands);
        if (text == null || text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new Failure(required);
        }
        return text;
    }

    /** The path in one execution: relative paths start at the working directory ([IO-12]). */
    public FilePath in(Application application, @Nullable Object[] operands) {
        return resolve(application, text(operands));
    }

    private static FilePath resolve(Application application, String given) {
        try {
            FilePath path = new FilePath(given, application.options().directory().resolve(given));
            Fence.check(application, given, path.path());
            return path;
        } catch (InvalidPathException invalid) {
            throw new Failure("Invalid file path '" + given + "': " + invalid.getReason(), invalid);
        }
    }
}
