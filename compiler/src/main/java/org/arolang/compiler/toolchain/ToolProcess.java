package org.arolang.compiler.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A tool that is run to its end. */
public final class ToolProcess {

    private ToolProcess() {
    }

    /**
     * How it ended.
     *
     * @param output  what it wrote to standard output and standard error
     */
    public record Result(int exitCode, String output) {
    }

    /**
     * Runs a command in a directory, without input.
     *
     * @param environment  variables in addition to this process's own
     * @throws ToolchainException it could not be started, or this thread was interrupted
     */
    public static Result run(List<String> command, Path directory, Map<String, String> environment) throws ToolchainException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new ToolchainException("Cannot run " + command.getFirst() + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolchainException(command.getFirst() + " was interrupted.", e);
        }
    }
}
