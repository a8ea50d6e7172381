package org.arolang.io.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** Tables and lists in Markdown ([IO-70]) and HTML ([IO-71]). */
final class MarkupText {

    private MarkupText() {}

    static void markdown(Object value, Writer out) throws IOException {
        switch (value) {
            case ObjectValue object -> {
                out.write("| Key | Value |\n|-----|-------|");
                for (int i = 0; i < object.size(); i++) {
                    out.write("\n" + markdownRow(List.of(object.keyAt(i), FileText.cell(object.valueAt(i)))));
                }
            }
            case ListValue list -> {
                List<String> columns = TableText.columns(list);
                if (columns != null) {
                    out.write(markdownRow(columns) + "\n|" + "---|".repeat(columns.size()));
                }
                String separator = columns == null ? "" : "\n";
                for (Object element : list) {
                    out.write(separator);
                    out.write(columns == null ? "- " + FileText.cell(element) : markdownRow(cells(columns, (ObjectValue) element)));
                    separator = "\n";
                }
            }
            default -> out.write(FileText.cell(value));
        }
    }

    private static String markdownRow(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\r\n|\r|\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    static List<String> cells(List<String> columns, ObjectValue row) {
        return columns.stream().map(column -> text(row.get(column))).toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : FileText.cell(value);
    }

    static void html(Object value, Writer out) throws IOException {
        switch (value) {
            case ObjectValue object -> {
                openTable(List.of("Key", "Value"), out);
                for (int i = 0; i < object.size(); i++) {
                    htmlRow("td", List.of(object.keyAt(i), FileText.cell(object.valueAt(i))), out);
                }
                closeTable(out);
            }
            case ListValue list -> htmlList(list, out);
            default -> out.write(escaped(FileText.cell(value)));
        }
    }

    private static void htmlList(ListValue list, Writer out) throws IOException {
        List<String> columns = TableText.columns(list);
        if (columns == null) {
            out.write("<ul>\n");
            for (Object element : list) {
                out.write("  <li>" + escaped(FileText.cell(element)) + "</li>\n");
            }
            out.write("</ul>");
            return;
        }
        openTable(columns, out);
        for (Object element : list) {
            htmlRow("td", cells(columns, (ObjectValue) element), out);
        }
        closeTable(out);
    }

    private static void openTable(List<String> heads, Writer out) throws IOException {
        out.write("<table>\n  <thead>\n");
        htmlRow("th", heads, out);
        out.write("  </thead>\n  <tbody>\n");
    }

    private static void closeTable(Writer out) throws IOException {
        out.write("  </tbody>\n</table>");
    }

    private static void htmlRow(String tag, List<String> cells, Writer out) throws IOException {
        out.write(cells.stream()
                .map(cell -> "<" + tag + ">" + escaped(cell) + "</" + tag + ">")
                .collect(Collectors.joining("", "    <tr>", "</tr>\n")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
