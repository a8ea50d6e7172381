package org.arolang.runtime.execution;

import java.util.Comparator;
import org.arolang.language.diagnostic.Excerpt;
import org.arolang.language.diagnostic.Palette;
import org.arolang.language.diagnostic.Severity;
import org.arolang.runtime.value.Json;
import org.jspecify.annotations.Nullable;

/** The one form in which failures are shown on standard error ([APP-60], [DEC-11]). */
public final class FailureReport {

    private static final String RED = "\u001B[31m";
    private static final String PLAIN = "\u001B[0m";
    private static final int LONGEST_VALUE = 500;

    private FailureReport() {}

    /** The report, lines ended by {@code \n}. Values of variables are in it only with {@code --debug}. */
    public static String text(StatementFailure failure, Options options) {
        return write("", failure, options);
    }

    /** The report of an execution other than the entry point ([APP-63]). */
    static String labelled(FeatureSetCode code, StatementFailure failure, Options options) {
        return write("[ERROR] [" + code.name() + ": " + code.activity() + "] ", failure, options);
    }

    /** The report of a header condition that could not be evaluated ([APP-70]). */
    static String warning(FeatureSetCode code, StatementFailure failure, Options options) {
        return write("[WARN] [" + code.name() + ": " + code.activity() + "] ", failure, options);
    }

    private static String write(String label, StatementFailure failure, Options options) {
        boolean colour = options.colour();
        StringBuilder out = new StringBuilder(label);
        out.append(colour ? RED : "").append(failure.site().sentence()).append(colour ? PLAIN : "").append('\n');
        out.append("  Cause: ").append(failure.failure().text().replace("\n", "\n    ")).append('\n');
        boolean hasPlace = !failure.file().name().isEmpty();
        if (hasPlace) {
            Excerpt excerpt = Excerpt.of(failure.file(), failure.span());
            out.append(excerpt.text(colour ? Palette.COLOUR : Palette.PLAIN, Severity.ERROR));
        }
        if (options.debug()) {
            values(out, failure);
        }
        if (options.debug() && !hasPlace) {
            internals(out, failure.failure().getCause());
        }
        return out.toString();
    }

    private static void values(StringBuilder out, StatementFailure failure) {
        if (failure.values().isEmpty()) {
            return;
        }
        out.append("  Values:\n");
        failure.values().stream().sorted(Comparator.comparing(Response.Field::name)).forEach(field -> {
            String json = Json.text(field.value());
            if (json.codePointCount(0, json.length()) > LONGEST_VALUE) {
                json = json.substring(0, json.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
            }
            out.append("    ").append(field.name()).append(" = ").append(json).append('\n');
        });
    }

    /** What the Java platform said, for who debugs the runtime itself. */
    private static void internals(StringBuilder out, @Nullable Throwable reason) {
        if (reason == null || reason instanceof StatementFailure) {
            return;
        }
        out.append("  Java: ").append(reason).append('\n');
        StackTraceElement[] stack = reason.getStackTrace();
        for (int i = 0; i < Math.min(stack.length, 20); i++) {
            out.append("    at ").append(stack[i]).append('\n');
        }
    }
}
