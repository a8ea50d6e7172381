package org.arolang.compiler.payload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.arolang.compiler.toolchain.ToolchainException;

/**
 * A program that is run once, through a real executable, so that the classes it uses are in the start-up cache. What it
 * does should be what programs do: a program that serves HTTP makes the cache good for servers.
 *
 * @param ir           its LLVM IR
 * @param archive      its archive
 * @param arguments    its command line
 * @param environment  additional variables
 * @param limit        after which it is ended and the training counts as failed
 * @param driver       does something with the running program, for instance sends it requests
 */
public record Training(String ir, byte[] archive, List<String> arguments, Map<String, String> environment, Duration limit, Driver driver) {

    private static final int TERMINATED = 143;

    /** A program that needs no driving and ends by itself. */
    public Training(String ir, byte[] archive, List<String> arguments) {
        this(ir, archive, arguments, Map.of(), Duration.ofSeconds(60), (process, output) -> {
        });
    }

    /** Works on the program from outside, until it is enough; then the program must end by itself or by a signal from here. */
    @FunctionalInterface
    public interface Driver {
        /** @param output the file that collects what the program prints */
        void drive(Process program, Path output) throws IOException, InterruptedException;
    }

    /** Waits for the end of a training run, which must be a good one or by SIGTERM: what failed half-way would train for failing. */
    void await(Process program, Path output) throws IOException, InterruptedException, ToolchainException {
        driver.drive(program, output);
        if (!program.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            program.destroyForcibly().waitFor();
            throw new ToolchainException("The training program did not end within " + limit.toSeconds() + " seconds.");
        }
        int code = program.exitValue();
        if (code != 0 && code != TERMINATED) {
            throw new ToolchainException("The training program ended with exit code " + code + ". It says:\n"
                    + Files.readString(output).strip());
        }
    }
}
