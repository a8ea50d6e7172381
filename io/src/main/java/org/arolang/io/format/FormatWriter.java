package org.arolang.io.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.StreamValue;
import org.arolang.runtime.value.Text;
import org.arolang.runtime.yaml.Yaml;

/**
 * Writes values in the formats of files. Lazy lists are written element by element where the format allows it ([DATA-283]).
 *
 * @param name the root element or table of formats that have one ([IO-27])
 */
public record FormatWriter(FormatChoice choice, FileFormat format, String name, FormatOptions options) {

    /**
     * Writes a value, without a line end after it ([IO-29]).
     *
     * @throws Unwritable when the format has no form for it
     * @throws java.nio.charset.CharacterCodingException when the encoding cannot express it
     */
    public void write(Object value, OutputStream out) throws IOException {
        boolean utf8 = options.encoding() == Encoding.UTF_8;
        boolean asIs = choice.mode() != FormatChoice.Mode.PARSED || format.takesTextAsIs();
        if (value instanceof Binary binary) {
            out.write(binary.bytes());
        } else if (asIs && utf8 && value instanceof MarkedText text) {
            out.write(text.utf8());
        } else {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, options.encoding().encoder()));
            if (asIs && Text.isText(value) || choice.mode() != FormatChoice.Mode.PARSED) {
                writer.write(FileText.of(value));
            } else {
                formatted(value, writer);
            }
            writer.flush();
        }
    }

    private void formatted(Object value, Writer out) throws IOException {
        switch (format) {
            case JSON -> json(value, out);
            case JSON_LINES -> jsonLines(value, out);
            case YAML -> out.write(yaml(value));
            case XML -> new XmlText(out).write(value, name);
            case TOML -> TomlText.write(value, name, out);
            case CSV, TSV -> new TableText(format, options, out).write(value);
            case MARKDOWN -> MarkupText.markdown(value, out);
            case HTML -> MarkupText.html(value, out);
            case TEXT -> out.write(KeyValueText.text(value));
            case SQL -> SqlText.write(value, name, out);
            case LOG -> LogText.write(value, out);
            case ENVIRONMENT -> out.write(EnvironmentText.text(value));
            case BINARY -> out.write(FileText.of(value));
        }
    }

    private void json(Object value, Writer out) throws IOException {
        if (!(value instanceof StreamValue stream)) {
            out.write(options.pretty() ? Json.pretty(value) : Json.text(value));
            return;
        }
        boolean pretty = options.pretty();
        boolean more = false;
        out.write('[');
        for (Object element : stream) {
            out.write(more ? "," : "");
            // A line end inside of a text is escaped: those here are the layout's.
            out.write(pretty ? "\n  " + Json.pretty(element).replace("\n", "\n  ") : Json.text(element));
            more = true;
        }
        out.write(more && pretty ? "\n]" : "]");
    }

    private static void jsonLines(Object value, Writer out) throws IOException {
        if (!(value instanceof ListValue list)) {
            out.write(Json.text(value));
            return;
        }
        String separator = "";
        for (Object element : list) {
            out.write(separator);
            out.write(Json.text(element));
            separator = "\n";
        }
    }

    /** The text without the line end after it, unless that belongs to a string at the very end. */
    private static String yaml(Object value) {
        String text = Yaml.text(value);
        return endsInLineEnd(value) || !text.endsWith("\n") ? text : text.substring(0, text.length() - 1);
    }

    private static boolean endsInLineEnd(Object value) {
        return switch (value) {
            case ListValue list when !list.isEmpty() -> endsInLineEnd(list.get(list.size() - 1));
            case ObjectValue object when !object.isEmpty() -> endsInLineEnd(object.valueAt(object.size() - 1));
            default -> Text.string(value) instanceof String text && text.endsWith("\n");
        };
    }
}
