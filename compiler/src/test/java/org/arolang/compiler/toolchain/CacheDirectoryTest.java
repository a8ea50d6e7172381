package org.arolang.compiler.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CacheDirectoryTest {

    @TempDir
    Path root;

    private final AtomicInteger fills = new AtomicInteger();

    private Path provide(String key) throws ToolchainException {
        return new CacheDirectory(root.resolve("aro")).provide("things", key, into -> {
            fills.incrementAndGet();
            Files.createDirectory(into.resolve("sub"));
            Files.writeString(into.resolve("sub/thing"), "content");
        });
    }

    @Test
    void makesAThingOnce() throws Exception {
        Path first = provide("a");
        assertThat(provide("a")).isEqualTo(first);
        assertThat(fills).hasValue(1);
        assertThat(first.resolve("sub/thing")).hasContent("content");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first))).isEqualTo("rwx------");
    }

    @Test
    void repairsWhatIsDamaged() throws Exception {
        Path thing = provide("a").resolve("sub/thing");
        Files.writeString(thing, "cont");
        provide("a");
        assertThat(thing).hasContent("content");
        Files.delete(thing);
        provide("a");
        assertThat(thing).hasContent("content");
        assertThat(fills).hasValue(3);
    }

    @Test
    void repairsWhatWasInterrupted() throws Exception {
        Path directory = root.resolve("aro/things/a");
        Files.createDirectories(directory.resolve("sub"));
        Files.writeString(directory.resolve("sub/thing"), "con");
        assertThat(provide("a").resolve("sub/thing")).hasContent("content");
    }

    @Test
    void leavesNothingBehindWhenTheFillerFails() throws Exception {
        var cache = new CacheDirectory(root);
        assertThatThrownBy(() -> cache.provide("things", "a", into -> {
            Files.writeString(into.resolve("half"), "");
            throw new ToolchainException("No.");
        })).isInstanceOf(ToolchainException.class).hasMessage("No.");
        assertThat(entries(root.resolve("things"))).containsExactly(".lock");
        assertThat(cache.has("things", "a")).isFalse();
    }

    @Test
    void onlyOneOfSeveralThreadsMakesIt() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Path> call = () -> provide("a");
            List<Future<Path>> all = threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> call).toList());
            for (Future<Path> each : all) assertThat(each.get().resolve("sub/thing")).exists();
        }
        assertThat(fills).hasValue(1);
    }

    @Test
    void removesWhatIsNotUsedAnyMore() throws Exception {
        Path old = provide("old");
        Path recent = provide("recent");
        Files.setLastModifiedTime(old.resolve(".complete"), FileTime.from(Instant.now().minus(Duration.ofDays(40))));
        provide("new");
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void findsTheUsersCache() {
        assertThat(CacheDirectory.ofUser(Map.of("ARO_CACHE_DIR", "/c", "XDG_CACHE_HOME", "/x", "HOME", "/h")).root()).hasToString("/c");
        assertThat(CacheDirectory.ofUser(Map.of("ARO_CACHE_DIR", "", "XDG_CACHE_HOME", "/x", "HOME", "/h")).root()).hasToString("/x/aro");
        assertThat(CacheDirectory.ofUser(Map.of("HOME", "/h")).root()).hasToString("/h/.cache/aro");
    }

    @Test
    void saysWhichDirectoryCannotBeWritten() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");
        assertThatThrownBy(() -> new CacheDirectory(file).provide("things", "a", _ -> {
        })).isInstanceOf(ToolchainException.class).hasMessageContaining(file.toString()).hasMessageContaining("ARO_CACHE_DIR");
    }

    private static List<String> entries(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
