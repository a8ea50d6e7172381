package org.arolang.runtime.template;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.arolang.runtime.Failure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The output of a rendering and the five replacements of [WEB-330]. */
class OutputBufferTest {

    private static final String[] PIECES = {"a", "<", ">", "&", "\"", "'", "\u00E4", "\u20AC", "\uD83D\uDE00", "0123456789", "\uD800", "\0",
        "\u007F"};

    private static String text(OutputBuffer out) {
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void textsOfAnyLengthAndKind() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            StringBuilder built = new StringBuilder();
            for (int k = random.nextInt(round < 400 ? 20 : 2_000); k > 0; k--) {
                built.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String text = built.toString();
            String sound = text.replaceAll("\\p{Cs}", "\uFFFD");
            OutputBuffer out = new OutputBuffer(random.nextInt(100));
            out.put(text);
            assertThat(text(out)).isEqualTo(sound);
            out.clear();
            out.putEscaped(text);
            assertThat(text(out)).isEqualTo(Printed.escaped(sound));
            out.clear();
            out.putEscaped(sound.getBytes(StandardCharsets.UTF_8));
            assertThat(text(out)).isEqualTo(Printed.escaped(sound));
        }
    }

    @Test
    void numbers() {
        for (long number : new long[]{0, 7, 10, 99, 12_345, 999_999_999, 1_000_000_000L, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            OutputBuffer out = new OutputBuffer(0);
            out.put(number);
            assertThat(text(out)).isEqualTo(Long.toString(number));
        }
    }

    @Test
    void limit() {
        OutputBuffer out = new OutputBuffer(0);
        byte[] tenMebibytes = new byte[10 << 20];
        for (int i = 0; i < 10; i++) {
            out.put(tenMebibytes);
        }
        out.checkLimit();
        out.put(new byte[]{1});
        assertThatThrownBy(out::checkLimit).isInstanceOf(Failure.class).hasMessage("Template output too large");
        assertThatThrownBy(() -> out.put(tenMebibytes)).hasMessage("Template output too large");
    }

    /** The same text again and again, and another one in between. */
    @Test
    void rememberedTexts() {
        EscapedTexts texts = new EscapedTexts();
        String one = "one <b> text";
        String other = new StringBuilder(one).toString();
        OutputBuffer out = new OutputBuffer(0);
        for (String text : new String[]{one, one, one, other, other, one, "<", "<", "x".repeat(5_000), "x".repeat(5_000)}) {
            out.clear();
            texts.append(out, text);
            assertThat(text(out)).isEqualTo(Printed.escaped(text));
        }
    }
}
