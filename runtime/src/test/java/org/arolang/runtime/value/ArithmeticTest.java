package org.arolang.runtime.value;

import java.math.BigInteger;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

/** [VAL-8], [VAL-50] to [VAL-58]. */
class ArithmeticTest {

    private static final Map<String, BinaryOperator<Object>> OPERATORS = Map.of("+", Arithmetic::add, "-", Arithmetic::subtract, "*",
            Arithmetic::multiply,
            "/", Arithmetic::divide, "%", Arithmetic::remainder);

    /** W1, W2, W4 to W7. */
    @Test
    void operators() {
        long most = Long.MAX_VALUE;
        long least = Long.MIN_VALUE;
        String mismatch = "! Type mismatch: Cannot convert ";
        Object[][] table = {{7L, "/", 2L, 3L}, {-7L, "/", 2L, -3L}, {7.0, "/", 2L, 3.5}, {7L, "/", 2.0, 3.5}, {"5", "+", 3L, 8.0},
            {2.0, "*", 3L, 6.0}, {-7L, "%", 3L, -1L}, {7L, "%", -3L, 1L},
            {1L, "+", 2L, 3L}, {1L, "-", 2.5, -1.5}, {"5", "*", "3", 15.0}, {"6", "/", "3", 2.0}, {"6", "-", 1L, 5.0}, {"1", "+", "2", 3.0},
            {most, "+", 1L, "! Integer overflow"}, {least, "-", 1L, "! Integer overflow"}, {most, "*", 2L, "! Integer overflow"},
            {least, "/", -1L, "! Integer overflow"},
            {least, "%", -1L, 0L}, {9007199254740993L, "+", 0L, 9007199254740993L}, {4L, "/", 0L, "! Division by zero"},
            {4.0, "/", 0.0, "! Division by zero"}, {4L, "%", 0L, "! Division by zero"},
            {4L, "/", -0.0, "! Division by zero"}, {"4", "/", "0", "! Division by zero"},
            {5.0, "%", 2L, "! Type mismatch: Expected integers for modulo operation"},
            {"5", "%", 2L, "! Type mismatch: Expected integers for modulo operation"}, {"ab", "*", 3L, "ababab"}, {3L, "*", "ab", "ababab"},
            {"5", "*", 3L, "555"}, {"ab", "*", -1L, ""},
            {"ab", "*", 2.9, "abab"}, {"ab", "*", 0L, ""}, {"ab", "*", Double.NaN, ""}, {"ab", "*", 1e12, "! String too large"},
            {"", "*", 1e12, ""}, {"a", "+", "b", "ab"},
            {"no ", "+", 7L, "no 7"}, {"5", "+", "x", "5x"}, {list(1L), "+", "x", "[1]x"}, {"a", "-", 1L, mismatch + "String to number"},
            {1L, "-", "a", mismatch + "String to number"},
            {"a", "/", 1L, mismatch + "String to number"}, {"a", "*", "2", mismatch + "String to number"},
            {true, "+", 1L, mismatch + "Boolean to number"},
            {1L, "+", NULL, mismatch + "Null to number"}, {date("2025-01-01"), "+", 1L, mismatch + "Date to number"},
            {list(), "-", object(), mismatch + "List to number"},
            {1e308, "*", 10L, Double.POSITIVE_INFINITY}, {html("a"), "+", 1L, "a1"}};
        for (Object[] row : table) {
            BinaryOperator<Object> operator = OPERATORS.get((String) row[1]);
            assertThat(result(() -> operator.apply(row[0], row[2]))).as("%s %s %s", row[0], row[1], row[2]).isEqualTo(row[3]);
        }
    }

    /** [VAL-55]: 100 MiB is the limit, in UTF-8. */
    @Test
    void repetitionIsBounded() {
        assertThat(result(() -> Arithmetic.multiply("a", (100L << 20) + 1))).isEqualTo("! String too large");
        assertThat(result(() -> Arithmetic.multiply("é", (50L << 20) + 1))).isEqualTo("! String too large");
    }

    /** [VAL-56]. */
    @Test
    void negation() {
        assertThat(Arithmetic.negate((Object) 3L)).isEqualTo(-3L);
        assertThat(Arithmetic.negate((Object) 2.5)).isEqualTo(-2.5);
        assertThat(result(() -> Arithmetic.negate("5"))).isEqualTo("! Type mismatch: Cannot negate String");
        assertThat(result(() -> Arithmetic.negate(Long.MIN_VALUE))).isEqualTo("! Integer overflow");
    }

    /** [VAL-8]: as exact as BigInteger. */
    @Test
    void integersAreExact() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long a = random.nextLong() >> random.nextInt(64);
            long b = random.nextLong() >> random.nextInt(64);
            BigInteger x = BigInteger.valueOf(a);
            BigInteger y = BigInteger.valueOf(b);
            check(x.add(y), result(() -> Arithmetic.add((Object) a, (Object) b)));
            check(x.subtract(y), result(() -> Arithmetic.subtract((Object) a, (Object) b)));
            check(x.multiply(y), result(() -> Arithmetic.multiply((Object) a, (Object) b)));
            if (b != 0) check(x.divide(y), result(() -> Arithmetic.divide((Object) a, (Object) b)));
        }
    }

    private static void check(BigInteger exact, Object found) {
        assertThat(found).isEqualTo(exact.bitLength() < 64 ? (Object) exact.longValue() : "! Integer overflow");
    }
}
