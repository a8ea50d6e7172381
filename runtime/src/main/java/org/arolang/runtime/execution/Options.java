package org.arolang.runtime.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How an application is run. Immutable.
 *
 * @param root the application's directory
 * @param entryPoint name of the entry point: {@code Application-Start} unless {@code --entry-point} says otherwise
 * @param arguments the application's own arguments ([APP-137])
 * @param environment the environment variables
 * @param keepAlive {@code --keep-alive} ([APP-27])
 * @param debug {@code --debug}: the response in developer form, values in failure reports
 * @param verbose {@code --verbose}
 * @param finalResponse whether the response of the entry point is printed at the end; not so for a piped script ([APP-15])
 * @param metricsSocket whether to open the metrics socket ([APP-150])
 * @param colour whether failure reports on standard error are coloured ([APP-35])
 * @param directory the working directory, absolute: relative paths of the program start there ([IO-12])
 */
public record Options(
        Path root,
        String entryPoint,
        List<String> arguments,
        Map<String, String> environment,
        boolean keepAlive,
        boolean debug,
        boolean verbose,
        boolean finalResponse,
        boolean metricsSocket,
        boolean colour,
        Path directory) {

    public Options {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** The options of {@code aro run root} without flags and arguments, in this process's environment. */
    public static Options of(Path root) {
        return new Options(root, "Application-Start", List.of(), System.getenv(), false, false, false, true, false, false,
                Path.of("").toAbsolutePath());
    }

    public Options withEntryPoint(String name) {
        return new Options(
                root, name, arguments, environment, keepAlive, debug, verbose, finalResponse, metricsSocket, colour, directory);
    }

    public Options withArguments(List<String> words) {
        return new Options(
                root, entryPoint, words, environment, keepAlive, debug, verbose, finalResponse, metricsSocket, colour, directory);
    }

    public Options withEnvironment(Map<String, String> variables) {
        return new Options(
                root, entryPoint, arguments, variables, keepAlive, debug, verbose, finalResponse, metricsSocket, colour, directory);
    }

    public Options withKeepAlive(boolean on) {
        return new Options(
                root, entryPoint, arguments, environment, on, debug, verbose, finalResponse, metricsSocket, colour, directory);
    }

    public Options withDebug(boolean on) {
        return new Options(
                root, entryPoint, arguments, environment, keepAlive, on, verbose, finalResponse, metricsSocket, colour, directory);
    }

    public Options withVerbose(boolean on) {
        return new Options(
                root, entryPoint, arguments, environment, keepAlive, debug, on, finalResponse, metricsSocket, colour, directory);
    }

    public Options withFinalResponse(boolean on) {
        return new Options(
                root, entryPoint, arguments, environment, keepAlive, debug, verbose, on, metricsSocket, colour, directory);
    }

    public Options withMetricsSocket(boolean on) {
        return new Options(
                root, entryPoint, arguments, environment, keepAlive, debug, verbose, finalResponse, on, colour, directory);
    }

    public Options withColour(boolean on) {
        return new Options(
                root, entryPoint, arguments, environment, keepAlive, debug, verbose, finalResponse, metricsSocket, on, directory);
    }

    public Options withDirectory(Path folder) {
        return new Options(
                root, entryPoint, arguments, environment, keepAlive, debug, verbose, finalResponse, metricsSocket, colour, folder);
    }
}
