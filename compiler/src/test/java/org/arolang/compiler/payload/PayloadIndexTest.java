package org.arolang.compiler.payload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PayloadIndexTest {

    private final PayloadIndex index = new PayloadIndex("ab".repeat(32), List.of("rt", "rt/lib"),
            List.of(new PayloadIndex.File("rt/lib/a.so", 9_000_000_000L, -5, 0700), new PayloadIndex.File("aro.jar", 0, 1, 0600)),
            List.of(new PayloadIndex.Chunk(0, 10, 0, 8_000_000, 0), new PayloadIndex.Chunk(10, 11, 8_000_000, 1, 0)),
            List.of("-Xmx1g", "-Dx=ä"), "org/arolang/cli/NativeMain", "");

    @Test
    void readsWhatItWrites() throws IOException {
        assertThat(PayloadIndex.decode(index.encode())).isEqualTo(index);
        PayloadIndex beside = index.beside("app.runtime");
        assertThat(PayloadIndex.decode(beside.encode())).isEqualTo(beside);
        assertThat(beside.chunks()).isEmpty();
    }

    @Test
    void hashesLikeTheReference() {
        assertThat(XxHash64.hash(new byte[0], 0)).isEqualTo(0xEF46DB3751D8E999L);
        assertThat(XxHash64.hash("abc".getBytes(StandardCharsets.US_ASCII), 0)).isEqualTo(0x44BC2CF5AD770999L);
        assertThat(XxHash64.hash("Nobody inspects the spammish repetition".getBytes(StandardCharsets.US_ASCII), 0))
                .isEqualTo(0xFBCEA83C8A378BF1L);
    }
}
