package org.arolang.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.arolang.runtime.execution.Console;
import org.arolang.runtime.execution.Terminal;

/**
 * What a command finds around it: streams, directory, environment. The process's own, or what a test makes up.
 *
 * @param directory the current directory, absolute
 * @param output standard output
 * @param error standard error
 * @param colourOutput whether standard output may be coloured
 * @param colourError whether standard error may be coloured
 */
public record Surroundings(
        Path directory,
        InputStream input,
        OutputStream output,
        OutputStream error,
        Map<String, String> environment,
        boolean colourOutput,
        boolean colourError) {

    /** Those of the process. */
    public static Surroundings ofProcess() {
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                Terminal.wantsColour(Terminal.Stream.OUTPUT),
                Terminal.wantsColour(Terminal.Stream.ERROR));
    }

    /** The console of programs that run here. */
    public Console console() {
        return new Console(output, error);
    }

    /** A path as it was given on the command line, absolute. */
    public Path resolve(String path) {
        return directory.resolve(path).normalize();
    }

    /** How places name a file: relative to the current directory when it lies below it, else absolutely ([DEC-29]). */
    public String label(Path file) {
        Path shown = file.startsWith(directory) ? directory.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }

    public void print(String text) {
        write(output, text);
    }

    public void println(String text) {
        write(output, text + "\n");
    }

    public void error(String line) {
        write(error, line + "\n");
    }

    private static void write(OutputStream stream, String text) {
        PrintStream printer = new PrintStream(stream, false, StandardCharsets.UTF_8);
        printer.print(text);
        printer.flush();
    }
}
