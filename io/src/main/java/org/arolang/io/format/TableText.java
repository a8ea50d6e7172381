package org.arolang.io.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.TreeSet;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Shape;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** Writes CSV and TSV ([IO-67]). Lazy lists are read twice and never collected. Not thread-safe. */
final class TableText {

    private final Writer out;
    private final char delimiter;
    private final char quote;
    private final boolean header;
    private boolean more;

    TableText(FileFormat format, FormatOptions options, Writer out) {
        this.out = out;
        Character given = options.delimiter();
        this.delimiter = given != null ? given : format == FileFormat.TSV ? '\t' : ',';
        this.quote = options.quote();
        this.header = options.header();
    }

    void write(Object value) throws IOException {
        switch (value) {
            case ListValue list -> list(list);
            case ObjectValue object -> object(object);
            default -> out.write(FileText.of(value));
        }
    }

    private void object(ObjectValue object) throws IOException {
        if (header) {
            line(List.of("key", "value"));
        }
        for (int i = 0; i < object.size(); i++) {
            line(List.of(object.keyAt(i), FileText.cell(object.valueAt(i))));
        }
    }

    private void list(ListValue list) throws IOException {
        List<String> columns = columns(list);
        if (columns != null) {
            if (header) {
                line(columns);
            }
            for (Object element : list) {
                ObjectValue row = (ObjectValue) element;
                line(columns.stream().map(column -> row.get(column) instanceof Object cell ? FileText.cell(cell) : "").toList());
            }
            return;
        }
        for (Object element : list) {
            line(element instanceof ListValue row
                    ? row.toList().stream().map(FileText::cell).toList()
                    : List.of(FileText.cell(element)));
        }
    }

    /** The union of the keys of all maps of a list in code-point order; null for a list without maps. Fails when it holds several kinds. */
    static @Nullable List<String> columns(ListValue list) throws IOException {
        TreeSet<String> keys = new TreeSet<>(Text::compare);
        Shape last = null;
        Boolean nested = null;
        int maps = 0;
        int row = 0;
        for (Object element : list) {
            row++;
            if (element instanceof ObjectValue object) {
                if (maps++ != row - 1) {
                    throw notMap(1);
                }
                if (!object.shape().equals(last)) {
                    last = object.shape();
                    keys.addAll(last.keys());
                }
            } else if (maps > 0 || nested != null && nested != element instanceof ListValue) {
                throw notMap(row);
            } else {
                nested = element instanceof ListValue;
            }
        }
        return maps == 0 ? null : List.copyOf(keys);
    }

    private static Unwritable notMap(int row) {
        return new Unwritable("row " + row + " is not a map");
    }

    private void line(List<String> cells) throws IOException {
        if (more) {
            out.write('\n');
        }
        more = true;
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            cell(cells.get(i));
        }
    }

    private void cell(String text) throws IOException {
        if (!needsQuotes(text)) {
            out.write(text);
            return;
        }
        out.write(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                out.write(quote);
            }
            out.write(c);
        }
        out.write(quote);
    }

    /** Blanks at an end would be lost without quotes. */
    private boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == quote || c == '\n' || c == '\r') {
                return true;
            }
        }
        return !text.equals(text.strip());
    }
}
