package org.arolang.io.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import org.arolang.io.format.Encoding;
import org.arolang.io.format.FileFormat;
import org.arolang.io.format.FormatChoice;
import org.arolang.io.format.FormatOptions;
import org.arolang.io.format.FormatReader;
import org.arolang.io.format.MalformedText;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;
import org.arolang.io.stream.RecordFile;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Diagnostics;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.Origin;
import org.arolang.runtime.value.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file as a statement wants it ([IO-22] to [IO-26]). Large files of records become lazy lists of the content they have now.
 */
final class FileReading {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final FilePath path;
    private final FormatChoice choice;
    private final FormatOptions options;
    private final Diagnostics diagnostics;

    FileReading(FilePath path, FormatChoice choice, FormatOptions options, Diagnostics diagnostics) {
        this.path = path;
        this.choice = choice;
        this.options = options;
        this.diagnostics = diagnostics;
    }

    /**
     * The file's value.
     *
     * @param largest files of records that are larger than this many bytes are read lazily
     */
    Object read(long largest) {
        try {
            if (!Files.exists(path.path())) {
                throw FileFailure.notFound(path);
            }
            BasicFileAttributes facts = Files.readAttributes(path.path(), BasicFileAttributes.class);
            if (facts.isDirectory()) {
                throw new Failure("Error reading " + path.given() + ": is a directory");
            }
            FileFormat format = choice.formatOf(path.given());
            boolean parsed = choice.mode() == FormatChoice.Mode.PARSED;
            if (parsed && facts.isRegularFile() && facts.size() > largest) {
                RecordFile records = RecordFile.open(path, format, options, diagnostics);
                if (records != null) {
                    return records.value();
                }
            }
            return value(Files.readAllBytes(path.path()), format, facts);
        } catch (IOException problem) {
            throw FileFailure.reading(path, options.encoding(), problem);
        } catch (OutOfMemoryError exhausted) {
            throw new Failure("Error reading " + path.given() + ": the file is too large", exhausted);
        }
    }

    private Object value(byte[] content, FileFormat format, BasicFileAttributes facts) throws IOException {
        if (choice.mode() == FormatChoice.Mode.BYTES) {
            return Binary.of(content, origin(content, facts));
        }
        if (choice.mode() == FormatChoice.Mode.RAW || format.isTextOnly()) {
            return text(content, facts);
        }
        if (format == FileFormat.BINARY) {
            try {
                return text(content, facts);
            } catch (CharacterCodingException _) {
                return Binary.of(content, origin(content, facts));
            }
        }
        String text = decoded(content);
        try {
            Object value = FormatReader.read(format, text, options, this::warn);
            // Prose in a .txt file: nothing was parsed.
            return value instanceof String && format == FileFormat.TEXT ? text(content, facts) : value;
        } catch (MalformedText malformed) {
            throw new Failure("Error reading " + path.given() + ": " + malformed.text());
        }
    }

    private void warn(int line) {
        RecordFile.warn(diagnostics, path, line);
    }

    /** The text with its origin ([WEB-2]). */
    private Object text(byte[] content, BasicFileAttributes facts) throws IOException {
        if (options.encoding() == Encoding.UTF_8 && !startsWithMark(content)) {
            if (!Utf8.isWellFormed(content)) {
                throw new MalformedInputException(1);
            }
            return MarkedText.ofUtf8(content, origin(content, facts));
        }
        return MarkedText.of(decoded(content), new Origin(kind(), Origin.Maker.FILE, null));
    }

    private Origin origin(byte[] content, BasicFileAttributes facts) {
        return new Origin(kind(), Origin.Maker.FILE, fileFacts(content, facts));
    }

    /** The file's facts, unless it has changed while it was read. */
    private Origin.@Nullable FileFacts fileFacts(byte[] content, BasicFileAttributes facts) {
        return content.length == facts.size()
                ? new Origin.FileFacts(path.absolute(), facts.size(), facts.lastModifiedTime().toInstant(), null)
                : null;
    }

    private String kind() {
        return FileFormat.extension(path.given());
    }

    private static boolean startsWithMark(byte[] content) {
        return content.length >= MARK.length && Arrays.equals(content, 0, MARK.length, MARK, 0, MARK.length);
    }

    private String decoded(byte[] content) throws IOException {
        String text = options.encoding().decoder().decode(ByteBuffer.wrap(content)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
