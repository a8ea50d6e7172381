package org.arolang.io.format;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.arolang.runtime.Failure;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MalformedJson;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.yaml.MalformedYaml;
import org.arolang.runtime.yaml.Yaml;

/** Makes values of texts in the formats of files. */
public final class FormatReader {

    private FormatReader() {}

    /** Is told of what is wrong in a text that is read all the same. */
    @FunctionalInterface
    public interface Complaints {

        /** A line, counted from 1, that is left out because it is no JSON ([IO-58]). */
        void noJson(int line);
    }

    /**
     * The value of a text.
     *
     * @throws MalformedText when it is not in this format
     */
    public static Object read(FileFormat format, String text, FormatOptions options, Complaints complaints) throws MalformedText {
        boolean blank = text.isBlank();
        return switch (format) {
            case JSON -> blank ? "" : json(text);
            case JSON_LINES -> jsonLines(text, complaints);
            case YAML -> blank ? Null.NULL : yaml(text);
            case XML -> blank ? "" : new XmlReader(text).read();
            case TOML -> blank ? ObjectValue.EMPTY : new TomlReader(text).read();
            case CSV, TSV -> blank ? ListValue.EMPTY : table(format, text, options);
            case TEXT -> blank ? ObjectValue.EMPTY : KeyValueText.isKeyValue(text) ? KeyValueText.parse(text) : text;
            case ENVIRONMENT -> EnvironmentText.parse(text);
            case MARKDOWN, HTML, SQL, LOG, BINARY -> text;
        };
    }

    private static Object json(String text) throws MalformedText {
        try {
            return Json.parse(text);
        } catch (MalformedJson malformed) {
            throw new MalformedText("JSON", malformed.reason(), malformed.line(), malformed.column());
        }
    }

    private static Object yaml(String text) throws MalformedText {
        try {
            return Yaml.parse(text);
        } catch (MalformedYaml malformed) {
            throw new MalformedText("YAML", malformed.reason(), malformed.line(), malformed.column());
        }
    }

    private static ListValue jsonLines(String text, Complaints complaints) {
        ListValue.Builder list = new ListValue.Builder();
        int number = 0;
        for (String line : text.split("\r\n|\r|\n")) {
            number++;
            if (!line.isBlank()) {
                try {
                    list.add(Json.parse(line));
                } catch (MalformedJson _) {
                    complaints.noJson(number);
                }
            }
        }
        return list.build();
    }

    private static Object table(FileFormat format, String text, FormatOptions options) {
        return new TableRows(format, new StringReader(text), options, FormatReader::impossible).value();
    }

    private static Failure impossible(IOException problem) {
        throw new UncheckedIOException(problem);
    }
}
