package org.arolang.runtime.yaml;

import java.util.Random;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class YamlTest {

    /** [IO-59]. */
    @Test
    void writesBlockStyle() {
        ObjectValue value = ObjectValue.of(
                "items", ListValue.of(
                        ObjectValue.of("name", "Ann", "tags", ListValue.of("x")),
                        ObjectValue.of("name", "Bob"),
                        ListValue.of(ListValue.of(1L, 2L), ListValue.EMPTY)),
                "none", ObjectValue.EMPTY,
                "total", 2L);
        assertThat(Yaml.text(value)).isEqualTo("""
            items:
              - name: Ann
                tags:
                  - x
              - name: Bob
              - - - 1
                  - 2
                - []
            none: {}
            total: 2
            """);
        assertThat(Yaml.text(ListValue.EMPTY)).isEqualTo("[]\n");
    }

    /** [IO-60]. */
    @Test
    void quotesWhatWouldReadBackDifferently() {
        ObjectValue value = ObjectValue.of("a", "true", "b", "x: y", "c", "", "d", "1.5", "e", "two\nlines", "f", "two\n\n", "g", " x", "h",
                "it's");
        assertThat(Yaml.text(value)).isEqualTo("""
            a: "true"
            b: "x: y"
            c: ""
            d: "1.5"
            e: |-
              two
              lines
            f: |+
              two

            g: " x"
            h: it's
            """);
    }

    /** [IO-61], W23. */
    @Test
    void readsYaml() throws MalformedYaml {
        assertThat(Yaml.parse("k: v # c\nn: 3\nbody: |\n  a\n  b\ntags: [x, y]\nnone: ~\nf: 1.50\nz: 007\nt: True\nd: 2026-01-01\n"))
                .isEqualTo(ObjectValue.of("k", "v", "n", 3L, "body", "a\nb\n", "tags", ListValue.of("x", "y"), "none", Null.NULL, "f", 1.5,
                        "z", "007", "t", true, "d", "2026-01-01"));
        assertThat(Yaml.parse("a: &x [1]\nb: *x\n")).isEqualTo(ObjectValue.of("a", ListValue.of(1L), "b", ListValue.of(1L)));
        assertThat(Yaml.parse("")).isEqualTo(Null.NULL);
        assertThat(Yaml.parse("1\n---\n2\n")).isEqualTo(ListValue.of(1L, 2L));
        assertThatThrownBy(() -> Yaml.parse("a: &x [*x]\n")).isInstanceOf(MalformedYaml.class);
        assertThatThrownBy(() -> Yaml.parse("a: [1\nb: 2\n")).isInstanceOf(MalformedYaml.class)
                .satisfies(thrown -> assertThat(((MalformedYaml) thrown).text()).contains("line 2"));
    }

    /** What is written is read back as it was. */
    @Test
    void roundTrips() throws MalformedYaml {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            Object value = value(random, 0);
            String text = Yaml.text(value);
            assertThat(Yaml.parse(text)).as(text).isEqualTo(value);
        }
    }

    private static Object value(Random random, int depth) {
        int kind = random.nextInt(depth > 3 ? 5 : 8);
        return switch (kind) {
            case 0 -> (long) random.nextInt(100) - 50;
            case 1 -> random.nextInt(1000) / 8.0;
            case 2 -> random.nextBoolean();
            case 3, 4 -> text(random);
            case 5 -> Null.NULL;
            case 6 -> {
                ListValue.Builder list = new ListValue.Builder();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth + 1));
                }
                yield list.build();
            }
            default -> {
                ObjectValue.Builder object = new ObjectValue.Builder();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.put(text(random), value(random, depth + 1));
                }
                yield object.build();
            }
        };
    }

    private static String text(Random random) {
        String letters = "ab -:#'\"\\\n\t,[]{}&*!|>%@`?~é€.0\r\u0085";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
