package org.arolang.compiler.executable;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Where an executable unpacks its runtime, and what it does when something is wrong there. */
@Tag("native")
class UnpackingTest {

    private static final Run HELLO = new Run(0, "hello 42 archive []\n", "");

    @TempDir
    static Path shared;

    private static Path program;

    @TempDir
    Path directory;

    @BeforeAll
    static void build() throws Exception {
        program = Builds.require().sample(shared.resolve("app"));
    }

    private Map<String, String> environment() {
        return Map.of("ARO_CACHE_DIR", cache().toString(), "TMPDIR", directory.toString());
    }

    private Path cache() {
        return directory.resolve("cache");
    }

    private Path unpacked() throws Exception {
        List<Path> payloads = payloads();
        assertThat(payloads).hasSize(1);
        return payloads.getFirst();
    }

    private List<Path> payloads() throws Exception {
        return entries(cache()).stream().filter(entry -> entry.getFileName().toString().length() == 64).toList();
    }

    private static List<Path> entries(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private void assertTidy() throws Exception {
        assertThat(entries(cache())).containsExactlyInAnyOrder(cache().resolve(".lock"), unpacked());
    }

    private static void age(Path file, Duration age) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void unpacksOnceForThisUserAlone() throws Exception {
        assertThat(Run.of(environment(), program)).isEqualTo(HELLO);
        Path payload = unpacked();
        Object key = Files.readAttributes(payload, "unix:ino").get("ino");
        assertThat(Run.of(environment(), program)).isEqualTo(HELLO);
        assertThat(Files.readAttributes(unpacked(), "unix:ino")).containsEntry("ino", key);
        assertTidy();
        assertThat(permissions(cache())).isEqualTo("rwx------");
        assertThat(permissions(payload)).isEqualTo("rwx------");
        assertThat(permissions(payload.resolve("aro.jar"))).isEqualTo("rw-------");
        assertThat(payload.resolve("rt/legal/java.base/LICENSE")).exists();
    }

    @Test
    void choosesTheUsersCache() throws Exception {
        assertThat(Run.of(Map.of("HOME", directory + "/home"), program)).isEqualTo(HELLO);
        assertThat(entries(directory.resolve("home/.cache/aro"))).hasSize(2);
        assertThat(Run.of(Map.of("HOME", directory + "/home", "XDG_CACHE_HOME", directory + "/xdg"), program)).isEqualTo(HELLO);
        assertThat(entries(directory.resolve("xdg/aro"))).hasSize(2);
    }

    @Test
    void startsManyTimesAtOnce() throws Exception {
        var all = new ArrayList<Run.Running>();
        for (int i = 0; i < 8; i++) all.add(Run.start(environment(), Run.command(program)));
        for (Run.Running running : all) {
            assertThat(running.end()).isEqualTo(HELLO);
            running.close();
        }
        assertTidy();
    }

    @Test
    void replacesDamagedFiles() throws Exception {
        Run.of(environment(), program);
        Path jar = unpacked().resolve("aro.jar");
        byte[] good = Files.readAllBytes(jar);
        FileTime time = Files.getLastModifiedTime(jar);

        try (var file = new RandomAccessFile(jar.toFile(), "rw")) { // shorter
            file.setLength(good.length / 2);
        }
        Files.setLastModifiedTime(jar, time);
        assertReplaced(jar, good);

        try (var file = new RandomAccessFile(jar.toFile(), "rw")) { // other content at the end, looks untouched
            file.seek(good.length - 3);
            file.write(0);
        }
        Files.setLastModifiedTime(jar, time);
        assertReplaced(jar, good);

        Files.setLastModifiedTime(jar, FileTime.from(Instant.now())); // written to
        assertReplaced(jar, good);

        Files.delete(jar);
        assertReplaced(jar, good);

        Files.delete(jar);
        Files.createSymbolicLink(jar, Files.write(directory.resolve("other.jar"), good));
        assertReplaced(jar, good);

        Files.delete(jar.resolveSibling(".complete")); // interrupted
        assertReplaced(jar, good);

        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertReplaced(jar, good);
    }

    private void assertReplaced(Path jar, byte[] good) throws Exception {
        assertThat(Run.of(environment(), program)).isEqualTo(HELLO);
        assertThat(Files.isSymbolicLink(jar)).isFalse();
        assertThat(Files.readAllBytes(jar)).isEqualTo(good);
        assertThat(permissions(jar)).isEqualTo("rw-------");
    }

    @Test
    void removesWhatNobodyUses() throws Exception {
        Run.of(environment(), program);
        Path payload = unpacked();
        Path unused = Files.move(payload, cache().resolve("0".repeat(64)));
        age(unused.resolve(".complete"), Duration.ofDays(40));
        Path recent = Files.createDirectory(cache().resolve("1".repeat(64)));
        Files.writeString(recent.resolve(".complete"), "");
        Path interrupted = Files.createDirectory(cache().resolve(".tmp-0123456789abcdef"));
        Files.writeString(interrupted.resolve("half"), "");
        age(interrupted, Duration.ofDays(1));
        Path foreign = Files.createDirectory(cache().resolve("tools"));
        age(foreign, Duration.ofDays(400));

        assertThat(Run.of(environment(), program)).isEqualTo(HELLO);
        assertThat(entries(cache())).containsExactlyInAnyOrder(cache().resolve(".lock"), payload, recent, foreign);
    }

    @Test
    void keepsWhatARunningProgramUses() throws Exception {
        try (var running = Run.start(environment(), Run.command(program, "wait"))) {
            running.awaitOutput("waiting");
            Path inUse = Files.move(unpacked(), cache().resolve("0".repeat(64)));
            age(inUse.resolve(".complete"), Duration.ofDays(40));
            assertThat(Run.of(environment(), program)).isEqualTo(HELLO);
            assertThat(inUse.resolve("aro.jar")).exists();
            running.process().destroy();
            assertThat(running.end().exitCode()).isEqualTo(143);
        }
    }

    @Test
    void doesNotWaitForEverForAStuckStart() throws Exception {
        Files.createDirectory(cache(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path lock = Files.createFile(cache().resolve(".lock"));
        requireProgram("flock");
        Process holder = new ProcessBuilder("flock", lock.toString(), "sleep", "60").start();
        try {
            Thread.sleep(200);
            assertThat(Run.of(environment(), program)).isEqualTo(HELLO);
            assertTidy();
        } finally {
            holder.descendants().forEach(ProcessHandle::destroy);
            holder.destroy();
        }
    }

    @Test
    void refusesACacheThatOthersCanWrite() throws Exception {
        Files.createDirectory(cache());
        Files.setPosixFilePermissions(cache(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(Run.of(environment(), program)).isEqualTo(HELLO);
        assertThat(entries(cache())).isEmpty();
    }

    @Test
    void usesAPrivateDirectoryWhenTheCacheCannotBeWritten() throws Exception {
        Files.writeString(cache(), "a file, not a directory");
        try (var running = Run.start(environment(), Run.command(program, "wait"))) {
            running.awaitOutput("waiting");
            Path unpacked = entries(directory).stream().filter(entry -> entry.getFileName().toString().startsWith("aro-run-")).findAny()
                    .orElseThrow();
            assertThat(permissions(unpacked)).isEqualTo("rwx------");
            running.process().destroy();
            assertThat(running.end().exitCode()).isEqualTo(143);
        }
        assertThat(entries(directory)).containsExactly(cache());
    }

    @Test
    void runsFromAReadOnlyCacheThatIsAlreadyFilled() throws Exception {
        mounted("rw", mount -> {
            var environment = Map.of("ARO_CACHE_DIR", mount + "/aro", "TMPDIR", "/nonexistent");
            assertThat(Run.of(environment, program)).isEqualTo(HELLO);
            command("mount", "-o", "remount,ro", mount.toString());
            try (var running = Run.start(environment, Run.command(program, "wait"))) {
                running.awaitOutput("waiting");
                assertThat(Files.readString(Path.of("/proc/" + running.process().pid() + "/maps"))).contains(mount + "/aro/");
            }
        });
    }

    @Test
    void goesElsewhereWhenTheCacheIsReadOnly() throws Exception {
        mounted("ro", mount -> {
            assertThat(Run.of(Map.of("ARO_CACHE_DIR", mount + "/aro", "TMPDIR", directory.toString()), program)).isEqualTo(HELLO);
            assertThat(entries(mount)).isEmpty();
        });
    }

    @Test
    void goesElsewhereWhenTheCacheIsMountedNoexec() throws Exception {
        mounted("noexec", mount -> {
            assertThat(Run.of(Map.of("ARO_CACHE_DIR", mount + "/aro", "TMPDIR", mount.toString()), program)).isEqualTo(HELLO);
            assertThat(entries(mount.resolve("aro"))).isEmpty();
        });
    }

    /** Does something with a small file system of its own; skipped for those who may not mount one. */
    private void mounted(String option, Body body) throws Exception {
        requireRoot();
        Path mount = Files.createDirectory(directory.resolve("mount"));
        Assumptions.assumeTrue(tryCommand("mount", "-t", "tmpfs", "-o", "size=200m,mode=700," + option, "none", mount.toString()) == 0,
                "no file system can be mounted here");
        try {
            body.run(mount);
        } finally {
            command("umount", "-l", mount.toString());
        }
    }

    private interface Body {
        void run(Path mount) throws Exception;
    }

    @Test
    void runsInAnEmptyRoot() throws Exception {
        requireRoot();
        Path root = emptyRoot();
        try {
            var command = List.of("chroot", root.toString(), "/app", "exit", "5");
            // Nowhere to write yet.
            Run homeless = Run.of(Map.of("PATH", "/usr/sbin:/usr/bin"), command);
            assertThat(homeless.exitCode()).isEqualTo(1);
            assertThat(homeless.errors()).startsWith("Error: found no directory").contains("ARO_CACHE_DIR").contains("/dev/shm");

            Files.createDirectory(root.resolve("tmp"));
            Run first = Run.of(Map.of("PATH", "/usr/sbin:/usr/bin"), command);
            assertThat(first).isEqualTo(new Run(5, "hello 42 archive [exit, 5]\n", ""));
            assertThat(root.resolve("tmp")).isEmptyDirectory();

            var environment = Map.of("PATH", "/usr/sbin:/usr/bin", "HOME", "/home/user");
            assertThat(Run.of(environment, command).exitCode()).isEqualTo(5);
            assertThat(Run.of(environment, command).exitCode()).isEqualTo(5);
            assertThat(entries(root.resolve("home/user/.cache/aro"))).hasSize(2);
        } finally {
            tryCommand("umount", "-l", root.resolve("proc").toString());
        }
    }

    /** The C library, /proc and three devices: nothing else. */
    private Path emptyRoot() throws Exception {
        Path root = Files.createDirectory(directory.resolve("root"));
        for (String name : List.of("lib64", "proc", "dev")) Files.createDirectory(root.resolve(name));
        Files.createSymbolicLink(root.resolve("lib"), Path.of("lib64"));
        for (String library : List.of("ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libm.so.6")) {
            Path source = Stream.of("/lib64", "/lib/x86_64-linux-gnu", "/usr/lib64").map(Path::of).map(place -> place.resolve(library))
                    .filter(Files::exists).findFirst().orElseThrow();
            Files.copy(source.toRealPath(), root.resolve("lib64").resolve(library));
        }
        Files.copy(program, root.resolve("app"));
        Assumptions.assumeTrue(tryCommand("mount", "-t", "proc", "proc", root.resolve("proc").toString()) == 0,
                "no /proc can be mounted here");
        command("mknod", "-m", "666", root.resolve("dev/null").toString(), "c", "1", "3");
        command("mknod", "-m", "666", root.resolve("dev/random").toString(), "c", "1", "8");
        command("mknod", "-m", "666", root.resolve("dev/urandom").toString(), "c", "1", "9");
        return root;
    }

    private static void requireRoot() {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
    }

    private static void requireProgram(String name) throws Exception {
        Assumptions.assumeTrue(tryCommand("sh", "-c", "command -v " + name) == 0, "needs " + name);
    }

    private static int tryCommand(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private static void command(String... command) throws Exception {
        assertThat(tryCommand(command)).as(String.join(" ", command)).isZero();
    }
}
