package org.arolang.cli.program;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a program that an executable carries: its sources, which failure reports quote, contract, templates, static files and store
 * files ([TOOL-311]). A plain sequence of entries; it is compressed with nothing, being small beside the rest.
 *
 * @param name the application's name
 * @param entries its files, sources in source order
 */
record ProgramArchive(String name, List<Entry> entries) {

    private static final int MAGIC = 0x41524F31;

    /** What a file is. */
    enum Kind {
        SOURCE, IMPORTED_SOURCE, CONTRACT,
        /** A template or static file. */
        PAGE, STORE
    }

    /**
     * A file.
     *
     * @param path relative to the application's directory, with {@code /} as separator
     * @param changed the time of its last change when the program was built
     */
    record Entry(Kind kind, String path, Instant changed, byte[] content) {
        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            write(out, name.getBytes(StandardCharsets.UTF_8));
            out.writeInt(entries.size());
            for (Entry entry : entries) {
                out.writeInt(entry.kind.ordinal());
                out.writeLong(entry.changed.toEpochMilli());
                write(out, entry.path.getBytes(StandardCharsets.UTF_8));
                write(out, entry.content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }

    /**
     * @throws IllegalArgumentException when the bytes are no archive
     */
    static ProgramArchive read(ByteBuffer bytes) {
        if (bytes.remaining() < 4 || bytes.getInt() != MAGIC) {
            throw new IllegalArgumentException("the executable carries no program");
        }
        String name = new String(readBytes(bytes), StandardCharsets.UTF_8);
        int count = bytes.getInt();
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Kind kind = Kind.values()[bytes.getInt()];
            Instant changed = Instant.ofEpochMilli(bytes.getLong());
            String path = new String(readBytes(bytes), StandardCharsets.UTF_8);
            entries.add(new Entry(kind, path, changed, readBytes(bytes)));
        }
        return new ProgramArchive(name, entries);
    }

    private static byte[] readBytes(ByteBuffer bytes) {
        byte[] content = new byte[bytes.getInt()];
        bytes.get(content);
        return content;
    }

    List<Entry> of(Kind kind) {
        return entries.stream().filter(entry -> entry.kind == kind).toList();
    }
}
