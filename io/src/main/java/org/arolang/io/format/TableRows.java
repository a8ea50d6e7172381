package org.arolang.io.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.arolang.runtime.Failure;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV or TSV text as values, one after the other ([IO-69]). Closes its reader at the end. Not thread-safe. */
public final class TableRows implements Iterator<Object>, AutoCloseable {

    private final TableCells cells;
    private final Function<IOException, Failure> failure;
    /** The names of the columns; null when the table has none. */
    private final String @Nullable [] header;
    private @Nullable Object next;
    private boolean ended;

    /**
     * @param failure what a failed reading is to the program
     */
    public TableRows(FileFormat format, Reader reader, FormatOptions options, Function<IOException, Failure> failure) {
        this.failure = failure;
        Character delimiter = options.delimiter() == null && format == FileFormat.TSV ? Character.valueOf('\t') : options.delimiter();
        try {
            cells = new TableCells(reader, delimiter, options.quote());
            List<TableCells.Cell> first = options.header() ? cells.next() : null;
            header = options.header() ? names(first == null ? List.of() : first) : null;
        } catch (IOException problem) {
            throw failure.apply(problem);
        }
    }

    private static String[] names(List<TableCells.Cell> cells) {
        return cells.stream()
                .map(cell -> (cell.quoted() ? cell.text() : cell.text().strip()).replace('.', '-'))
                .toArray(String[]::new);
    }

    /** Whether the table is one object: its columns are {@code key} and {@code value}. */
    public boolean isObject() {
        return header != null && header.length == 2 && header[0].equalsIgnoreCase("key") && header[1].equalsIgnoreCase("value");
    }

    /** All rows as the value of the table: an object or a list. */
    public Object value() {
        if (!isObject()) {
            ListValue.Builder list = new ListValue.Builder();
            forEachRemaining(list::add);
            return list.build();
        }
        ObjectValue.Builder object = new ObjectValue.Builder();
        for (List<TableCells.Cell> row = read(); row != null; row = read()) {
            TableCells.Cell key = row.getFirst();
            object.put(key.quoted() ? key.text() : key.text().strip(), row.size() > 1 ? row.get(1).value() : "");
        }
        return object.build();
    }

    private @Nullable List<TableCells.Cell> read() {
        try {
            List<TableCells.Cell> row = ended ? null : cells.next();
            if (row == null && !ended) {
                close();
            }
            return row;
        } catch (IOException problem) {
            throw failure.apply(problem);
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            List<TableCells.Cell> row = read();
            next = row == null ? null : value(row);
        }
        return next != null;
    }

    @Override
    public Object next() {
        Object row = hasNext() ? next : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return row;
    }

    private Object value(List<TableCells.Cell> row) {
        if (header == null) {
            return ListValue.copyOf(row.stream().map(TableCells.Cell::value).toList());
        }
        int count = Math.min(header.length, row.size());
        ObjectValue.Builder object = new ObjectValue.Builder(count);
        for (int i = 0; i < count; i++) {
            object.put(header[i], row.get(i).value());
        }
        return object.build();
    }

    @Override
    public void close() {
        ended = true;
        try {
            cells.close();
        } catch (IOException problem) {
            throw failure.apply(problem);
        }
    }
}
