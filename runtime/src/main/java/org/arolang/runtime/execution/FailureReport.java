package org.arolang.runtime.execution;

import java.util.Comparator;
import org.arolang.language.source.Position;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
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
        if (!failure.file().name().isEmpty()) {
            excerpt(out, failure.file(), failure.span(), colour);
        }
        if (options.debug()) {
            values(out, failure);
            internals(out, failure.failure().getCause());
        }
        return out.toString();
    }

    private static void excerpt(StringBuilder out, SourceFile file, Span span, boolean colour) {
        Position position = file.position(span.start());
        String number = Integer.toString(position.line());
        String line = file.line(position.line()).replace('\t', ' ').stripTrailing();
        int before = position.column() - 1;
        int lineStart = file.lineStart(position.line());
        int end = Math.min(span.end() - lineStart, line.length());
        int start = Math.min(span.start() - lineStart, line.length());
        int marks = Math.max(1, end > start ? line.codePointCount(start, end) : 0);
        out.append("  ").append(file.name()).append(':').append(number).append(':').append(position.column()).append('\n');
        out.append("    ").append(number).append(" | ").append(line).append('\n');
        out.append("    ").append(" ".repeat(number.length())).append(" | ").append(" ".repeat(before));
        out.append(colour ? RED : "").append("^".repeat(marks)).append(colour ? PLAIN : "").append('\n');
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
