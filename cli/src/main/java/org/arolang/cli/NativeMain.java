package org.arolang.cli;

import java.util.Arrays;
import org.arolang.cli.program.Executable;
import org.arolang.runtime.code.Stepping;

/** Entry point of built programs; the launcher calls it. */
public final class NativeMain {

    private NativeMain() {}

    /**
     * Runs the program and ends the process.
     *
     * @param functions address of the table of native functions
     * @param archive address of the program's archive
     * @param length length of the archive in bytes
     */
    public static void main(long functions, long archive, long length, String[] arguments) {
        Signals.catchAll();
        Executable executable = new Executable(new LauncherStepping(), functions, archive, length);
        Main.end(executable.run(Arrays.asList(arguments), Surroundings.ofProcess()));
    }

    /** The launcher's own way to call a native function. */
    private static native int step(long function, long frame, int position);

    private static final class LauncherStepping implements Stepping {
        @Override
        public int step(long function, long frame, int position) {
            return NativeMain.step(function, frame, position);
        }
    }
}
