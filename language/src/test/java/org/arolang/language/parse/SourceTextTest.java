package org.arolang.language.parse;

import java.util.List;
import java.util.function.Function;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.diagnostic.DiagnosticRenderer;
import org.arolang.language.print.TreeText;
import org.arolang.language.source.Position;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Program;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be shown in a case file: line ends, marks, places, and the parts of the tree that {@link TreeText} leaves out. */
class SourceTextTest {

    private static SourceFile file(String text) {
        return new SourceFile("main.aro", text);
    }

    private static List<Statement> statements(String text) {
        ParseResult result = Parser.parseSnippet(file(text));
        assertThat(result.diagnostics()).isEmpty();
        return result.program().featureSets().getFirst().body();
    }

    private static Statement.Action action(String text) {
        return (Statement.Action) statements(text).getFirst();
    }

    private static Qualifier qualifier(String reference) {
        Result.Sink sink = (Result.Sink) action("Log " + reference + " to the <console>.").result();
        return ((Expression.Variable) sink.expression()).reference().qualifier();
    }

    @Test
    void aByteOrderMarkIsSkippedAndCountsForNothing() { // [SYN-103]
        ParseResult result = Parser.parse(file("\uFEFF(A: B) { 5 }"));
        assertThat(result.program().featureSets()).hasSize(1);
        assertThat(DiagnosticRenderer.report(List.of(result.program().file()), result.diagnostics()))
                .contains("main.aro:1:10\n    1 | (A: B) { 5 }\n      |          ^\n");
        assertThat(Parser.parse(file("(A: B) { \uFEFF }")).diagnostics()).extracting(Diagnostic::message)
                .containsExactly("Unexpected character 'U+FEFF'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u000B", "\f", "\u0085", "\u2028", "\u2029"})
    void everyLineEndCountsOnce(String end) { // [SYN-104], [SYN-112]
        SourceFile file = file("(A: B) {" + end + end + "  5." + end + "}");
        Span span = Parser.parse(file).diagnostics().getFirst().span();
        assertThat(file.position(span.start())).isEqualTo(new Position(3, 3));
        assertThat(file.line(3)).isEqualTo("  5.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsInBlockStringsBecomeLineFeeds(String end) { // [SYN-104], [SYN-135]
        String text = "Log \"\"\"" + end + "  a" + end + end + "  b" + end + "  \"\"\" to the <console>.";
        assertThat(TreeText.of(statements(text))).isEqualTo("(Log (sink \"a\\n\\nb\") to the <console>)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u3000", "\t", "\u2003", "\u2028"})
    void unicodeWhiteSpaceSeparates(String blank) { // [SYN-112]
        assertThat(TreeText.of(statements("Log" + blank + "<a>" + blank + "to" + blank + "the <b>.")))
                .isEqualTo("(Log (sink <a>) to the <b>)");
    }

    @Test
    void columnsCountCodePoints() { // chapter 01, conventions
        SourceFile file = file("Log \"😀😀\"\t5.");
        Span span = Parser.parseSnippet(file).diagnostics().getFirst().span();
        assertThat(file.position(span.start())).isEqualTo(new Position(1, 10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        <d: -3h>; DATE_OFFSET; -3h; [-3h]
        <n: stats.sort | list.take>; CHAIN; stats.sort|list.take; [stats.sort|list.take]
        <p: 0, 3,7>; PICK; 0,3,7; [0,3,7]
        <r: 0 - 19>; RANGE; 0-19; [0-19]
        <o: buyer.city>; PATH; buyer.city; [buyer, city]
        <t: mails/hi.tpl>; PATH; mails/hi.tpl; [mails/hi, tpl]
        <x: List<Book>>; GENERIC; List<Book>; [List<Book>]
        <m: Map<String,Integer>>; GENERIC; Map<String, Integer>; [Map<String, Integer>]
        <x: 3>; INDEX; 3; [3]
        <e: order: total>; PATH; order.total; [order, total]
        <o: lines.0.price>; PATH; lines.0.price; [lines, 0, price]
        <r: as String>; PATH; String; [String]
        <h: headers.Content-Type>; PATH; headers.Content-Type; [headers, Content-Type]
        """)
    void qualifiers(String reference, Qualifier.Form form, String raw, String specifiers) { // C9, C53, [SYN-202], [SYN-217]
        Qualifier qualifier = qualifier(reference);
        assertThat(qualifier.form()).isEqualTo(form);
        assertThat(qualifier.raw()).isEqualTo(raw);
        assertThat(qualifier.specifiers()).hasToString(specifiers);
    }

    @Test
    void quotedQualifiersAreOneText() { // [SYN-214], [SYN-217], [DEC-28]
        assertThat(qualifier("<u: \"https://a.b/c\">"))
                .extracting(Qualifier::quoted, Qualifier::raw, Qualifier::specifiers)
                .containsExactly(true, "https://a.b/c", List.of("https://a.b/c"));
        assertThat(qualifier("<u: \"a.b\">").specifiers()).containsExactly("a.b");
        assertThat(ReferenceParser.specifiers("a..b.")).containsExactly("a", "b");
        for (String whole : List.of("/a.b", "./a.b", "../a.b", "~/a.b", "http://a.b", "https://a.b", "a|b.c", "List<a.b>")) {
            assertThat(ReferenceParser.specifiers(whole)).containsExactly(whole);
        }
    }

    @Test
    void valueSource() { // C13, C15, [SYN-414]
        assertThat(action("Create the <x> with <tea: name>.").valueSource()).isNull();
        assertThat(TreeText.of(action("Create the <x> with <tea-pot: name>.").valueSource())).isEqualTo("<tea-pot: name>");
        assertThat(action("Create the <x> with the <tea-pot: name>.").valueSource()).isNull();
        assertThat(TreeText.of(action("Return an <OK: status> for the <x> with 5.").valueSource())).isEqualTo("5");
        Statement.Action sleep = action("Sleep the <nap> for 500 milliseconds.");
        assertThat(((ActionObject.Value) sleep.object()).unit()).isEqualTo("milliseconds");
        assertThat(TreeText.of(sleep.valueSource())).isEqualTo("500");
    }

    @Test
    void spans() { // [SYN-641], [SYN-801]
        String text = "(A: B<c>) when <x> > 1 {\n Log the <a: b> to via the <c> with 1 + <d> where <e> = 2.\n while <x> { break . }\n}";
        text = text.replace("to via the <c>", "to the <c>");
        SourceFile file = file(text);
        ParseResult result = Parser.parse(file);
        assertThat(result.diagnostics()).isEmpty();
        FeatureSet set = result.program().featureSets().getFirst();
        Statement.Action log = (Statement.Action) set.body().get(0);
        Statement.While loop = (Statement.While) set.body().get(1);
        Function<Span, String> at = file::text;
        assertThat(at.apply(set.headerSpan())).isEqualTo("(A: B<c>)");
        assertThat(at.apply(set.nameSpan())).isEqualTo("A");
        assertThat(at.apply(set.activitySpan())).isEqualTo("B<c>");
        assertThat(at.apply(set.guardSpan())).isEqualTo("when <x> > 1");
        assertThat(at.apply(set.closingSpan())).isEqualTo("}");
        assertThat(at.apply(set.span())).isEqualTo(text);
        assertThat(at.apply(log.span())).isEqualTo("Log the <a: b> to the <c> with 1 + <d> where <e> = 2");
        assertThat(at.apply(log.verbSpan())).isEqualTo("Log");
        assertThat(at.apply(log.prepositionSpan())).isEqualTo("to");
        assertThat(at.apply(log.result().span())).isEqualTo("the <a: b>");
        Reference reference = ((Result.Noun) log.result()).reference();
        assertThat(at.apply(reference.span())).isEqualTo("<a: b>");
        assertThat(at.apply(reference.baseSpan())).isEqualTo("a");
        assertThat(at.apply(reference.qualifier().span())).isEqualTo("b");
        assertThat(at.apply(log.object().span())).isEqualTo("the <c>");
        assertThat(at.apply(log.clauses().with().span())).isEqualTo("1 + <d>");
        assertThat(at.apply(log.clauses().keywords().get(1).span())).isEqualTo("where");
        assertThat(at.apply(log.clauses().keywords().get(1).clause())).isEqualTo("where <e> = 2");
        assertThat(at.apply(loop.head())).isEqualTo("while <x>");
        assertThat(at.apply(loop.span())).isEqualTo("while <x> { break . }");
        assertThat(at.apply(loop.body().getFirst().span())).isEqualTo("break");
    }

    @Test
    void commentsAreKept() { // [SYN-113], [SYN-115]
        Program program = Parser.parse(file("(* a *)\n(A: B) { // b\n}")).program();
        assertThat(program.comments()).extracting(Program.Comment::text).containsExactly("(* a *)", "// b");
        assertThat(program.comments()).extracting(Program.Comment::block).containsExactly(true, false);
    }

    @Test
    void aLexicalErrorStopsTheAnalysis() { // [SYN-642]
        assertThat(Parser.parse(file("(A: B) { Log \"a }")).complete()).isFalse();
        assertThat(Parser.parse(file("(A: B) { Log # }")).complete()).isTrue();
    }

    @Test
    void snippets() { // [SYN-804]
        FeatureSet wrapper = Parser.parseSnippet(file("Log \"a\" to the <console>.")).program().featureSets().getFirst();
        assertThat(wrapper.name()).isEqualTo("_snippet_");
        assertThat(wrapper.activity()).isEqualTo("Interactive");
        assertThat(Parser.startsLikeFile(file("(* x *) (A: B) { }"))).isTrue();
        assertThat(Parser.startsLikeFile(file("Log \"a\"."))).isFalse();
        assertThat(Parser.parseSnippet(file("")).diagnostics()).isEmpty();
    }

    @Test
    void partsOfAFileKeepItsPlaces() {
        SourceFile file = file("<p>{{ <a> + }}</p>{{ Log 5. }}");
        ExpressionResult expression = Parser.parseExpression(file, new Span(5, 12));
        assertThat(expression.diagnostics()).extracting(d -> d.message() + "@" + d.span().start())
                .containsExactly("Expected expression, but got the end of the block@11");
        StatementsResult statements = Parser.parseStatements(file, new Span(20, 28));
        assertThat(statements.diagnostics()).extracting(d -> d.message() + "@" + d.span().start())
                .containsExactly("Expected preposition, but got '.'@26");
        assertThat(Parser.parseStatements(file, new Span(3, 3)).statements()).isEmpty();
    }
}
