package org.arolang.language.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.diagnostic.DiagnosticRenderer;
import org.arolang.language.print.TreeText;
import org.arolang.language.source.Position;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.FeatureSet;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases in {@code src/test/resources/parse/*.cases}. A case is a title line {@code === mode: title}, source text, {@code ---}, and what is
 * made of it: trees ({@link TreeText}) and, marked with {@code !}, diagnostics as {@code line:column severity code: message «span»}. Modes:
 *
 * <ul>
 *   <li>{@code lines}: every line is a snippet of its own;
 *   <li>{@code expressions}: every line is an expression;
 *   <li>{@code text}: all of it is one snippet or file;
 *   <li>{@code report}: the same, and the result is the report of {@link DiagnosticRenderer} with {@code main.aro} as the file.
 * </ul>
 *
 * <p>With {@code -Daro.snippets.update=true} the results are written instead of compared.
 */
class ParseCasesTest {

    private static final Path ROOT = Path.of("src/test/resources/parse");

    private record Case(String mode, String title, String source, String expected) {}

    @TestFactory
    Stream<DynamicContainer> cases() throws IOException {
        try (Stream<Path> entries = Files.list(ROOT)) {
            List<DynamicContainer> files = new ArrayList<>();
            for (Path path : entries.filter(p -> p.toString().endsWith(".cases")).sorted().toList()) {
                List<Case> cases = read(path);
                if (Boolean.getBoolean("aro.snippets.update")) {
                    update(path, cases);
                }
                Stream<DynamicTest> tests = cases.stream()
                        .map(c -> DynamicTest.dynamicTest(c.title(), path.toUri(), () -> assertThat(result(c)).isEqualTo(c.expected())));
                files.add(DynamicContainer.dynamicContainer(path.getFileName().toString(), tests));
            }
            return files.stream();
        }
    }

    private static List<Case> read(Path path) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String part : ("\n" + Files.readString(path)).split("\n=== ")) {
            if (part.isBlank()) {
                continue;
            }
            int title = part.indexOf('\n');
            int rule = part.indexOf("\n---\n", title - 1);
            String[] head = part.substring(0, title).split(": ", 2);
            String source = part.substring(title + 1, rule < 0 ? part.length() : rule);
            String expected = rule < 0 ? "" : part.substring(rule + 5).stripTrailing();
            cases.add(new Case(head[0], head[1], source.stripTrailing(), expected));
        }
        return cases;
    }

    private static void update(Path path, List<Case> cases) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Case c : cases) {
            text.append("=== ").append(c.mode()).append(": ").append(c.title()).append('\n').append(c.source());
            text.append("\n---\n").append(result(c)).append("\n\n");
        }
        Files.writeString(path, text.toString().stripTrailing() + "\n");
    }

    private static String result(Case c) {
        StringBuilder result = new StringBuilder();
        switch (c.mode()) {
            case "lines" -> c.source().lines().forEach(line -> result.append(snippet(line)));
            case "expressions" -> c.source().lines().forEach(line -> result.append(expression(line)));
            case "text" -> result.append(snippet(c.source()));
            case "report" -> {
                SourceFile file = new SourceFile("main.aro", c.source());
                result.append(DiagnosticRenderer.report(List.of(file), Parser.parseSnippet(file).diagnostics()));
            }
            default -> throw new IllegalArgumentException(c.mode());
        }
        return result.toString().stripTrailing();
    }

    private static String expression(String line) {
        SourceFile file = new SourceFile("main.aro", line);
        ExpressionResult parsed = Parser.parseExpression(file, new Span(0, line.length()));
        return TreeText.of(parsed.expression()) + "\n" + diagnostics(file, parsed.diagnostics());
    }

    private static String snippet(String source) {
        SourceFile file = new SourceFile("main.aro", source);
        ParseResult parsed = Parser.parseSnippet(file);
        StringBuilder result = new StringBuilder();
        parsed.program().imports().forEach(i -> result.append("(import ").append(i.path()).append(")\n"));
        for (FeatureSet featureSet : parsed.program().featureSets()) {
            boolean snippet = featureSet.name().equals(Parser.SNIPPET_NAME);
            if (!snippet || !featureSet.body().isEmpty()) {
                result.append(snippet ? TreeText.of(featureSet.body()) : TreeText.of(featureSet)).append('\n');
            }
        }
        return result + diagnostics(file, parsed.diagnostics());
    }

    private static String diagnostics(SourceFile file, List<Diagnostic> diagnostics) {
        StringBuilder result = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            Span span = diagnostic.span();
            Position place = file.position(span.start());
            result.append("! ").append(place.line()).append(':').append(place.column()).append(' ');
            result.append(diagnostic.severity().name().toLowerCase(Locale.ROOT)).append(' ').append(diagnostic.code()).append(": ");
            result.append(diagnostic.message()).append(" «").append(file.text(span).replace("\n", "⏎")).append("»\n");
        }
        return result.toString();
    }
}
