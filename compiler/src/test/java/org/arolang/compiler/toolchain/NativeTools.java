package org.arolang.compiler.toolchain;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** LLVM for tests: prepared once into the build directory; tests are skipped where it cannot be had. */
public final class NativeTools {

    public static final CacheDirectory CACHE = new CacheDirectory(Path.of("target/native-cache").toAbsolutePath());

    private NativeTools() {
    }

    public static Toolchain require() {
        try {
            return Toolchain.prepare(CACHE, System.getenv(), System.out::println);
        } catch (ToolchainException e) {
            return Assumptions.abort("LLVM cannot be had here: " + e.getMessage());
        }
    }
}
