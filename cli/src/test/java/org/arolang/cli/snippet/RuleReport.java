package org.arolang.cli.snippet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells which rules of the specification no test names: {@code java RuleReport.java 01-syntax.md ...}, started in the repository's folder.
 *
 * <p>The rules of a file are the ids ({@code [SYN-112]}) with the prefix that is most frequent in it, void ones left out. A test names a
 * rule by its id anywhere in a file below {@code src/test}; {@code [SYN-609] to [SYN-611]} names three.
 */
final class RuleReport {

    private static final Pattern ID = Pattern.compile("\\b([A-Z]{2,})-(\\d+)\\b");
    private static final Pattern RANGE = Pattern.compile("\\b([A-Z]{2,})-(\\d+)\\]?\\*{0,2} ?(?:to|\\.\\.) ?\\[?(?:\\1-)?(\\d+)\\b");
    private static final Pattern VOID = Pattern.compile("\\[([A-Z]{2,})-(\\d+)\\](?:\\*\\*)? Void\\b");

    private RuleReport() {}

    /** Prints for each specification file its rules without a test. */
    public static void main(String[] specifications) throws IOException {
        Map<String, Set<Integer>> tested = new HashMap<>();
        for (Path file : testFiles(Path.of(""))) {
            collect(Files.readString(file, StandardCharsets.ISO_8859_1), tested);
        }
        for (String name : specifications) {
            report(Path.of(name), tested);
        }
    }

    private static List<Path> testFiles(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().contains("src/test/"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static void report(Path specification, Map<String, Set<Integer>> tested) throws IOException {
        String text = Files.readString(specification);
        Map<String, Integer> uses = new HashMap<>();
        ID.matcher(text).results().forEach(match -> uses.merge(match.group(1), 1, Integer::sum));
        String prefix = uses.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        Map<String, Set<Integer>> all = new HashMap<>();
        ID.matcher(text).results().forEach(match -> add(all, match.group(1), Integer.parseInt(match.group(2))));
        Set<Integer> rules = all.getOrDefault(prefix, new TreeSet<>());
        VOID.matcher(text).results().filter(match -> match.group(1).equals(prefix)).forEach(match -> rules.remove(
                Integer.valueOf(match.group(2))));
        Set<Integer> missing = new TreeSet<>(rules);
        missing.removeAll(tested.getOrDefault(prefix, Set.of()));
        System.out.printf("%s: %d rules, %d without a test%n", specification.getFileName(), rules.size(), missing.size());
        for (int number : missing) {
            System.out.printf("  [%s-%d] %s%n", prefix, number, beginning(text, "[" + prefix + "-" + number + "]"));
        }
    }

    /** The first words after {@code id}, to recognise the rule by. */
    private static String beginning(String text, String id) {
        Matcher definition = Pattern.compile("^[|*\\- ]*" + Pattern.quote(id) + "[|* ]*", Pattern.MULTILINE).matcher(text);
        int start = definition.find() ? definition.end() : text.indexOf(id) + id.length();
        String line = text.substring(start).strip().lines().findFirst().orElse("");
        return line.length() > 100 ? line.substring(0, 100) + "…" : line;
    }

    private static void collect(String text, Map<String, Set<Integer>> into) {
        Matcher ids = ID.matcher(text);
        while (ids.find()) {
            add(into, ids.group(1), Integer.parseInt(ids.group(2)));
        }
        Matcher ranges = RANGE.matcher(text);
        while (ranges.find()) {
            for (int number = Integer.parseInt(ranges.group(2)); number <= Integer.parseInt(ranges.group(3)); number++) {
                add(into, ranges.group(1), number);
            }
        }
    }

    private static void add(Map<String, Set<Integer>> rules, String prefix, int number) {
        rules.computeIfAbsent(prefix, absent -> new TreeSet<>()).add(number);
    }
}
