package org.arolang.compiler.payload;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LocalVariable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RuntimeJarTest {

    @TempDir
    Path directory;

    @Test
    void keepsWhatRunsAndPutsVersionedClassesInTheirPlace() throws IOException {
        var entries = new LinkedHashMap<String, String>();
        entries.put("META-INF/MANIFEST.MF", "Multi-Release: true");
        entries.put("META-INF/services/a.Service", "a.B");
        entries.put("META-INF/maven/x/pom.xml", "x");
        entries.put("module-info.class", "x");
        entries.put("a/B.class", "old");
        entries.put("META-INF/versions/9/a/B.class", "nine");
        entries.put("META-INF/versions/21/a/B.class", "new");
        entries.put("META-INF/versions/99/a/B.class", "future");
        entries.put("META-INF/versions/21/a/Only21.class", "21");
        entries.put("tool/Tool.class", "x");
        Path merged = jar(entries);
        Path runtime = directory.resolve("runtime.jar");
        RuntimeJar.write(merged, List.of("META-INF/maven/", "tool/"), true, runtime);

        assertThat(read(runtime)).containsExactlyInAnyOrderEntriesOf(Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n",
                "META-INF/services/a.Service", "a.B", "a/B.class", "new", "a/Only21.class", "21"));
        byte[] first = Files.readAllBytes(runtime);
        RuntimeJar.write(merged, List.of("META-INF/maven/", "tool/"), true, runtime);
        assertThat(Files.readAllBytes(runtime)).isEqualTo(first);
    }

    @Test
    void leavesDebugInformationOut() throws Exception {
        String name = RuntimeJarTest.class.getName().replace('.', '/') + ".class";
        byte[] original = RuntimeJarTest.class.getResourceAsStream("/" + name).readAllBytes();
        byte[] stripped;
        try (var jar = new ZipFile(jar(Map.of("a", "b")).toFile())) {
            stripped = new DebugStripper(jar).strip(original);
        }
        assertThat(debugAttributes(original)).isPositive();
        assertThat(debugAttributes(stripped)).isZero();
        assertThat(ClassFile.of().verify(stripped)).isEmpty();
    }

    private static long debugAttributes(byte[] type) {
        return ClassFile.of().parse(type).methods().stream().flatMap(method -> method.code().stream()).flatMap(code -> code.elementStream())
                .filter(element -> element instanceof LineNumber || element instanceof LocalVariable).count();
    }

    private Path jar(Map<String, String> entries) throws IOException {
        Path file = directory.resolve("merged.jar");
        try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        return file;
    }

    private static Map<String, String> read(Path file) throws IOException {
        var entries = new LinkedHashMap<String, String>();
        try (var jar = new ZipFile(file.toFile())) {
            for (var entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                entries.put(entry.getName(), new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
