package org.arolang.cli;

/** Entry point of the {@code aro} command. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        String command = arguments.length == 0 ? "help" : arguments[0];
        switch (command) {
            case "--version" -> System.out.println("aro 0.1.0-SNAPSHOT");
            // Run by the launcher after a build: whatever happens here is fast at the next start.
            case "train" -> main(new String[]{"--version"});
            default -> System.out.println("Usage: aro <command> [arguments]");
        }
    }
}
