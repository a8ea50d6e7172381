package org.arolang.compiler.payload;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a payload.
 *
 * @param name              appears in the progress line, such as {@code standard}
 * @param jar               ARO's classes with all libraries, one jar
 * @param excluded          beginnings of names of jar entries that executables do not need
 * @param keepDebug         whether the Java classes in the jar keep line numbers and names of local variables: about a
 *                          twentieth of the size. The program's own classes are in its archive and not concerned
 * @param modules           of the Java platform
 * @param jvmOptions        for the Java machine; <code>${dir}</code> stands for the directory of the unpacked payload. The
 *                          options that name the class path and the start-up cache are added
 * @param mainClass         has {@code static void main(long functions, long archive, long archiveLength, String[] arguments)}.
 *                          When it declares {@code static native int step(long function, long frame, int pc)}, that calls a
 *                          function of the program: a little slower than the foreign-function interface once it is warm, but
 *                          without that interface's start-up
 * @param compressionLevel  of Zstandard, 1 to 22
 * @param training          makes the start-up cache; without it there is none
 */
public record PayloadSpec(String name, Path jar, List<String> excluded, boolean keepDebug, List<String> modules, List<String> jvmOptions,
        String mainClass, int compressionLevel, @Nullable Training training) {

    /** Compresses in a few seconds; the result is about a quarter larger than with {@link #STRONG}. */
    public static final int FAST = 6;

    /** Takes up to a minute. */
    public static final int STRONG = 19;

    /** What Vert.x, Netty, Jackson and ARO's runtime run on. */
    public static final List<String> MODULES = List.of("java.base", "java.logging", "java.management", "java.naming", "jdk.unsupported");

    /** Building is not done by what was built. */
    public static final List<String> EXCLUDED = List.of("META-INF/maven/", "com/github/luben/", "linux/amd64/libzstd",
            "org/arolang/compiler/executable/", "org/arolang/compiler/link/", "org/arolang/compiler/llvm/",
            "org/arolang/compiler/native/", "org/arolang/compiler/payload/", "org/arolang/compiler/toolchain/");

    /**
     * Start-up matters most: the serial collector starts fastest, and nothing is written to /tmp. The compressed pointers
     * are asked for so that a heap that would be too large for them is capped instead: without them the start-up cache is
     * of no use. The log is off because a start-up cache that cannot be used would be announced on standard output.
     */
    public static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-XX:+UseCompressedOops", "-XX:-UsePerfData",
            "-Xlog:disable", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    public PayloadSpec {
        excluded = List.copyOf(excluded);
        modules = List.copyOf(modules);
        jvmOptions = List.copyOf(jvmOptions);
    }
}
