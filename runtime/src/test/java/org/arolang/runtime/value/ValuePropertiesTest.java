package org.arolang.runtime.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for all values, tried on many; the seeds are fixed. */
class ValuePropertiesTest {

    private final Random random = new Random(20250618);

    @Test
    void jsonRoundTrip() {
        for (int i = 0; i < 3_000; i++) {
            Object value = json(4);
            String text = Json.text(value);
            Object read = Json.parse(text);
            assertThat(read).as(text).isEqualTo(value);
            assertThat(Json.parse(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(value);
            assertThat(Json.text(read)).isEqualTo(text);
            assertThat(Json.text(Json.parse(Json.pretty(value)))).isEqualTo(text);
        }
    }

    @Test
    void equalValuesHaveEqualHashes() {
        for (int i = 0; i < 30_000; i++) {
            Object a = any(2);
            Object b = random.nextInt(3) == 0 ? variant(a) : any(2);
            if (Equality.deep(a, b)) assertThat(Equality.hashOf(a)).as("%s %s", a, b).isEqualTo(Equality.hashOf(b));
            assertThat(Equality.deep(a, b)).isEqualTo(Equality.deep(b, a));
            assertThat(Equality.loose(a, b)).isEqualTo(Equality.loose(b, a));
            Object x = RepositoryKey.of(a);
            Object y = RepositoryKey.of(b);
            assertThat(Equality.repositoryWhere(a, b)).as("%s %s", a, b).isEqualTo(x.equals(y));
            if (x.equals(y)) assertThat(x).hasSameHashCodeAs(y);
            assertThat(Equality.repositoryWhere(a, a)).isTrue();
        }
    }

    @Test
    void floatTextReadsBack() {
        for (int i = 0; i < 200_000; i++) {
            double number = number();
            if (number != number || Double.isInfinite(number)) continue;
            String text = FloatText.of(number);
            assertThat(Double.parseDouble(text)).isEqualTo(number);
            assertThat(Numbers.isNumeric(text)).as(text).isTrue();
            String json = FloatText.ofJson(number);
            assertThat(Double.parseDouble(json)).isEqualTo(number);
            assertThat(json).doesNotEndWith(".0");
        }
    }

    @Test
    void consoleFloatsRoundTheExactValue() {
        for (int i = 0; i < 100_000; i++) {
            double number = random.nextInt(3) == 0 ? random.nextInt(1_000_000) / 1000.0
                    : random.nextInt(3) == 0 ? random.nextInt(1_000_000) / 256.0 : number();
            if (number != number || Double.isInfinite(number)) continue;
            String exact = new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
            if (exact.equals("0.00")) continue;
            assertThat(ConsoleForm.of(number)).isEqualTo(exact);
        }
    }

    @Test
    void orderIsConsistent() {
        for (int i = 0; i < 20_000; i++) {
            Object a = random.nextBoolean() ? (Object) random.nextLong() : number();
            Object b = random.nextBoolean() ? (Object) (random.nextLong() >> random.nextInt(64)) : number();
            assertThat(Ordering.less(a, b)).isEqualTo(Ordering.greater(b, a));
            assertThat(Integer.signum(Numbers.compare((Number) a, (Number) b)))
                    .isEqualTo(-Integer.signum(Numbers.compare((Number) b, (Number) a)));
            if (a instanceof Double x && Double.isFinite(x) && b instanceof Long y) {
                assertThat(Integer.signum(Numbers.compare(x, y))).isEqualTo(new BigDecimal(x).compareTo(BigDecimal.valueOf(y)));
            }
        }
    }

    /** An equal value made differently. */
    private Object variant(Object value) {
        return switch (value) {
            case Long number when Math.abs(number) < 1L << 53 -> (double) number;
            case String text -> MarkedText.of(text, Origin.HTML_TEMPLATE);
            case ListValue list -> new StreamValue(list::iterator);
            case ObjectValue object -> {
                ObjectValue copy = ObjectValue.EMPTY;
                for (int i = object.size() - 1; i >= 0; i--) copy = copy.with(object.keyAt(i), variant(object.valueAt(i)));
                yield copy;
            }
            default -> value;
        };
    }

    private Object any(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> Instant.ofEpochSecond(random.nextInt(3));
            case 1 -> Binary.of(new byte[random.nextInt(2)]);
            case 2 -> (double) random.nextInt(3);
            default -> json(depth);
        };
    }

    private Object json(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> Null.NULL;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextBoolean() ? (long) random.nextInt(4) : random.nextLong();
            case 3 -> {
                double number = random.nextInt(1000) / 7.0 + 0.1;
                yield number;
            }
            case 4, 5 -> text();
            case 6 -> {
                ListValue.Builder list = new ListValue.Builder();
                for (int i = random.nextInt(4); i > 0; i--) list.add(json(depth - 1));
                yield list.build();
            }
            default -> {
                ObjectValue.Builder object = new ObjectValue.Builder();
                for (int i = random.nextInt(12); i > 0; i--)
                    object.put(random.nextInt(3) == 0 ? text() : "k" + random.nextInt(5), json(depth - 1));
                yield object.build();
            }
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append("\"\\/".charAt(random.nextInt(3)));
                case 2 -> text.appendCodePoint(0x1F600 + random.nextInt(40));
                case 3 -> text.append((char) (0x100 + random.nextInt(0x1000)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private double number() {
        return switch (random.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt() / 100.0;
            case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            default -> random.nextLong();
        };
    }
}
