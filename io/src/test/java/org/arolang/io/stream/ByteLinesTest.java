package org.arolang.io.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** [DATA-280] [DATA-281] [IO-80] [IO-81] Lines of files. */
class ByteLinesTest {

    /** Gives one byte at a time, as a slow device does. */
    private static InputStream slow(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, 1));
            }
        };
    }

    private static List<String> lines(InputStream in, boolean returns) throws IOException {
        List<String> found = new ArrayList<>();
        try (ByteLines lines = new ByteLines(in, returns)) {
            while (lines.next()) {
                found.add(lines.text());
            }
        }
        return found;
    }

    private static List<String> lines(String text, boolean returns) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> found = lines(new ByteArrayInputStream(bytes), returns);
        assertThat(lines(slow(bytes), returns)).isEqualTo(found);
        return found;
    }

    @Test
    void endsOfLines() throws IOException {
        assertThat(lines("", false)).isEmpty();
        assertThat(lines("a\n\nb", false)).containsExactly("a", "", "b");
        assertThat(lines("a\r\nb\n", false)).containsExactly("a", "b");
        assertThat(lines("a\rb\n\n", false)).containsExactly("a\rb", "");
        assertThat(lines("\uFEFFa", false)).containsExactly("a");
        assertThat(lines("a\r\n\r\rb\n\n", true)).containsExactly("a", "", "", "b", "");
    }

    @Test
    void charactersMayLieAcrossBlocks() throws IOException {
        String line = "é€𝄞".repeat(30_000);
        assertThat(lines("x" + line + "\n" + line, false)).containsExactly("x" + line, line);
    }

    @Test
    void whatIsNoTextIsReplaced() throws IOException {
        assertThat(lines(new ByteArrayInputStream(new byte[]{'a', (byte) 0xFF, '\n', 'b'}), false)).containsExactly("a\uFFFD", "b");
    }
}
