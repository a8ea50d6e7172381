package org.arolang.cli.program;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import org.arolang.cli.Surroundings;
import org.arolang.compiler.NativeBackEnd;
import org.arolang.runtime.code.Stepping;

/** A built program in the process of its own executable. */
public final class Executable {

    private static final long LARGEST_TABLE = 1L << 20;

    private final Stepping stepping;
    private final MemorySegment functions;
    private final MemorySegment archive;

    /**
     * @param functions address of the table of native functions
     * @param archive address of the program's archive
     * @param length length of the archive in bytes
     */
    public Executable(Stepping stepping, long functions, long archive, long length) {
        this.stepping = stepping;
        this.functions = MemorySegment.ofAddress(functions).reinterpret(LARGEST_TABLE);
        this.archive = MemorySegment.ofAddress(archive).reinterpret(length);
    }

    /** Runs the program; gives the exit code. */
    public int run(List<String> arguments, Surroundings around) {
        ProgramArchive program = ProgramArchive.read(archive.asByteBuffer());
        return new BuiltProgram(program, directory(around), around).run(new NativeBackEnd(stepping, functions), arguments);
    }

    /** The directory of the executable, symbolic links resolved; without /proc the current one. */
    private static Path directory(Surroundings around) {
        try {
            Path file = Path.of("/proc/self/exe").toRealPath();
            Path parent = file.getParent();
            return parent == null ? around.directory() : parent;
        } catch (IOException _) {
            return around.directory();
        }
    }
}
