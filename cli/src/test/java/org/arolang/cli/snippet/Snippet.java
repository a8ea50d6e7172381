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
 * {@code name.out}. Lines of the program of the form {@code // run: ...}, {@code // env: NAME=value}, {@code // stdin: text} and
 * {@code // signal: TERM after 350} say how it is run; requests to its server stand in {@code name.http}.
 *
 * @param command the command line; {@code run <program>} unless the program says otherwise
 * @param environment variables that are added
 * @param input standard input
 * @param signal what ends the program, or null
 * @param requests the requests to its server, or null
 */
record Snippet(
        String name,
        Path directory,
        Path expected,
        List<String> command,
        Map<String, String> environment,
        String input,
        @Nullable Signal signal,
        @Nullable Path requests) {

    private static final Pattern DIRECTIVE =
            Pattern.compile("^// (run|env|stdin|signal): ?(.*)$", Pattern.MULTILINE);

    /** A signal that is sent some time after the start. */
    record Signal(String name, int afterMilliseconds) {}

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

    private static Snippet read(Path root, Path expected) {
        Path stem = expected.resolveSibling(expected.getFileName().toString().replaceAll("\\.out$", ""));
        Path folder = stem;
        Path file = stem.resolveSibling(stem.getFileName() + ".aro");
        boolean isFolder = Files.isDirectory(folder);
        Path main = isFolder ? folder.resolve("main.aro") : file;
        String text = Files.exists(main) ? readText(main) : "";
        List<String> command = List.of("run", isFolder ? "." : file.getFileName().toString());
        Map<String, String> environment = new HashMap<>();
        StringBuilder input = new StringBuilder();
        Signal signal = null;
        Matcher matcher = DIRECTIVE.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2).strip();
            switch (matcher.group(1)) {
                case "run" -> command = words(value);
                case "env" -> environment.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
                case "stdin" -> input.append(matcher.group(2)).append('\n');
                default -> {
                    String[] parts = value.split(" after ");
                    signal = new Signal("SIG" + parts[0].strip(), Integer.parseInt(parts[1].strip()));
                }
            }
        }
        Path requests = stem.resolveSibling(stem.getFileName() + ".http");
        return new Snippet(
                root.relativize(stem).toString(),
                isFolder ? folder : file.getParent(),
                expected,
                command,
                environment,
                input.toString(),
                signal,
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
