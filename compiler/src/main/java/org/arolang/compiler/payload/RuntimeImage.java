package org.arolang.compiler.payload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.arolang.compiler.toolchain.FileTree;
import org.arolang.compiler.toolchain.ToolProcess;
import org.arolang.compiler.toolchain.Toolchain;
import org.arolang.compiler.toolchain.ToolchainException;

/** A small Java runtime, linked from the JDK that this process runs on. Its licences stay in it, in {@code legal/}. */
final class RuntimeImage {

    /** Not needed to run a program in-process; the rest of {@code lib} is. */
    private static final List<String> UNNEEDED = List.of("bin", "include", "man", "lib/classlist", "lib/jrt-fs.jar", "lib/jexec",
            "lib/jspawnhelper.debuginfo", "lib/server/classes.jsa", "lib/server/classes_nocoops.jsa");

    private RuntimeImage() {
    }

    static void create(Toolchain tools, List<String> modules, Path directory) throws IOException, ToolchainException {
        Path jdk = Path.of(System.getProperty("java.home"));
        Path jlink = jdk.resolve("bin/jlink");
        if (!Files.isExecutable(jlink)) {
            throw new ToolchainException("Building executables needs a whole JDK: there is no " + jlink + ".");
        }
        // Not compressed here: the payload is compressed as a whole, and classes load faster.
        var command = List.of(jlink.toString(), "--add-modules", String.join(",", modules), "--compress=zip-0",
                "--strip-java-debug-attributes", "--strip-native-commands", "--no-header-files", "--no-man-pages",
                "--output", directory.toString());
        var result = ToolProcess.run(command, jdk,
                Map.of("JDK_JAVA_OPTIONS", "", "JAVA_TOOL_OPTIONS", ""));
        if (result.exitCode() != 0) throw new ToolchainException("The Java runtime cannot be linked: " + result.output().strip());
        for (String unneeded : UNNEEDED) FileTree.delete(directory.resolve(unneeded));
        tools.strip(directory.resolve("lib/server/libjvm.so"));
        removeLinks(directory.resolve("legal"));
    }

    /** The licences of most modules are links to those of java.base. */
    private static void removeLinks(Path legal) throws IOException {
        List<Path> links;
        try (Stream<Path> files = Files.walk(legal)) {
            links = files.filter(Files::isSymbolicLink).toList();
        }
        for (Path link : links) Files.delete(link);
        try (Stream<Path> modules = Files.list(legal)) {
            for (Path module : modules.toList()) {
                try (Stream<Path> files = Files.list(module)) {
                    if (files.findAny().isPresent()) continue;
                }
                Files.delete(module);
            }
        }
    }
}
