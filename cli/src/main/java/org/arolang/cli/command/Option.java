package org.arolang.cli.command;

import org.jspecify.annotations.Nullable;

/**
 * An option of a command.
 *
 * @param name the long name with its dashes: {@code --output}
 * @param letter the short name with its dash, or null
 * @param value what its value is called in help and messages; null for a flag
 * @param description one line for the help
 */
public record Option(String name, @Nullable String letter, @Nullable String value, String description) {

    public static Option flag(String name, @Nullable String letter, String description) {
        return new Option(name, letter, null, description);
    }

    public static Option value(String name, @Nullable String letter, String value, String description) {
        return new Option(name, letter, value, description);
    }

    boolean isFlag() {
        return value == null;
    }

    /** As messages show it: {@code --output <output>}. */
    String shown() {
        return value == null ? name : name + " <" + value + ">";
    }
}
