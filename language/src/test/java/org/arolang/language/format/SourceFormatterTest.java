package org.arolang.language.format;

import org.arolang.language.parse.ParseResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.source.SourceFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The canonical layout, rule by rule ([TOOL-221], [TOOL-222]). */
class SourceFormatterTest {

    @Test
    void importsComeFirstAndFeatureSetsAreOneLineApart() {
        assertThat(format("""
            // The board.
            import   ../stock
            import ../users // people


            (A:X){Log "a" to the <console>.}
            // about B
            (B: X takes <kg:Integer>) {
            }


            (C: Y Handler<status:paid,sent;tier:gold>) WHEN <total>>10 { }
            // the end
            """)).isEqualTo("""
            // The board.
            import ../stock
            import ../users  // people

            (A: X) {
                Log "a" to the <console>.
            }

            // about B
            (B: X takes <kg: Integer>) {
            }

            (C: Y Handler<status:paid,sent;tier:gold>) when <total> > 10 {
            }
            // the end
            """);
    }

    @Test
    void tokensAreOneBlankApart() {
        assertStatement("Compute the <t> from - <a>*( <b :x.y>+2 )/<c>[ 0 ] - 1.",
                "Compute the <t> from -<a> * (<b: x.y> + 2) / <c>[0] - 1.");
        assertStatement("Create the <m> with{a:1,b:[ 1,-2 ],c:{ },}.", "Create the <m> with { a: 1, b: [1, -2], c: {} }.");
        assertStatement("Filter the <x> from the <y> where <n>>=3 and(<k> in [1] or created-at<5).",
                "Filter the <x> from the <y> where <n> >= 3 and (<k> in [1] or created-at < 5).");
        assertStatement("Compute the <t: trim|hash> from <a>.", "Compute the <t: trim | hash> from <a>.");
        assertStatement("Extract the <x: 0-19> from the <tea - pots>.", "Extract the <x: 0-19> from the <tea-pots>.");
        assertStatement("Reduce the <x> from the <y> with sum( <n> ).", "Reduce the <x> from the <y> with sum(<n>).");
        assertStatement("Log <book>.title.length to the <console> when <n>= 5.", "Log <book>.title.length to the <console> when <n> = 5.");
    }

    @Test
    void keywordsAreLowerCaseAndNamesAsWritten() {
        assertStatement("<Log> TRUE To The <Console> WHEN <A> IS NOT Empty..", "Log true to the <Console> when <A> is not empty.");
        assertStatement("Log <x>.the to the <console> when 0x1F>1.50e2.", "Log <x>.the to the <console> when 0x1F > 1.50e2.");
    }

    @Test
    void blankLinesAndCommentsStayWithTheirNeighbours() {
        assertThat(format("""
            (A: X) { // head

              // first

                  // second
                Log 1 to the <console>. (* behind *)   // and more   \s


                (* a block
                   of two lines *)
                match <x> { case 1 { } // one
                   // none
                   otherwise { Log 2 to the <console>.

                   // last
                   } }

            }
            """)).isEqualTo("""
            (A: X) {  // head
                // first

                // second
                Log 1 to the <console>.  (* behind *)  // and more

                (* a block
                   of two lines *)
                match <x> {
                    case 1 {
                    }  // one
                    // none
                    otherwise {
                        Log 2 to the <console>.

                        // last
                    }
                }
            }
            """);
    }

    @Test
    void aStatementWithACommentInsideIsKept() {
        assertThat(format("""
            (A: X) {
                    Create the <m> with {
                        a:1, // first
                        b: 2
                    }.
            }
            """)).isEqualTo("""
            (A: X) {
                Create the <m> with {
                    a:1, // first
                    b: 2
                }.
            }
            """);
    }

    @Test
    void mapsListsAndPipelinesThatWereWrittenOverSeveralLinesStayBroken() {
        assertThat(format("""
            (A: X) {
                Create the <m> with {
                  a: 1, b: [
                    1, 2], c: { d: 3 } }.
                Create the <n> with { a: 1,
                    b: 2 }.
                Extract the <x> from the <m> |> Compute the <y> from <x> * 2
                  |> Log <y> to the <console>.
            }
            """)).isEqualTo("""
            (A: X) {
                Create the <m> with {
                    a: 1,
                    b: [
                        1,
                        2
                    ],
                    c: { d: 3 }
                }.
                Create the <n> with { a: 1, b: 2 }.
                Extract the <x> from the <m>
                    |> Compute the <y> from <x> * 2
                    |> Log <y> to the <console>.
            }
            """);
    }

    @Test
    void whatDoesNotFitIsBroken() {
        assertThat(format("""
            (A: X) {
                Create the <measurement> with { station: "Emden", latitude: 53.3674, longitude: 7.2071, kind: "tide" }.
                Filter the <measurements> from the <all-measurements> where <station> is "Emden" order by <time> desc limit 10.
            }
            """)).isEqualTo("""
            (A: X) {
                Create the <measurement> with {
                    station: "Emden",
                    latitude: 53.3674,
                    longitude: 7.2071,
                    kind: "tide"
                }.
                Filter the <measurements> from the <all-measurements>
                    where <station> is "Emden"
                    order by <time> desc
                    limit 10.
            }
            """);
    }

    private static void assertStatement(String written, String expected) {
        assertThat(format("(A: X) {\n" + written + "\n}")).isEqualTo("(A: X) {\n    " + expected + "\n}\n");
    }

    private static String format(String text) {
        SourceFile file = new SourceFile("a.aro", text);
        ParseResult parsed = Parser.parse(file);
        assertThat(parsed.diagnostics()).isEmpty();
        return SourceFormatter.format(file, parsed);
    }
}
