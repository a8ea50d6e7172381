package org.arolang.runtime.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.arolang.runtime.value.ObjectValue;

/** What the process's streams are connected to. */
public final class Terminal {

    /** A stream of the process. */
    public enum Stream {
        INPUT(0), OUTPUT(1), ERROR(2);

        private final int descriptor;

        Stream(int descriptor) {
            this.descriptor = descriptor;
        }
    }

    private Terminal() {}

    /** Whether the stream is a terminal. */
    public static boolean isTerminal(Stream stream) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream.descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException _) {
            return stream != Stream.INPUT && System.console() != null && System.console().isTerminal();
        }
    }

    /** Whether what is written to the stream is coloured ([SYN-813]). */
    public static boolean wantsColour(Stream stream) {
        String none = System.getenv("NO_COLOR");
        return (none == null || none.isEmpty()) && !"dumb".equals(System.getenv("TERM")) && isTerminal(stream);
    }

    /** What {@code <terminal>} is ([VAL-250]). */
    public static ObjectValue facts() {
        boolean terminal = isTerminal(Stream.OUTPUT);
        long rows = terminal ? size("LINES", 24) : 24;
        long columns = terminal ? size("COLUMNS", 80) : 80;
        String colours = String.valueOf(System.getenv("COLORTERM")).toLowerCase(Locale.ROOT);
        boolean colour = wantsColour(Stream.OUTPUT);
        return ObjectValue.of(
                "rows", rows,
                "columns", columns,
                "width", columns,
                "height", rows,
                "supports_color", colour,
                "supports_true_color", colour && (colours.equals("truecolor") || colours.equals("24bit")),
                "is_tty", terminal,
                "encoding", "UTF-8");
    }

    private static long size(String variable, long otherwise) {
        String text = System.getenv(variable);
        return text != null && text.matches("[1-9][0-9]{0,3}") ? Long.parseLong(text) : otherwise;
    }
}
