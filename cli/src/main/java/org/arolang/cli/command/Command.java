package org.arolang.cli.command;

import java.util.List;
import org.arolang.cli.Surroundings;

/** A sub-command of {@code aro}: what it takes, and what it does. */
public interface Command {

    /** The word on the command line. */
    String name();

    /** One line for the help. */
    String summary();

    /** What stands behind the name in the usage line: {@code <path> [application-arguments ...]}. */
    String synopsis();

    /** Its positional arguments, each with its description. */
    List<Argument> arguments();

    List<Option> options();

    /**
     * Whether everything after the first positional argument belongs to somebody else; options of the command are still taken out of it
     * ([TOOL-102]).
     */
    default boolean passesRest() {
        return false;
    }

    /** Whether the last positional argument may stand any number of times. */
    default boolean repeatsLast() {
        return false;
    }

    /**
     * Runs the command.
     *
     * @return the exit code
     */
    int run(Invocation invocation, Surroundings around);

    /** A positional argument. */
    record Argument(String name, String description, boolean required) {}
}
