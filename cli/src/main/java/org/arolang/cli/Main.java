package org.arolang.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.arolang.cli.command.ActionsCommand;
import org.arolang.cli.command.BuildCommand;
import org.arolang.cli.command.CheckCommand;
import org.arolang.cli.command.Command;
import org.arolang.cli.command.CommandLine;
import org.arolang.cli.command.CompileCommand;
import org.arolang.cli.command.FormatCommand;
import org.arolang.cli.command.Help;
import org.arolang.cli.command.HelpRequest;
import org.arolang.cli.command.RunCommand;
import org.arolang.cli.command.TestCommand;
import org.arolang.cli.command.UsageError;
import org.arolang.cli.load.LoadError;
import org.arolang.runtime.execution.Terminal;
import org.jspecify.annotations.Nullable;

/** Entry point of the {@code aro} command. */
public final class Main {

    private static final int USAGE = 64;

    private static final List<Command> COMMANDS = List.of(
            new RunCommand(),
            new BuildCommand(),
            new CompileCommand(),
            new CheckCommand(),
            new FormatCommand(),
            new TestCommand(),
            new ActionsCommand());

    private Main() {}

    public static void main(String[] arguments) {
        Signals.catchAll();
        end(run(Arrays.asList(arguments), Surroundings.ofProcess()));
    }

    /**
     * Ends the process. Everything has been written and stopped by now and nobody has registered a shutdown hook, so nothing is gained by
     * {@code System.exit}, which first looks for a logger.
     */
    static void end(int exitCode) {
        Runtime.getRuntime().halt(exitCode);
    }

    /** Runs a command line; gives the exit code. */
    public static int run(List<String> words, Surroundings around) {
        try {
            return dispatch(words, around);
        } catch (LoadError error) {
            around.error(error.line());
            return 1;
        } catch (RuntimeException | Error failure) {
            if (System.getenv("ARO_DEBUG") != null) {
                failure.printStackTrace();
            }
            around.error("Error: " + (failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage()));
            return 1;
        }
    }

    private static int dispatch(List<String> words, Surroundings around) {
        if (words.isEmpty()) {
            return Terminal.isTerminal(Terminal.Stream.INPUT) ? usage(COMMANDS.getFirst(), List.of(), around) : PipedScript.run(around);
        }
        String first = words.getFirst();
        switch (first) {
            case "--version" -> {
                around.println(Version.NUMBER);
                return 0;
            }
            case "-h", "--help", "help" -> {
                Command named = words.size() > 1 ? find(words.get(1)) : null;
                around.print(named == null ? Help.of(COMMANDS) : Help.of(named));
                return 0;
            }
            case "train" -> {
                return Training.run(around);
            }
            default -> {
                Command command = find(first);
                return command == null ? usage(COMMANDS.getFirst(), words, around) : usage(command, words.subList(1, words.size()), around);
            }
        }
    }

    private static int usage(Command command, List<String> words, Surroundings around) {
        try {
            return command.run(CommandLine.read(command, new ArrayList<>(words)), around);
        } catch (HelpRequest _) {
            around.print(Help.of(command));
            return 0;
        } catch (UsageError error) {
            around.error("Error: " + error.getMessage());
            if (error.fullHelp()) {
                around.error("\n" + Help.of(command).stripTrailing());
            } else {
                around.error("Usage: " + Help.usage(command));
                around.error("  See 'aro " + command.name() + " --help' for more information.");
            }
            return USAGE;
        }
    }

    private static @Nullable Command find(String name) {
        for (Command command : COMMANDS) {
            if (command.name().equals(name)) {
                return command;
            }
        }
        return null;
    }
}
