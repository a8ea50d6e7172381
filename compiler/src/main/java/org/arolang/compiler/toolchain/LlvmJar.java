package org.arolang.compiler.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The Maven artifact that LLVM comes in. It is 147 MB, so it is no dependency of ARO: it is looked for in the local Maven
 * repository, and fetched by Maven, when something is first built with it.
 */
final class LlvmJar {

    static final String VERSION = "20.1.7-1.5.12";

    private static final String SHA_256 = "c9a63eb7b03477b582d558b51c288fd1731bf795bc741c10b32bdd6bcc2c501f";
    private static final String COORDINATES = "org.bytedeco:llvm:" + VERSION + ":jar:linux-x86_64";
    private static final String FILE = "llvm-" + VERSION + "-linux-x86_64.jar";
    private static final String PREFIX = "org/bytedeco/llvm/linux-x86_64/";

    private LlvmJar() {
    }

    /** Reads from the jar, wherever it has to be had from. */
    @FunctionalInterface
    interface Reader {
        void read(ZipFile jar) throws IOException, ToolchainException;
    }

    static void open(Map<String, String> environment, Reader reader) throws ToolchainException, IOException {
        String chosen = environment.get("ARO_LLVM_JAR");
        Path local = chosen != null ? Path.of(chosen) : localRepository().resolve("org/bytedeco/llvm").resolve(VERSION).resolve(FILE);
        if (Files.isRegularFile(local)) {
            read(local, reader);
            return;
        }
        if (chosen != null) throw new ToolchainException("There is no file " + chosen + ", which ARO_LLVM_JAR names.");
        Path directory = Files.createTempDirectory("aro-llvm-");
        try {
            read(fetch(directory), reader);
        } finally {
            FileTree.delete(directory);
        }
    }

    /** Unpacks one file of the jar. */
    static void extract(ZipFile jar, String name, Path to, boolean executable) throws IOException {
        ZipEntry entry = jar.getEntry(PREFIX + name);
        if (entry == null) throw new IOException(name + " is not in " + jar.getName());
        try (var content = jar.getInputStream(entry)) {
            Files.copy(content, to, StandardCopyOption.REPLACE_EXISTING);
        }
        if (executable && !to.toFile().setExecutable(true, true)) throw new IOException(to + " cannot be made executable");
    }

    private static Path localRepository() {
        String chosen = System.getProperty("maven.repo.local");
        return chosen != null ? Path.of(chosen) : Path.of(System.getProperty("user.home"), ".m2", "repository");
    }

    /** Copied by Maven, which knows its own repository, mirrors and proxies. */
    private static Path fetch(Path directory) throws ToolchainException {
        var command = List.of("mvn", "-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                "-Dartifact=" + COORDINATES, "-DoutputDirectory=" + directory);
        String says;
        try {
            var result = ToolProcess.run(command, directory, Map.of());
            Path jar = directory.resolve(FILE);
            if (result.exitCode() == 0 && Files.isRegularFile(jar)) return jar;
            says = "Maven says:\n" + result.output().strip();
        } catch (ToolchainException e) {
            says = e.getMessage();
        }
        throw new ToolchainException("LLVM is not on this machine yet, and Maven could not fetch it (" + COORDINATES + "). "
                + "Fetch that file where there is a network and set ARO_LLVM_JAR to it. " + says);
    }

    private static void read(Path file, Reader reader) throws ToolchainException, IOException {
        if (!Digest.ofFile(file).equals(SHA_256)) {
            throw new ToolchainException(file + " is damaged or is not " + COORDINATES + "; delete it and build again.");
        }
        try (var jar = new ZipFile(file.toFile())) {
            reader.read(jar);
        }
    }
}
