package org.arolang.io.stream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a text in UTF-8, without their ends, one after the other; a byte order mark is left out. Holds a block of the text, or the
 * longest line ([DATA-281]). Not thread-safe.
 */
final class ByteLines implements AutoCloseable {

    private static final int BLOCK = 1 << 16;
    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private final InputStream in;
    private final boolean returnsEndLines;
    private byte[] buffer = new byte[BLOCK];
    /** The end of what has been read into the buffer. */
    private int limit;
    /** Where the next line begins. */
    private int begin;
    private int from;
    private int to;
    private boolean ended;
    private boolean skipsLineFeed;
    private boolean started;

    /**
     * @param returnsEndLines whether a carriage return alone ends a line, too
     */
    ByteLines(InputStream in, boolean returnsEndLines) {
        this.in = in;
        this.returnsEndLines = returnsEndLines;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        if (!started) {
            started = true;
            skipMark();
        }
        int at = begin;
        while (true) {
            for (; at < limit; at++) {
                byte b = buffer[at];
                if (b == '\n') {
                    if (skipsLineFeed && at == begin) {
                        skipsLineFeed = false;
                        begin++;
                        continue;
                    }
                    line(at);
                    return true;
                }
                if (b == '\r' && returnsEndLines) {
                    line(at);
                    skipsLineFeed = true;
                    return true;
                }
            }
            int scanned = at - begin;
            if (ended) {
                if (begin == limit) {
                    return false;
                }
                line(limit);
                return true;
            }
            fill();
            at = begin + scanned;
        }
    }

    private void line(int end) {
        from = begin;
        to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        begin = Math.min(end + 1, limit);
        skipsLineFeed = false;
    }

    private void skipMark() throws IOException {
        while (limit < 3 && !ended) {
            fill();
        }
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            begin = 3;
        }
    }

    private void fill() throws IOException {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, limit - begin);
            limit -= begin;
            begin = 0;
        }
        if (limit == buffer.length) {
            if (buffer.length == LONGEST) {
                throw new IOException("a line is longer than 2 GiB");
            }
            buffer = Arrays.copyOf(buffer, (int) Math.min(LONGEST, buffer.length * 2L));
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            ended = true;
        } else {
            limit += count;
        }
    }

    /** The line's bytes, copied. */
    byte[] bytes() {
        return Arrays.copyOfRange(buffer, from, to);
    }

    /** The line's text; what is no UTF-8 becomes U+FFFD ([IO-81]). */
    String text() {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }

    /** Whether the line has nothing but blanks. */
    boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
