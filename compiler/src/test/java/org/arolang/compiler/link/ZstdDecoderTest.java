package org.arolang.compiler.link;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.arolang.compiler.toolchain.NativeTools;
import org.arolang.compiler.toolchain.Toolchain;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

/** The launcher's own Zstandard decoder against the reference implementation's encoder. */
@Tag("native")
class ZstdDecoderTest {

    private static final int SLACK = 64;
    private static final long DAMAGED = -1;

    private static MethodHandle decode;
    private static long tablesSize;

    @BeforeAll
    static void load(@TempDir Path directory) throws Exception {
        Toolchain tools = NativeTools.require();
        LauncherFiles launcher = LauncherFiles.prepare(tools);
        Path library = directory.resolve("libdecoder.so");
        var arguments = new ArrayList<>(List.of("-shared", "-o", library.toString()));
        for (String part : List.of("zstd", "huffman", "fse", "xxh64")) arguments.add(launcher.directory().resolve(part + ".o").toString());
        arguments.add(launcher.directory().resolve("libc.so.6").toString());
        new Lld(tools.lld()).run(directory, arguments);
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
        decode = Linker.nativeLinker().downcallHandle(symbols.findOrThrow("zstd_decode"),
                FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG));
        tablesSize = symbols.findOrThrow("zstd_tables_size").reinterpret(8).get(JAVA_LONG, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 12, 19, 22})
    void decodesWhatTheReferenceEncodes(int level) throws Throwable {
        for (byte[] content : contents()) {
            assertThat(decode(compress(content, level), content.length)).isEqualTo(content);
        }
    }

    @Test
    void survivesDamage() throws Throwable {
        var random = new Random(7);
        for (byte[] content : contents()) {
            for (int level : new int[]{1, 19}) {
                byte[] good = compress(content, level);
                for (int i = 0; i < 60; i++) {
                    byte[] bad = good.clone();
                    bad[random.nextInt(random.nextBoolean() ? Math.min(300, bad.length) : bad.length)] ^= (byte) (1 << random.nextInt(8));
                    byte[] decoded = decode(bad, content.length);
                    // A few bits of the header are free; everything else the checksum finds.
                    if (decoded != null) assertThat(decoded).isEqualTo(content);
                }
            }
        }
    }

    @Test
    void refusesAFrameThatIsCutOffOrTooLarge() throws Throwable {
        byte[] content = text(50_000);
        byte[] frame = compress(content, 3);
        for (int length : new int[]{0, 3, 8, 20, frame.length / 2, frame.length - 1}) {
            assertThat(decode(Arrays.copyOf(frame, length), content.length)).isNull();
        }
        assertThat(decode(frame, content.length - 1)).isNull();
    }

    private static byte[] compress(byte[] content, int level) {
        try (var context = new ZstdCompressCtx().setLevel(level).setChecksum(true)) {
            return context.compress(content);
        }
    }

    private static byte[] decode(byte[] frame, int size) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment input = arena.allocate(frame.length + SLACK);
            MemorySegment.copy(frame, 0, input, JAVA_BYTE, 0, frame.length);
            MemorySegment output = arena.allocate(size + SLACK);
            long written = (long) decode.invokeExact(arena.allocate(tablesSize, 64), output, (long) size, input, (long) frame.length);
            return written == DAMAGED ? null : output.asSlice(0, written).toArray(JAVA_BYTE);
        }
    }

    private static List<byte[]> contents() throws Exception {
        var random = new byte[70_000];
        new Random(1).nextBytes(random);
        var periods = new ByteArrayOutputStream();
        for (int period = 1; period < 40; period++) {
            for (int i = 0; i < 300; i++) periods.write(i % period);
        }
        var classFile = Object.class.getResourceAsStream("String.class").readAllBytes();
        var mixed = new ByteArrayOutputStream();
        mixed.writeBytes(text(300_000));
        mixed.writeBytes(random);
        mixed.writeBytes(new byte[200_000]);
        mixed.writeBytes(classFile);
        return List.of(new byte[]{7}, "hello".getBytes(StandardCharsets.UTF_8), new byte[1000], random, periods.toByteArray(), classFile,
                text(1_500_000), mixed.toByteArray());
    }

    private static byte[] text(int length) {
        var random = new Random(3);
        var text = new StringBuilder(length + 20);
        while (text.length() < length)
            text.append("word").append((int) Math.abs(random.nextGaussian() * 200)).append(random.nextInt(9) == 0 ? '\n' : ' ');
        return text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }
}
