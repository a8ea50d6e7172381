package org.arolang.cli.random;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.arolang.cli.Main;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.LoadError;
import org.arolang.cli.program.SharedObject;
import org.opentest4j.TestAbortedException;

/** Runs generated programs: under {@code aro run}, and as built programs run. */
final class ProgramRuns {

    private static final long LIMIT_SECONDS = 60;

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Path directory;
    private final SharedObject builder;

    /** @param directory where the programs are written; the tools' work goes into it too */
    ProgramRuns(Path directory) {
        this.directory = directory;
        this.builder = SharedObject.require(directory);
    }

    /** What a program did. */
    record Outcome(int exitCode, String output, String error) {

        /** The causes of its failures, in order. */
        List<String> causes() {
            return error.lines()
                    .filter(line -> line.startsWith("  Cause: ")).map(line -> line.substring(9)).toList();
        }

        /** The same without what tells where in the text something failed, and what its text is. */
        Outcome withoutPlaces() {
            return new Outcome(exitCode, output, causes().stream()
                    .map(cause -> cause.startsWith("Cannot ") ? cause.substring(cause.lastIndexOf(": ")) : cause)
                    .collect(Collectors.joining("\n")));
        }
    }

    private interface Runner {
        int run(List<String> command, Surroundings around) throws Exception;
    }

    /** Runs {@code program} under {@code aro run}. */
    Outcome run(String program) {
        return run(program, Main::run);
    }

    /** Runs {@code program} as a built program. Throws {@link TestAbortedException} if it has errors. */
    Outcome runBuilt(String program) {
        return run(program, builder::run);
    }

    private Outcome run(String program, Runner runner) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        try {
            Files.writeString(directory.resolve("program.aro"), program);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        Surroundings around = new Surroundings(directory, InputStream.nullInputStream(), output, error, Map.of(), false, false);
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("program").start(() -> {
            try {
                exit.complete(runner.run(List.of("run", "program.aro"), around));
            } catch (Throwable failure) {
                exit.completeExceptionally(failure);
            }
        });
        int code;
        try {
            code = exit.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException failure) {
            if (failure.getCause() instanceof TestAbortedException aborted) {
                throw aborted;
            }
            if (failure.getCause() instanceof LoadError refused) {
                return new Outcome(1, "", refused.line() + "\n");
            }
            return new Outcome(-1, output.toString(StandardCharsets.UTF_8), String.valueOf(failure.getCause()));
        } catch (TimeoutException | InterruptedException failure) {
            return new Outcome(-1, output.toString(StandardCharsets.UTF_8), "does not end");
        }
        return new Outcome(code, text(output), text(error));
    }

    /** What was written, without the ids that the runtime made. */
    private static String text(ByteArrayOutputStream written) {
        return ID.matcher(written.toString(StandardCharsets.UTF_8)).replaceAll("ID");
    }
}
