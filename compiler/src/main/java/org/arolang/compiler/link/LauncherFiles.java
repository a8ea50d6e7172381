package org.arolang.compiler.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.arolang.compiler.llvm.Llvm;
import org.arolang.compiler.llvm.LlvmException;
import org.arolang.compiler.llvm.Optimization;
import org.arolang.compiler.toolchain.Digest;
import org.arolang.compiler.toolchain.Toolchain;
import org.arolang.compiler.toolchain.ToolchainException;

/**
 * The objects that are the same in every executable: the launcher, compiled from C, and the stand-ins for the C library.
 * Made once per version of ARO.
 *
 * @param directory  where they lie
 * @param key        changes with the launcher's sources
 */
record LauncherFiles(Path directory, String key) {

    private static final List<String> SOURCES = List.of("launcher", "machine", "environment", "place", "store", "marker", "cleanup", "tree",
            "unpack", "payload", "fail", "utf16", "zstd", "huffman", "fse", "xxh64");

    private static final List<String> HEADERS = List.of("bits", "cleanup", "environment", "fail", "fse", "huffman", "jni", "libc",
            "machine",
            "marker", "payload", "place", "store", "tree", "types", "unpack", "utf16", "xxh64", "zstd");

    static LauncherFiles prepare(Toolchain tools) throws ToolchainException {
        Map<String, byte[]> sources = readSources();
        var digest = new Digest().add(Toolchain.VERSION);
        sources.forEach((name, content) -> digest.add(name).add(content));
        for (LibcStubs stubs : LibcStubs.ALL) digest.add(stubs.soname()).add(stubs.versionScript());
        String key = digest.hex().substring(0, 32);
        Path directory = tools.cache().provide("launcher", key, into -> make(tools, sources, into));
        return new LauncherFiles(directory, key);
    }

    /** The launcher's object files. */
    List<Path> objects() {
        return SOURCES.stream().map(source -> directory.resolve(source + ".o")).toList();
    }

    /** The libraries to link against. */
    List<Path> libraries() {
        return LibcStubs.ALL.stream().map(stubs -> directory.resolve(stubs.soname())).toList();
    }

    private static Map<String, byte[]> readSources() {
        var names = new ArrayList<String>();
        SOURCES.forEach(source -> names.add(source + ".c"));
        HEADERS.forEach(header -> names.add(header + ".h"));
        var sources = new TreeMap<String, byte[]>();
        for (String name : names) {
            try (InputStream content = LauncherFiles.class.getResourceAsStream("/org/arolang/compiler/native/" + name)) {
                if (content == null) throw new IllegalStateException("the launcher's source " + name + " is missing from the jar");
                sources.put(name, content.readAllBytes());
            } catch (IOException e) {
                throw new IllegalStateException("the launcher's source " + name + " cannot be read", e);
            }
        }
        return sources;
    }

    private static void make(Toolchain tools, Map<String, byte[]> sources, Path into) throws IOException, ToolchainException {
        for (var source : sources.entrySet()) Files.write(into.resolve(source.getKey()), source.getValue());
        tools.compileC(SOURCES.stream().map(source -> source + ".c").toList(), into);
        for (String name : sources.keySet()) Files.delete(into.resolve(name));

        Llvm llvm = tools.llvm();
        var lld = new Lld(tools.lld());
        for (LibcStubs stubs : LibcStubs.ALL) {
            String name = stubs.soname();
            try {
                Files.write(into.resolve(name + ".o"), llvm.compile(stubs.ir(), name + ".ll", Optimization.NONE));
                Files.writeString(into.resolve(name + ".versions"), stubs.versionScript());
                lld.run(into, List.of("-shared", "-soname", name, "--version-script", name + ".versions", "-o", name, name + ".o"));
            } catch (LlvmException | LinkException e) {
                throw new ToolchainException("The stand-in for " + name + " could not be made: " + e.getMessage(), e);
            }
            Files.delete(into.resolve(name + ".o"));
            Files.delete(into.resolve(name + ".versions"));
        }
    }
}
