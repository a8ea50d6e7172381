package org.arolang.cli.snippet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One test: a program and what it prints. The program is {@code name.aro} or a folder {@code name/} with {@code main.aro}; what it prints is
 * {@code name.out}. Lines of the program say how it is run:
 *
 * <ul>
 *   <li>{@code // run: words} a command line instead of {@code run <program>}; several are run one after the other
 *   <li>{@code // env: NAME=value} a variable of the environment
 *   <li>{@code // stdin: text} a line of standard input
 *   <li>{@code // signal: TERM after 350} a signal after so many milliseconds; {@code after 3 lines} when so much was printed
 *   <li>{@code // copy:} runs in a copy of the folder, for programs that write files
 *   <li>{@code // writable: file} the same, and others may write the file
 *   <li>{@code // show: file} the same, and what the file holds afterwards belongs to the output
 * </ul>
 *
 * Requests to its server stand in {@code name.http}.
 *
 * @param commands the command lines
 * @param environment variables that are added
 * @param input standard input
 * @param signal what ends the program, or null
 * @param workspace what is done with the folder
 * @param requests the requests to its server, or null
 */
record Snippet(
        String name,
        Path directory,
        Path expected,
        List<List<String>> commands,
        Map<String, String> environment,
        String input,
        @Nullable Signal signal,
        Workspace workspace,
        @Nullable Path requests) {

    private static final Pattern DIRECTIVE = Pattern.compile("^// (run|env|stdin|signal|copy|writable|show): ?(.*)$", Pattern.MULTILINE);

    /** A signal that is sent some time after the start, or, when {@code lines} is positive, when so many lines were printed. */
    record Signal(String name, int milliseconds, int lines) {

        static Signal read(String text) {
            String[] words = text.split("\\s+");
            int number = Integer.parseInt(words[2]);
            return words.length > 3 ? new Signal("SIG" + words[0], 0, number) : new Signal("SIG" + words[0], number, 0);
        }
    }

    /** Whether the program runs in a copy of its folder, the files there that others may write, and those that are shown afterwards. */
    record Workspace(boolean isCopy, List<String> writable, List<String> shown) {}

    /** All snippets below {@code root}, in order of their names. */
    static List<Snippet> find(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".out"))
                    .sorted()
                    .map(path -> read(root, path))
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The programs below {@code root}, a folder each, with what they print in {@code expected.txt} and requests in {@code requests.http}. */
    static List<Snippet> examples(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve("expected.txt")))
                    .sorted()
                    .map(folder -> read(
                            folder.getFileName().toString(),
                            folder,
                            folder.resolve("main.aro"),
                            List.of("run", "."),
                            folder.resolve("expected.txt"),
                            folder.resolve("requests.http")))
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Snippet read(Path root, Path expected) {
        Path stem = expected.resolveSibling(expected.getFileName().toString().replaceAll("\\.out$", ""));
        Path file = stem.resolveSibling(stem.getFileName() + ".aro");
        boolean isFolder = Files.isDirectory(stem);
        return read(
                root.relativize(stem).toString(),
                isFolder ? stem : file.getParent(),
                isFolder ? stem.resolve("main.aro") : file,
                List.of("run", isFolder ? "." : file.getFileName().toString()),
                expected,
                stem.resolveSibling(stem.getFileName() + ".http"));
    }

    private static Snippet read(String name, Path directory, Path main, List<String> command, Path expected, Path requests) {
        String text = Files.exists(main) ? readText(main) : "";
        List<List<String>> commands = new ArrayList<>();
        Map<String, String> environment = new HashMap<>();
        StringBuilder input = new StringBuilder();
        Signal signal = null;
        boolean isCopy = false;
        List<String> writable = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        Matcher matcher = DIRECTIVE.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2).strip();
            switch (matcher.group(1)) {
                case "run" -> commands.add(words(value));
                case "env" -> environment.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
                case "stdin" -> input.append(matcher.group(2)).append('\n');
                case "signal" -> signal = Signal.read(value);
                case "copy" -> isCopy = true;
                case "writable" -> writable.add(value);
                default -> shown.add(value);
            }
        }
        if (commands.isEmpty()) {
            commands.add(command);
        }
        return new Snippet(
                name,
                directory,
                expected,
                commands,
                environment,
                input.toString(),
                signal,
                new Workspace(isCopy || !writable.isEmpty() || !shown.isEmpty(), writable, shown),
                Files.exists(requests) ? requests : null);
    }

    static String readText(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"([^\"]*)\"|\\S+").matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group());
        }
        return words;
    }
}
