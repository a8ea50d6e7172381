package org.arolang.cli.io;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** [DATA-281] [DATA-283] [IO-80] [IO-84] [VAL-9] A file of any size is read in the memory of a small program. */
@Tag("slow")
class LargeFilesTest {

    private static final int RECORDS = 5_000_000;
    private static final String PADDING = "x".repeat(36);

    @TempDir
    static Path folder;

    /** Two files of 300 MB. */
    @BeforeAll
    static void makeFiles() throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve("big.jsonl"));
                BufferedWriter table = Files.newBufferedWriter(folder.resolve("big.csv"))) {
            table.write("n,kind,padding\n");
            for (int i = 0; i < RECORDS; i++) {
                lines.write("{\"n\":" + i + ",\"k\":" + i % 10 + ",\"p\":\"" + PADDING + "\"}\n");
                table.write(i + "," + i % 10 + "," + PADDING + PADDING + "\n");
            }
        }
        assertThat(Files.size(folder.resolve("big.jsonl"))).isGreaterThan(290L << 20);
    }

    @Test
    void aLoopReadsLinesOneByOne() throws IOException, InterruptedException {
        assertThat(run("""
            Stream the <lines> from "./big.jsonl".
            for each <line> in <lines> {
                Log <line> to the <console> when <line> contains "\\"n\\":4999999,".
            }
            """)).isEqualTo("{\"n\":4999999,\"k\":9,\"p\":\"" + PADDING + "\"}\n[OK] case\n");
    }

    @Test
    void recordsAreFilteredAndCounted() throws IOException, InterruptedException {
        assertThat(run("""
            Read the <records> from "./big.jsonl".
            Filter the <some> from the <records> where <k> is 3.
            Reduce the <sum> from the <some> with sum(<k>).
            Log <sum> to the <console>.
            """)).isEqualTo("1500000.00\n[OK] case\n");
    }

    @Test
    void tablesAreFilteredAndWritten() throws IOException, InterruptedException {
        assertThat(run("""
            Read the <rows> from "./big.csv".
            Filter the <some> from the <rows> where <n> < 400000.
            Write the <some> to "./some.jsonl".
            Stat the <info> for "./some.jsonl".
            Log <info: size> to the <console>.
            """)).isEqualTo((400_000 * 101L + digits() - 1) + "\n[OK] case\n");
    }

    /** {@code {"kind":3,"n":12,"padding":"..."}} without the digits of {@code n} has 100 bytes, and each line but the last an end. */
    private static long digits() {
        long digits = 0;
        for (int i = 0; i < 400_000; i++) {
            digits += String.valueOf(i).length();
        }
        return digits;
    }

    private static String run(String statements) throws IOException, InterruptedException {
        Path program = folder.resolve("case.aro");
        Files.writeString(program, "(Application-Start: Case) {\n" + statements + "Return an <OK: status> for the <case>.\n}\n");
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                "org.arolang.cli.Main",
                "run",
                "case.aro"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
