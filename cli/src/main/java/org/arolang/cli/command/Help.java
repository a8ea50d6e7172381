package org.arolang.cli.command;

import java.util.ArrayList;
import java.util.List;

/** The help texts ([TOOL-4]). */
public final class Help {

    private static final int DESCRIPTION_COLUMN = 26;

    private Help() {}

    /** Help for {@code aro} itself. */
    public static String of(List<Command> commands) {
        StringBuilder text = new StringBuilder("OVERVIEW: ARO, a language for business features, on the JVM\n\nUSAGE: aro <command>\n");
        List<String[]> options = new ArrayList<>();
        options.add(new String[]{"--version", "Show the version."});
        options.add(new String[]{"-h, --help", "Show help information."});
        section(text, "OPTIONS", options);
        List<String[]> entries = new ArrayList<>();
        for (Command command : commands) {
            String mark = command.name().equals("run") ? " (default)" : "";
            entries.add(new String[]{command.name() + mark, command.summary()});
        }
        section(text, "SUBCOMMANDS", entries);
        return text.append("\n  See 'aro help <command>' for detailed help.\n").toString();
    }

    /** Help for one command. */
    public static String of(Command command) {
        StringBuilder text = new StringBuilder("OVERVIEW: ").append(command.summary()).append("\n\nUSAGE: ").append(usage(command));
        text.append('\n');
        List<String[]> arguments = new ArrayList<>();
        command.arguments().forEach(argument -> arguments.add(new String[]{"<" + argument.name() + ">", argument.description()}));
        section(text, "ARGUMENTS", arguments);
        List<String[]> options = new ArrayList<>();
        for (Option option : command.options()) {
            String letter = option.letter() == null ? "" : option.letter() + ", ";
            options.add(new String[]{letter + option.shown(), option.description()});
        }
        options.add(new String[]{"-h, --help", "Show help information."});
        section(text, "OPTIONS", options);
        return text.toString();
    }

    /** {@code aro run <path> ...}. */
    public static String usage(Command command) {
        return ("aro " + command.name() + " " + command.synopsis()).stripTrailing();
    }

    private static void section(StringBuilder text, String title, List<String[]> entries) {
        if (entries.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append(":\n");
        for (String[] entry : entries) {
            String head = "  " + entry[0];
            text.append(head);
            if (head.length() >= DESCRIPTION_COLUMN) {
                text.append('\n').append(" ".repeat(DESCRIPTION_COLUMN));
            } else {
                text.append(" ".repeat(DESCRIPTION_COLUMN - head.length()));
            }
            text.append(entry[1]).append('\n');
        }
    }
}
