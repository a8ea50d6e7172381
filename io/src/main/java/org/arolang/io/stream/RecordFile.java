package org.arolang.io.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.arolang.io.format.Encoding;
import org.arolang.io.format.FileFormat;
import org.arolang.io.format.FormatOptions;
import org.arolang.io.format.TableRows;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Diagnostics;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.MalformedJson;
import org.arolang.runtime.value.StreamValue;
import org.arolang.runtime.value.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * A file that is a sequence of records: CSV, TSV or JSON Lines. It is read as a lazy list of the content that it had when it was opened
 * ([IO-84]). Thread-safe.
 */
public final class RecordFile {

    private final FilePath path;
    private final FileFormat format;
    private final FormatOptions options;
    private final Diagnostics diagnostics;
    private final FileSnapshot content;
    /** The last line that has been complained of: each is reported once, however often the file is read ([IO-58]). */
    private final AtomicInteger reported = new AtomicInteger();

    private RecordFile(FilePath path, FileFormat format, FormatOptions options, Diagnostics diagnostics, FileSnapshot content) {
        this.path = path;
        this.format = format;
        this.options = options;
        this.diagnostics = diagnostics;
        this.content = content;
    }

    /** Opens a file; null when files of this format have to be read as a whole. */
    public static @Nullable RecordFile open(FilePath path, FileFormat format, FormatOptions options, Diagnostics diagnostics)
            throws IOException {
        boolean lines = format == FileFormat.JSON_LINES && options.encoding() == Encoding.UTF_8;
        return lines || isTable(format) ? new RecordFile(path, format, options, diagnostics, FileSnapshot.of(path.path())) : null;
    }

    private static boolean isTable(FileFormat format) {
        return format == FileFormat.CSV || format == FileFormat.TSV;
    }

    /** The file's value: a lazy list, or the object that a table of keys and values is ([IO-69]). */
    public Object value() {
        Function<IOException, Failure> failure = problem -> FileFailure.reading(path, options.encoding(), problem);
        if (!isTable(format)) {
            return new StreamValue(() -> jsonLines(content.open(), failure));
        }
        TableRows rows = rows(failure);
        return rows.isObject() ? rows.value() : new StreamValue(() -> rows(failure));
    }

    private TableRows rows(Function<IOException, Failure> failure) {
        return new TableRows(format, new InputStreamReader(content.open(), options.encoding().decoder()), options, failure);
    }

    private Iterator<Object> jsonLines(InputStream in, Function<IOException, Failure> failure) {
        int[] number = {0};
        return new Elements(new ByteLines(in, true), lines -> {
            while (lines.next()) {
                number[0]++;
                if (!lines.isBlank()) {
                    Object value = json(lines.bytes(), number[0]);
                    if (value != null) {
                        return value;
                    }
                }
            }
            return null;
        }, failure);
    }

    private @Nullable Object json(byte[] line, int number) throws IOException {
        if (!Utf8.isWellFormed(line)) {
            throw new MalformedInputException(1);
        }
        try {
            return Json.parse(line);
        } catch (MalformedJson _) {
            if (reported.getAndAccumulate(number, Math::max) < number) {
                warn(diagnostics, path, number);
            }
            return null;
        }
    }

    /** {@code [WARN] <p>: line <n> is not valid JSON, skipped} ([IO-58]). */
    public static void warn(Diagnostics diagnostics, FilePath path, int line) {
        diagnostics.warn(path.given() + ": line " + line + " is not valid JSON, skipped");
    }
}
