package org.arolang.language.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.diagnostic.DiagnosticRenderer;
import org.arolang.language.parse.ParseResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.Program;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every {@code check/<name>.aro}, and every folder {@code check/<name>/} as one application, gives the report in {@code <name>.out}: what
 * {@code aro check} prints. A line {@code // options:} tells what surrounds the program: {@code operation=<id>}, {@code template=<path>},
 * {@code schema=<name>:<field>,<field>}, {@code plugins}, {@code snippet}.
 *
 * <p>With {@code -Daro.snippets.update=true} the reports are written instead of compared.
 */
class CheckSnippetsTest {

    private static final Path ROOT = Path.of("src/test/resources/check");
    private static final String OPTIONS = "// options:";

    @TestFactory
    Stream<DynamicTest> snippets() throws IOException {
        try (Stream<Path> entries = Files.list(ROOT)) {
            return entries.filter(entry -> Files.isDirectory(entry) || entry.toString().endsWith(".aro"))
                    .sorted()
                    .map(entry -> DynamicTest.dynamicTest(name(entry), entry.toUri(), () -> compare(entry)))
                    .toList()
                    .stream();
        }
    }

    private static void compare(Path entry) throws IOException {
        Path expected = ROOT.resolve(name(entry) + ".out");
        String report = report(sources(entry));
        if (Boolean.getBoolean("aro.snippets.update")) {
            Files.writeString(expected, report);
        }
        assertThat(report).isEqualTo(Files.readString(expected));
    }

    private static String report(List<SourceFile> files) {
        List<Program> programs = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (SourceFile file : files) {
            ParseResult result = Parser.parse(file);
            programs.add(result.program());
            diagnostics.addAll(result.diagnostics());
        }
        String[] options = options(files.getFirst());
        Application application = new Application(programs, Set.of(), environment(options));
        diagnostics.addAll(Checker.check(application, new MasterTable(List.of(options).contains("plugins"))));
        return DiagnosticRenderer.report(files, diagnostics);
    }

    private static Environment environment(String[] options) {
        Set<String> operations = new HashSet<>();
        Set<String> templates = new HashSet<>();
        Map<String, Set<String>> schemas = new HashMap<>();
        boolean snippet = false;
        for (String option : options) {
            String value = option.substring(option.indexOf('=') + 1);
            switch (option.split("=")[0]) {
                case "operation" -> operations.add(value);
                case "template" -> templates.add(value);
                case "schema" -> schemas.put(value.split(":")[0], Set.of(value.split(":")[1].split(",")));
                case "snippet" -> snippet = true;
                case "plugins", "" -> {}
                default -> throw new IllegalArgumentException(option);
            }
        }
        Environment environment = Environment.NONE.withContract(operations, schemas)
                .withTemplates(templates.isEmpty() ? null : templates::contains);
        return snippet ? environment.asSnippet() : environment;
    }

    private static String[] options(SourceFile file) {
        return file.text()
                .lines()
                .filter(line -> line.startsWith(OPTIONS))
                .map(line -> line.substring(OPTIONS.length()).strip().split(" "))
                .findFirst()
                .orElse(new String[0]);
    }

    private static List<SourceFile> sources(Path entry) throws IOException {
        if (!Files.isDirectory(entry)) {
            return List.of(new SourceFile(entry.getFileName().toString(), Files.readString(entry)));
        }
        try (Stream<Path> files = Files.list(entry)) {
            List<SourceFile> sources = new ArrayList<>();
            for (Path file : files.sorted(Comparator.comparing(CheckSnippetsTest::isNotMain)).toList()) {
                sources.add(new SourceFile(file.getFileName().toString(), Files.readString(file)));
            }
            return sources;
        }
    }

    /** {@code main} first, the others by path ([SYN-106]). */
    private static String isNotMain(Path file) {
        return (file.getFileName().toString().equals("main.aro") ? "0" : "1") + file;
    }

    private static String name(Path entry) {
        return entry.getFileName().toString().replaceAll("\\.aro$", "");
    }
}
