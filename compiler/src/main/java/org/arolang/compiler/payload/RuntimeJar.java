package org.arolang.compiler.payload;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The jar inside a payload: what executables need of the merged jar, not compressed, without a manifest to parse, and with
 * the classes for this Java version in their ordinary place. Equal input gives equal bytes.
 */
final class RuntimeJar {

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/(.+)");
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private RuntimeJar() {
    }

    /** An entry of the merged jar, and the Java version that it is for; 0: any. */
    private record Source(ZipEntry entry, int version) {
    }

    /**
     * Writes the jar.
     *
     * @param excluded   beginnings of names of entries to leave out
     * @param keepDebug  whether line numbers and the names of local variables stay
     */
    static void write(Path merged, List<String> excluded, boolean keepDebug, Path to) throws IOException {
        try (var jar = new ZipFile(merged.toFile());
                var output = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to), 1 << 16))) {
            output.setMethod(ZipOutputStream.STORED);
            write(output, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var stripper = new DebugStripper(jar);
            for (var source : choose(jar, excluded).entrySet()) {
                String name = source.getKey();
                try (var content = jar.getInputStream(source.getValue().entry)) {
                    byte[] bytes = content.readAllBytes();
                    write(output, name, keepDebug || !name.endsWith(".class") ? bytes : stripper.strip(bytes));
                }
            }
        }
    }

    private static TreeMap<String, Source> choose(ZipFile jar, List<String> excluded) {
        int feature = Runtime.version().feature();
        var chosen = new TreeMap<String, Source>(Comparator.naturalOrder());
        jar.stream().forEach(entry -> {
            Matcher versioned = VERSIONED.matcher(entry.getName());
            boolean isVersioned = versioned.matches();
            String name = isVersioned ? versioned.group(2) : entry.getName();
            int version = isVersioned ? Integer.parseInt(versioned.group(1)) : 0;
            if (entry.isDirectory() || version > feature || isUseless(name) || excluded.stream().anyMatch(name::startsWith)) return;
            chosen.merge(name, new Source(entry, version), (old, other) -> other.version > old.version ? other : old);
        });
        return chosen;
    }

    private static boolean isUseless(String name) {
        return name.equals("META-INF/MANIFEST.MF") || name.endsWith("module-info.class") || name.equals("META-INF/INDEX.LIST");
    }

    private static void write(ZipOutputStream output, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(content.length);
        var crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        output.putNextEntry(entry);
        output.write(content);
        output.closeEntry();
    }
}
