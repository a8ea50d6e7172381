package org.arolang.runtime.value;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

/** [VAL-62] to [VAL-64], [DATA-190], [DATA-191]. */
class MatchingTest {

    /** W14. */
    @Test
    void matches() {
        Object[][] table = {{"ab-123", RegexValue.of("^AB-\\d+$", "i"), true}, {"ab-123", RegexValue.of("^AB-\\d+$", ""), false},
            {"xaby", "ab", true}, {"a\nb", RegexValue.of("a.b", "s"), true},
            {"a\nb", "a.b", false}, {"a\nb", RegexValue.of("^b$", "m"), true}, {5L, "5", false}, {"5", 5L, false},
            {"ÄB", RegexValue.of("äb", "ig"), true}, {"é", "^\\w$", true}, {html("x"), "x", true},
            {"aa", "(?<c>a)\\k<c>", true}, {"", "", true}};
        for (Object[] row : table) assertThat(Matching.matches(row[0], row[1])).as("%s matches %s", row[0], row[1]).isEqualTo(row[2]);
        assertThat(result(() -> Matching.matches("a", "(a"))).isEqualTo("! Invalid regular expression: (a");
        assertThat(result(() -> RegexValue.of("[", ""))).isEqualTo("! Invalid regular expression: [");
        assertThat(Matching.compiled("abc")).isSameAs(Matching.compiled("abc"));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void hostileInputIsBounded() {
        assertThat(result(() -> Matching.matches("a".repeat(40) + "b", "^(a|aa|a?)+$"))).isIn("! Regular expression timed out", false);
        assertThat(result(() -> Matching.matches("x".repeat(5000), "(.*)(.*)(.*)(.*)(.*)y"))).isEqualTo("! Regular expression timed out");
    }

    @Test
    void split() {
        Object[][] table = {{",", "a,b,,c,", list("a", "b", "", "c", "")}, {",", "abc", list("abc")}, {",", "", list("")},
            {",", ",a", list("", "a")}, {"\\s+", "a  b\tc", list("a", "b", "c")},
            {"", "abc", list("a", "b", "c")}, {"x*", "axb", list("a", "b")}};
        for (Object[] row : table) {
            assertThat(ListValue.copyOf(Matching.split(RegexValue.of((String) row[0], ""), (String) row[1]))).as("%s in %s", row[0], row[1])
                    .isEqualTo(row[2]);
        }
    }
}
