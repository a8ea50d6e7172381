package org.arolang.runtime.execution;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.arolang.runtime.value.ObjectValue;

/**
 * Standard output and standard error. Each call is one unbuffered write of UTF-8, so that lines of concurrent executions never mix
 * ([APP-41], [DATA-251]). Thread-safe.
 */
public final class Console {

    private static final ObjectValue NO_TERMINAL = ObjectValue.of(
            "rows", 24L,
            "columns", 80L,
            "width", 80L,
            "height", 24L,
            "supports_color", false,
            "supports_true_color", false,
            "is_tty", false,
            "encoding", "UTF-8");

    private final Channel output;
    private final Channel error;
    private volatile Supplier<ObjectValue> terminal = () -> NO_TERMINAL;
    private volatile BooleanSupplier serving = () -> false;
    private volatile boolean outputClosed;
    private volatile boolean outputIgnored;

    public Console(OutputStream output, OutputStream error) {
        this.output = new Channel(output);
        this.error = new Channel(error);
    }

    /** The console of this process. */
    public static Console system() {
        return new Console(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    }

    /**
     * Writes a line to standard output.
     *
     * @throws OutputClosed when its reader has closed it and the application does not serve ([DEC-30])
     */
    public void line(String text) {
        write(bytes(text, true));
    }

    /** Writes text to standard output as it is; fails as {@link #line} does. */
    public void print(String text) {
        write(bytes(text, false));
    }

    /** Writes bytes to standard output in one go; fails as {@link #line} does. */
    public void write(byte[] bytes) {
        if (outputClosed) {
            refuse();
            return;
        }
        try {
            output.write(bytes);
        } catch (IOException _) {
            outputClosed = true;
            refuse();
        }
    }

    /** Writes a line to standard error; a closed standard error is ignored ([TOOL-134]). */
    public void errorLine(String text) {
        writeError(bytes(text, true));
    }

    /** Writes text to standard error as it is. */
    public void errorPrint(String text) {
        writeError(bytes(text, false));
    }

    /** What {@code <terminal>} is ([VAL-250]). */
    public ObjectValue terminal() {
        return terminal.get();
    }

    /** Sets who knows the terminal; without one it is what programs see when there is none. */
    public void terminal(Supplier<ObjectValue> facts) {
        terminal = facts;
    }

    /** Whether a write to standard output has failed. */
    public boolean isOutputClosed() {
        return outputClosed;
    }

    /** Says when the application counts as one that serves and so goes on without its output. */
    void serving(BooleanSupplier test) {
        serving = test;
    }

    private void refuse() {
        if (outputIgnored || serving.getAsBoolean()) {
            outputIgnored = true;
        } else {
            throw new OutputClosed();
        }
    }

    private void writeError(byte[] bytes) {
        try {
            error.write(bytes);
        } catch (IOException _) {
            // There is nobody left to tell.
        }
    }

    private static byte[] bytes(String text, boolean line) {
        return (line ? text.concat("\n") : text).getBytes(StandardCharsets.UTF_8);
    }

    /** One stream whose writes are whole. The lock is no monitor, so that a virtual thread that waits for it frees its carrier. */
    private static final class Channel {
        private final OutputStream stream;
        private final ReentrantLock lock = new ReentrantLock();

        Channel(OutputStream stream) {
            this.stream = stream;
        }

        void write(byte[] bytes) throws IOException {
            lock.lock();
            try {
                stream.write(bytes);
                stream.flush();
            } finally {
                lock.unlock();
            }
        }
    }
}
