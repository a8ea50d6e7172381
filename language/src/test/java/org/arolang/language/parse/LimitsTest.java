package org.arolang.language.parse;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.print.SourcePrinter;
import org.arolang.language.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nesting is bounded whatever the text ([SYN-643]), and the time is linear in its length. */
class LimitsTest {

    /** Texts of a given depth, made so that something nests. */
    static Stream<Arguments> nested() {
        return Stream.of(
                Arguments.of("parentheses", (IntFunction<String>) n -> expression("(".repeat(n) + "1" + ")".repeat(n))),
                Arguments.of("lists", (IntFunction<String>) n -> expression("[".repeat(n) + "]".repeat(n))),
                Arguments.of("maps", (IntFunction<String>) n -> expression("{a:".repeat(n) + "1" + "}".repeat(n))),
                Arguments.of("not", (IntFunction<String>) n -> expression("not ".repeat(n) + "1")),
                Arguments.of("minus", (IntFunction<String>) n -> expression("- ".repeat(n) + "1")),
                Arguments.of("subscripts", (IntFunction<String>) n -> expression("<a>[".repeat(n) + "1" + "]".repeat(n))),
                Arguments.of("operands", (IntFunction<String>) n -> expression("1 + (2 * ".repeat(n / 2) + "1" + ")".repeat(n / 2))),
                Arguments.of("interpolation", (IntFunction<String>) n -> expression("\"${" + "(".repeat(n) + "1" + ")".repeat(n) + "}\"")),
                Arguments.of("types", (IntFunction<String>) n -> "Log <x: " + "L<".repeat(n) + "T" + ">".repeat(n) + "> to the <c>."),
                Arguments.of("conditions",
                        (IntFunction<String>) n -> "Filter the <x> from <y> where " + "(".repeat(n) + "a = 1" + ")".repeat(n) + "."),
                Arguments.of("while", (IntFunction<String>) n -> "while <x> {".repeat(n) + "}".repeat(n)),
                Arguments.of("for each", (IntFunction<String>) n -> "for each <x> in <y> {".repeat(n) + "}".repeat(n)),
                Arguments.of("match", (IntFunction<String>) n -> "match <x> { case 1 {".repeat(n) + "} }".repeat(n)));
    }

    private static String expression(String text) {
        return "Create the <x> with " + text + ".";
    }

    private static List<Diagnostic> parse(String text) {
        return Parser.parseSnippet(new SourceFile("f", text)).diagnostics();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nested")
    void twoHundredLevelsAreAccepted(String name, IntFunction<String> text) {
        assertThat(parse(text.apply(200))).filteredOn(Diagnostic::isError).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nested")
    void beyondTheLimitIsADiagnosticEvenOnASmallStack(String name, IntFunction<String> text) throws InterruptedException {
        for (int depth : new int[]{Nesting.MAX_DEPTH - 10, Nesting.MAX_DEPTH * 2, 20_000}) {
            onSmallStack(() -> {
                ParseResult result = Parser.parseSnippet(new SourceFile("f", text.apply(depth)));
                assertThat(result.diagnostics()).filteredOn(d -> d.code().equals("nesting")).hasSize(depth > Nesting.MAX_DEPTH ? 1 : 0)
                        .allSatisfy(d -> assertThat(d.message()).isEqualTo("Nesting too deep"));
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nested")
    void aStackThatIsTooSmallIsADiagnosticToo(String name, IntFunction<String> text) throws InterruptedException {
        onStack(144, () -> parse(text.apply(Nesting.MAX_DEPTH - 10)));
    }

    @Test
    void chainsAreBoundedToo() throws InterruptedException {
        assertThat(parse(expression("1" + " + 1".repeat(380)))).isEmpty();
        for (String link : List.of(" + 1", ".a", "[0]", " exists", " or 1", " == 1", " is Text")) {
            onSmallStack(() -> {
                ParseResult result = Parser.parseSnippet(new SourceFile("f", expression("<x>" + link.repeat(380))));
                assertThat(result.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
                SourcePrinter.print(result.program());
                assertThat(parse(expression("<x>" + link.repeat(20_000)))).extracting(Diagnostic::code).contains("nesting");
            });
        }
    }

    @Test
    void theShorthandCannotMakeATreeExplode() {
        String doubling = "(".repeat(150) + "<x> == 1" + " or 2) == 3".repeat(150);
        assertThat(parse("Log \"a\" to the <c> when " + doubling + ".")).extracting(Diagnostic::code).contains("nesting");
    }

    @Test
    void aRegexTooLargeForTheJdkIsInvalid() throws InterruptedException {
        onSmallStack(() -> {
            assertThat(parse("Split the <a> from <b> by /" + "(".repeat(100_000) + ")".repeat(100_000) + "/."))
                    .extracting(Diagnostic::code).containsExactly("invalid-regex");
            parse("Split the <a> from <b> by /" + "[a]?".repeat(50_000) + "/.");
        });
    }

    /** Less than the megabyte that threads have by default. */
    private static void onSmallStack(Runnable work) throws InterruptedException {
        onStack(768, work);
    }

    private static void onStack(int kilobytes, Runnable work) throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(null, work, "small", kilobytes * 1024L);
        thread.setUncaughtExceptionHandler((_, error) -> thrown[0] = error);
        thread.start();
        thread.join();
        assertThat(thrown[0]).isNull();
    }

    /** Texts of n repetitions that tempt a parser to look at the same characters again and again. */
    static Stream<String> tempting() {
        return Stream.of(
                "(* ", "\"", "'", "\"\"\"\n", "<", "<a", "<a: ", "/a", "/\\/", "/ /x", "(", "(a ", "(a:", "{", "{ a: ", "[", "\"${",
                "\"${a} ",
                "\"${(* }\"\n", "\"${'", "a.", "A.", "Log ", "Log <a> ", "Log <a>.", "|> ", "x\\", "\\", "1e ", "0x ", "- ", "-1", "not ",
                "case ", "match ",
                "match <x> {", "match <x> { case 1 {", "for each ", "while ", "}", ")", "]", ">", ">=", "<a>>=", "import ", "import a\n",
                "(A: B) {",
                "(A: B) { Log 5. }\n", "Log \"a\" to <c> where (", "when ", "where a = 1 or ", "by a, ", "<a: b|", "<a: L<", "a-", "<a-",
                "#", "Publish as ",
                "/*", "//", "(*", "*)", "\"a\\q\"", "Log <x>=5 to <c>. ", "Create the <x> with { a: 1, a: ", "\r", "\u2028", "{}", "5",
                "5.", "5-");
    }

    @ParameterizedTest
    @MethodSource("tempting")
    void timeIsLinear(String unit) {
        long small = Math.min(timed(unit, 4_000), timed(unit, 4_000));
        long large = timed(unit, 32_000);
        // Eight times the text: linear is about eight times the time, quadratic sixty-four. Short times are noise.
        if (large > 1_000_000_000) {
            assertThat(Math.min(large, timed(unit, 32_000))).isLessThan(small * 24);
        }
    }

    private static long timed(String unit, int repetitions) {
        String text = "(A: B) {\n" + unit.repeat(repetitions);
        long start = System.nanoTime();
        Parser.parse(new SourceFile("f", text));
        return System.nanoTime() - start;
    }
}
