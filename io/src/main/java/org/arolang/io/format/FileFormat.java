package org.arolang.io.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file holds ([IO-50], [IO-51]). */
public enum FileFormat {
    JSON("JSON"), JSON_LINES("JSON Lines"), YAML("YAML"), XML("XML"), TOML("TOML"), CSV("CSV"), TSV("TSV"), MARKDOWN("Markdown"), HTML(
            "HTML"), TEXT("text"), SQL("SQL"), LOG("log"), ENVIRONMENT("env"), BINARY("binary");

    private final String title;

    FileFormat(String title) {
        this.title = title;
    }

    /** What messages call it. */
    public String title() {
        return title;
    }

    /** The format that a qualifier names, ignoring case, or null ([IO-50]). */
    public static @Nullable FileFormat named(String qualifier) {
        return switch (qualifier.toLowerCase(Locale.ROOT)) {
            case "json" -> JSON;
            case "jsonl", "ndjson", "json-lines" -> JSON_LINES;
            case "yaml", "yml" -> YAML;
            case "xml" -> XML;
            case "toml" -> TOML;
            case "csv" -> CSV;
            case "tsv" -> TSV;
            case "md", "markdown" -> MARKDOWN;
            case "html", "htm" -> HTML;
            case "txt", "text" -> TEXT;
            case "sql" -> SQL;
            case "log" -> LOG;
            case "env" -> ENVIRONMENT;
            case "binary", "bin" -> BINARY;
            default -> null;
        };
    }

    /** The format of a file of this name by its extension ([IO-51]). */
    public static FileFormat ofFile(String name) {
        String extension = extension(name);
        return switch (extension) {
            case "json", "jsonl", "ndjson", "yaml", "yml", "xml", "toml", "csv", "tsv", "md", "markdown", "html", "htm", "sql", "log",
                    "txt",
                    "env" -> {
                FileFormat format = named(extension);
                yield format == null ? BINARY : format;
            }
            default -> BINARY;
        };
    }

    /** What follows the last dot of the last component, in lower case; empty when there is no dot. */
    public static String extension(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether a file of this format is read as its text, unchanged. */
    public boolean isTextOnly() {
        return switch (this) {
            case MARKDOWN, HTML, SQL, LOG -> true;
            default -> false;
        };
    }

    /** Whether a string is written as it is: a document made before ([IO-53]). */
    public boolean takesTextAsIs() {
        return switch (this) {
            case JSON, JSON_LINES, YAML, XML, LOG -> false;
            default -> true;
        };
    }
}
