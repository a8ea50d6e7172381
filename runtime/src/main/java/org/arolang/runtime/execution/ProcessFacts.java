package org.arolang.runtime.execution;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the operating system says of this process; values it does not supply are 0 ([APP-149]). Read from {@code /proc}: that costs less
 * than the management beans of the Java platform.
 *
 * @param userSeconds processor time in user mode
 * @param systemSeconds processor time in the kernel
 * @param virtualBytes size of the address space
 * @param residentBytes memory in use
 */
record ProcessFacts(
        double userSeconds,
        double systemSeconds,
        long virtualBytes,
        long residentBytes,
        long openFiles,
        long maxFiles,
        Instant start) {

    private static final double TICKS_PER_SECOND = 100;
    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final Path PROC = Path.of("/proc/self");
    private static final Instant START = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);

    private static volatile @Nullable ProcessFacts last;
    private static volatile long lastRead;

    /** The facts, at most a second old. */
    static ProcessFacts read() {
        ProcessFacts known = last;
        long now = System.nanoTime();
        if (known == null || now - lastRead > FRESH_NANOS) {
            known = readNow();
            last = known;
            lastRead = now;
        }
        return known;
    }

    private static ProcessFacts readNow() {
        double user = 0;
        double system = 0;
        try {
            String stat = Files.readString(PROC.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            user = Long.parseLong(fields[11]) / TICKS_PER_SECOND;
            system = Long.parseLong(fields[12]) / TICKS_PER_SECOND;
        } catch (IOException | RuntimeException _) {
            // Not supplied on this platform.
        }
        return new ProcessFacts(
                user,
                system,
                1024 * number("status", "VmSize:"),
                1024 * number("status", "VmRSS:"),
                openFileCount(),
                number("limits", "Max open files"),
                START);
    }

    /** The first number after {@code label} in a file below {@code /proc/self}. */
    private static long number(String file, String label) {
        try {
            for (String line : Files.readAllLines(PROC.resolve(file))) {
                if (line.startsWith(label)) {
                    return Long.parseLong(line.substring(label.length()).strip().split("\\s+")[0]);
                }
            }
        } catch (IOException | RuntimeException _) {
            // Not supplied on this platform.
        }
        return 0;
    }

    private static long openFileCount() {
        long count = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC.resolve("fd"))) {
            for (Path _ : entries) {
                count++;
            }
        } catch (IOException | RuntimeException _) {
            return 0;
        }
        // One of them is the directory being read.
        return Math.max(0, count - 1);
    }
}
