package org.arolang.io.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a table's text into rows of cells: RFC 4180 with a delimiter and a quote of choice ([IO-68], [IO-69]). Holds one row at a time.
 * Not thread-safe.
 */
final class TableCells implements AutoCloseable {

    /** No cell ends here: the whole line is one. */
    private static final int NO_DELIMITER = -1;

    private static final char[] CANDIDATES = {',', ';', '\t'};

    /**
     * One cell.
     *
     * @param quoted whether it stood in quotes, so that its blanks count
     */
    record Cell(String text, boolean quoted) {

        /** What it means ([IO-54]). */
        Object value() {
            return quoted ? Scalars.of(text, true) : Scalars.ofCell(text);
        }
    }

    private final Reader reader;
    private final char quote;
    private final int delimiter;
    private char[] buffer = new char[1 << 14];
    private int at;
    private int limit;
    private boolean ended;

    /**
     * @param delimiter null when the first line decides
     */
    TableCells(Reader reader, @Nullable Character delimiter, char quote) throws IOException {
        this.reader = reader;
        this.quote = quote;
        fill();
        if (limit > 0 && buffer[0] == '\uFEFF') {
            at = 1;
        }
        this.delimiter = delimiter != null ? delimiter : likeliest();
    }

    /** The candidate that stands most often in the first line outside of quotes. */
    private int likeliest() throws IOException {
        while (!ended && limit < buffer.length && endOfFirstLine() == limit) {
            fill();
        }
        int end = endOfFirstLine();
        int[] counts = new int[CANDIDATES.length];
        boolean inQuotes = false;
        for (int i = at; i < end; i++) {
            inQuotes ^= buffer[i] == quote;
            for (int c = 0; c < CANDIDATES.length && !inQuotes; c++) {
                counts[c] += buffer[i] == CANDIDATES[c] ? 1 : 0;
            }
        }
        int best = 0;
        for (int c = 1; c < CANDIDATES.length; c++) {
            best = counts[c] > counts[best] ? c : best;
        }
        return counts[best] == 0 ? NO_DELIMITER : CANDIDATES[best];
    }

    private int endOfFirstLine() {
        boolean inQuotes = false;
        for (int i = at; i < limit; i++) {
            inQuotes ^= buffer[i] == quote;
            if (!inQuotes && (buffer[i] == '\n' || buffer[i] == '\r')) {
                return i;
            }
        }
        return limit;
    }

    /** The next row that is not blank, or null at the end. */
    @Nullable
    List<Cell> next() throws IOException {
        while (peek() >= 0) {
            List<Cell> row = row();
            if (row.size() > 1 || row.getFirst().quoted() || !row.getFirst().text().isBlank()) {
                return row;
            }
        }
        return null;
    }

    private List<Cell> row() throws IOException {
        List<Cell> row = new ArrayList<>();
        while (true) {
            row.add(cell());
            int end = read();
            if (end < 0 || end == '\n') {
                return row;
            }
            if (end == '\r') {
                if (peek() == '\n') {
                    at++;
                }
                return row;
            }
        }
    }

    /** A cell; what ends it is still to be read. */
    private Cell cell() throws IOException {
        StringBuilder text = null;
        int start = at;
        while (true) {
            while (at < limit && !isEnd(buffer[at]) && buffer[at] != quote) {
                at++;
            }
            if (at < limit && buffer[at] == quote && isBlank(text, start)) {
                return quoted();
            }
            if (at < limit && buffer[at] == quote) {
                at++;
                continue;
            }
            if (at < limit) {
                return new Cell(joined(text, start), false);
            }
            text = text == null ? new StringBuilder() : text;
            text.append(buffer, start, at - start);
            if (!refill()) {
                return new Cell(text.toString(), false);
            }
            start = at;
        }
    }

    private boolean isEnd(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    /** Whether nothing but blanks stands before a quote, which then opens a quoted cell. */
    private boolean isBlank(@Nullable StringBuilder text, int start) {
        if (text != null && !text.toString().isBlank()) {
            return false;
        }
        for (int i = start; i < at; i++) {
            if (buffer[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private String joined(@Nullable StringBuilder text, int start) {
        return text == null
                ? new String(buffer, start, at - start)
                : text.append(buffer, start, at - start).toString();
    }

    private Cell quoted() throws IOException {
        at++;
        StringBuilder text = new StringBuilder();
        while (true) {
            int c = read();
            if (c < 0) {
                return new Cell(text.toString(), true);
            }
            if (c != quote) {
                text.append((char) c);
            } else if (peek() == quote) {
                at++;
                text.append(quote);
            } else {
                break;
            }
        }
        // What follows the closing quote up to the delimiter belongs to the cell unless it is blank.
        StringBuilder rest = new StringBuilder();
        while (peek() >= 0 && !isEnd(buffer[at])) {
            rest.append(buffer[at++]);
        }
        return new Cell(rest.toString().isBlank() ? text.toString() : text.append(rest).toString(), true);
    }

    private int peek() throws IOException {
        return at < limit || refill() ? buffer[at] : -1;
    }

    private int read() throws IOException {
        return at < limit || refill() ? buffer[at++] : -1;
    }

    /** Reads on when everything has been used; false at the end. */
    private boolean refill() throws IOException {
        at = 0;
        limit = 0;
        fill();
        return limit > 0;
    }

    /** Adds to the buffer. */
    private void fill() throws IOException {
        int count = ended ? -1 : reader.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            ended = true;
        } else {
            limit += count;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
