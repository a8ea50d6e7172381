package org.arolang.language.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.diagnostic.DiagnosticRenderer;
import org.arolang.language.print.SourcePrinter;
import org.arolang.language.print.TreeText;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Program;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Whatever the text, there is a tree, diagnostics have places in it, and what was read without error is printed and read again as the same
 * tree. Each test runs for {@code -Daro.fuzz.seconds} (less than a second by default); a failure names its seed, and
 * {@code -Daro.fuzz.seed} starts there.
 */
class FuzzTest {

    private static final String[] TOKENS = {
        "<", ">", "(", ")", "{", "}", "[", "]", ":", "::", ".", "-", ",", ";", "@", "?", "->", "=>", "=", "==", "!=", "<=", ">=", "+", "++",
        "*", "/", "%", "|", "|>", "!", "5", "1.5", "-3", "0x1F", "1e", "\"a\"", "'b'", "\"${a}\"", "\"${", "\"\"\"\n  x\n  \"\"\"", "/re/i",
        "(*", "*)", "//", "\n", "Log", "Extract", "Return", "a", "the", "x", "user", "to", "from", "with", "for", "each", "in", "where",
        "when",
        "while", "match", "case", "otherwise", "break", "parallel", "concurrency", "is", "not", "and", "or", "exists", "contains",
        "matches",
        "empty", "true", "null", "by", "order", "limit", "default", "between", "Publish", "Require", "as", "import", "Action", "takes",
        "sum",
        "<x>", "<a: b>", "the <y>", "(A: B) {", "# ", "\\", "é", "😀", "\uFEFF", "\u0000", "\r\n"
    };

    private static void fuzz(Function<Random, String> generator, boolean valid) {
        long seed = Long.getLong("aro.fuzz.seed", 1);
        Duration duration = Duration.ofMillis((long) (1000 * Double.parseDouble(System.getProperty("aro.fuzz.seconds", "0.7"))));
        Instant end = Instant.now().plus(duration);
        do {
            String text = generator.apply(new Random(seed));
            try {
                check(text, valid);
            } catch (RuntimeException | AssertionError | StackOverflowError failed) {
                fail("seed " + seed + "\n" + text, failed);
            }
            seed++;
        } while (Instant.now().isBefore(end));
    }

    private static void check(String text, boolean valid) {
        SourceFile file = new SourceFile("f.aro", text);
        for (ParseResult result : List.of(Parser.parse(file), Parser.parseSnippet(file))) {
            for (Diagnostic diagnostic : result.diagnostics()) {
                assertThat(diagnostic.span().end()).isLessThanOrEqualTo(text.length());
                assertThat(diagnostic.message()).isNotBlank().doesNotContainPattern("\\R|\\p{Cntrl}");
            }
            DiagnosticRenderer.report(List.of(file), result.diagnostics());
            result.program().featureSets().forEach(TreeText::of);
            String printed = SourcePrinter.print(result.program());
            if (!result.hasErrors()) {
                Program again = Parser.parse(new SourceFile("printed", printed)).program();
                assertThat(Shape.of(again)).as(printed).isEqualTo(Shape.of(result.program()));
                assertThat(SourcePrinter.print(again)).isEqualTo(printed);
            } else if (valid && result.program().file() == file) {
                fail(DiagnosticRenderer.report(List.of(file), result.diagnostics()));
            }
        }
        Span part = new Span(text.length() / 3, text.length() - text.length() / 3);
        Parser.parseExpression(file, part);
        Parser.parseStatements(file, part);
    }

    @Test
    void generatedPrograms() {
        fuzz(random -> new SourceGenerator(random).program(), true);
    }

    @Test
    void characters() {
        String common = "<>(){}[]:.-,;=!+*/%|\"'$\\ \n\t\r01ex_aLog\u00A0\u2028é";
        fuzz(
                random -> {
                    StringBuilder text = new StringBuilder(random.nextBoolean() ? "(A: B) { " : "");
                    for (int i = random.nextInt(200); i > 0; i--) {
                        if (random.nextInt(20) == 0) {
                            text.append((char) random.nextInt(0x10000));
                        } else {
                            text.append(common.charAt(random.nextInt(common.length())));
                        }
                    }
                    return text.toString();
                },
                false);
    }

    @Test
    void tokens() {
        fuzz(
                random -> {
                    StringBuilder text = new StringBuilder("(A: B) { ");
                    for (int i = random.nextInt(80); i > 0; i--) {
                        text.append(TOKENS[random.nextInt(TOKENS.length)]).append(random.nextInt(4) == 0 ? "" : " ");
                    }
                    return text.toString();
                },
                false);
    }

    @Test
    void mutations() throws IOException {
        List<String> seeds = new ArrayList<>();
        try (Stream<Path> cases = Files.list(Path.of("src/test/resources/parse"))) {
            for (Path path : cases.sorted().toList()) {
                seeds.addAll(List.of(Files.readString(path).split("\n=== |\n---\n|\n\n")));
            }
        }
        fuzz(random -> mutate(random,
                random.nextBoolean() ? new SourceGenerator(random).program() : seeds.get(random.nextInt(seeds.size()))), false);
    }

    private static String mutate(Random random, String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            int to = Math.min(mutated.length(), at + random.nextInt(8));
            switch (random.nextInt(3)) {
                case 0 -> mutated.delete(at, to);
                case 1 -> mutated.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
                default -> mutated.insert(at, mutated.substring(at, to));
            }
        }
        return mutated.toString();
    }
}
