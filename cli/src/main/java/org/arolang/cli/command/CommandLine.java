package org.arolang.cli.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the words after a command's name by the command's own declaration ([TOOL-2], [TOOL-102]). Used once. */
public final class CommandLine {

    private final Command command;
    private final List<String> words;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> arguments = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();

    private CommandLine(Command command, List<String> words) {
        this.command = command;
        this.words = words;
    }

    /**
     * @throws UsageError when the words do not fit the command
     * @throws HelpRequest when they ask for help
     */
    public static Invocation read(Command command, List<String> words) {
        return new CommandLine(command, words).read();
    }

    private Invocation read() {
        int i = 0;
        boolean optionsEnded = false;
        while (i < words.size()) {
            String word = words.get(i);
            boolean passing = command.passesRest() && !arguments.isEmpty();
            if (!optionsEnded && word.equals("--")) {
                optionsEnded = true;
                i++;
            } else if (optionsEnded || !word.startsWith("-") || word.equals("-")) {
                (passing ? rest : arguments).add(word);
                i++;
            } else {
                i = option(i, passing);
            }
        }
        checkArguments();
        return new Invocation(values, arguments, rest);
    }

    /** Takes the option at {@code i}; gives where reading goes on. */
    private int option(int i, boolean passing) {
        String word = words.get(i);
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Option option = find(name);
        if (option == null && !passing && (word.equals("--help") || word.equals("-h"))) {
            throw new HelpRequest();
        }
        if (option == null || option.isFlag() && equals >= 0) {
            if (passing) {
                rest.add(word);
                return i + 1;
            }
            if (option != null) {
                throw new UsageError("'" + option.name() + "' takes no value", false);
            }
            return letters(i);
        }
        if (option.isFlag()) {
            values.put(option.name(), "");
            return i + 1;
        }
        if (equals >= 0) {
            values.put(option.name(), word.substring(equals + 1));
            return i + 1;
        }
        if (i + 1 == words.size()) {
            if (passing) {
                rest.add(word);
                return i + 1;
            }
            throw new UsageError("Missing value for '" + option.shown() + "'", false);
        }
        values.put(option.name(), words.get(i + 1));
        return i + 2;
    }

    /** {@code -vf}, {@code -ofile}. */
    private int letters(int i) {
        String word = words.get(i);
        if (word.startsWith("--")) {
            throw unknown(word);
        }
        for (int at = 1; at < word.length(); at++) {
            Option option = find("-" + word.charAt(at));
            if (option == null) {
                throw unknown(word);
            }
            if (option.isFlag()) {
                values.put(option.name(), "");
            } else if (at + 1 < word.length()) {
                values.put(option.name(), word.substring(at + 1));
                return i + 1;
            } else if (i + 1 < words.size()) {
                values.put(option.name(), words.get(i + 1));
                return i + 2;
            } else {
                throw new UsageError("Missing value for '" + option.shown() + "'", false);
            }
        }
        return i + 1;
    }

    private static UsageError unknown(String word) {
        int equals = word.indexOf('=');
        return new UsageError("Unknown option '" + (equals < 0 ? word : word.substring(0, equals)) + "'", false);
    }

    private @Nullable Option find(String name) {
        for (Option option : command.options()) {
            if (option.name().equals(name) || name.equals(option.letter())) {
                return option;
            }
        }
        return null;
    }

    private void checkArguments() {
        List<Command.Argument> wanted = command.arguments();
        for (int i = arguments.size(); i < wanted.size(); i++) {
            if (wanted.get(i).required()) {
                throw new UsageError("Missing expected argument '<" + wanted.get(i).name() + ">'", words.isEmpty());
            }
        }
        if (arguments.size() > wanted.size() && !command.repeatsLast()) {
            throw new UsageError("Unexpected argument '" + arguments.get(wanted.size()) + "'", false);
        }
    }
}
