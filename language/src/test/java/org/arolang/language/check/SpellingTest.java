package org.arolang.language.check;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Hints for misspelt names: DATA-71. */
class SpellingTest {

    private static final List<String> KNOWN = List.of("length", "last", "list", "sum", "sort");

    @Test
    void insertDeleteReplaceAndSwapCountAsOneEdit() {
        assertThat(Spelling.nearest("lenght", KNOWN)).isEqualTo("length");
        assertThat(Spelling.nearest("summ", KNOWN)).isEqualTo("sum");
        assertThat(Spelling.nearest("lngth", KNOWN)).isEqualTo("length");
        assertThat(Spelling.nearest("lenxth", KNOWN)).isEqualTo("length");
    }

    @Test
    void equallyNearNamesGoByCodePointOrder() {
        assertThat(Spelling.nearest("lost", KNOWN)).isEqualTo("last");
        assertThat(Spelling.nearest("lst", KNOWN)).isEqualTo("last");
    }

    @Test
    void nothingFartherThanTwoEdits() {
        assertThat(Spelling.nearest("frobnicate", KNOWN)).isNull();
        assertThat(Spelling.nearest("sortable", KNOWN)).isNull();
    }
}
