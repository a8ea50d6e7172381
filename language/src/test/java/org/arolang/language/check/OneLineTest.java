package org.arolang.language.check;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Source text quoted in messages: DEC-10. */
class OneLineTest {

    @Test
    void whiteSpaceAndCommentsBecomeOneBlank() {
        assertThat(OneLine.of("{\n    a: 1, // one\n    b:\t2 (* two\n *) }")).isEqualTo("{ a: 1, b: 2 }");
        assertThat(OneLine.of("(* at first *) the <x>")).isEqualTo("the <x>");
    }

    @Test
    void stringsKeepTheirBlanks() {
        assertThat(OneLine.of("\"a  // b\"  ++  'c  (* d'")).isEqualTo("\"a  // b\" ++ 'c  (* d'");
        assertThat(OneLine.of("\"a\\\"  b\" + 1")).isEqualTo("\"a\\\"  b\" + 1");
        assertThat(OneLine.of("\"unended")).isEqualTo("\"unended");
    }

    @Test
    void nothingSteersATerminal() {
        assertThat(OneLine.printable("a\u001b[31mb\nc\u202ed")).isEqualTo("a\uFFFD[31mb c\uFFFDd");
    }
}
