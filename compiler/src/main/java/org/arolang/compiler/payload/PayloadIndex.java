package org.arolang.compiler.payload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The index of a payload, as {@code payload.h} has it; the two must agree.
 *
 * @param hash         of the contents, 64 hexadecimal characters
 * @param directories  relative names; parents come first
 * @param beside       empty, or the name of the directory beside the executable where the files lie; then there are no chunks
 */
record PayloadIndex(String hash, List<String> directories, List<File> files, List<Chunk> chunks, List<String> options,
        String mainClass, String beside) {

    private static final byte[] MAGIC = "AROPAY1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH = 64;
    private static final int HEADER = 8 + HASH + 8 + 6 * 4;
    private static final int FILE = 8 + 8 + 4 + 4;
    private static final int CHUNK = 5 * 8;

    /** A file; {@code mode} is that of Unix. */
    record File(String name, long size, long fingerprint, int mode) {
    }

    /** A part of a file: a Zstandard frame in the data. */
    record Chunk(long storedAt, long storedSize, long offset, long size, int file) {
    }

    /** The same payload, its files unpacked in a directory beside the executable. */
    PayloadIndex beside(String directory) {
        return new PayloadIndex(hash, directories, files, List.of(), options, mainClass, directory);
    }

    byte[] encode() {
        var strings = new Strings();
        int size = HEADER + files.size() * FILE + chunks.size() * CHUNK + (directories.size() + options.size()) * 4;
        ByteBuffer index = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        index.put(MAGIC).put(hash.getBytes(StandardCharsets.US_ASCII));
        index.putLong(chunks.stream().mapToLong(Chunk::size).max().orElse(0));
        index.putInt(directories.size()).putInt(files.size()).putInt(chunks.size()).putInt(options.size());
        index.putInt(strings.add(mainClass.replace('.', '/'))).putInt(beside.isEmpty() ? 0 : strings.add(beside));
        for (File file : files) index.putLong(file.size).putLong(file.fingerprint).putInt(strings.add(file.name)).putInt(file.mode);
        for (Chunk chunk : chunks) {
            index.putLong(chunk.storedAt).putLong(chunk.storedSize).putLong(chunk.offset).putLong(chunk.size).putLong(chunk.file);
        }
        for (String directory : directories) index.putInt(strings.add(directory));
        for (String option : options) index.putInt(strings.add(option));

        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(index.array());
        bytes.writeBytes(strings.bytes.toByteArray());
        return bytes.toByteArray();
    }

    static PayloadIndex decode(byte[] bytes) throws IOException {
        ByteBuffer index = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var magic = new byte[MAGIC.length];
        index.get(magic);
        if (!Arrays.equals(magic, MAGIC)) throw new IOException("not the index of a payload");
        var hash = new byte[HASH];
        index.get(hash);
        index.getLong();
        int directoryCount = index.getInt();
        int fileCount = index.getInt();
        int chunkCount = index.getInt();
        int optionCount = index.getInt();
        int mainClass = index.getInt();
        int beside = index.getInt();
        int strings = HEADER + fileCount * FILE + chunkCount * CHUNK + (directoryCount + optionCount) * 4;
        var files = new ArrayList<File>();
        for (int i = 0; i < fileCount; i++) {
            long size = index.getLong();
            long fingerprint = index.getLong();
            files.add(new File(string(bytes, strings + index.getInt()), size, fingerprint, index.getInt()));
        }
        var chunks = new ArrayList<Chunk>();
        for (int i = 0; i < chunkCount; i++) {
            chunks.add(new Chunk(index.getLong(), index.getLong(), index.getLong(), index.getLong(), (int) index.getLong()));
        }
        var directories = new ArrayList<String>();
        for (int i = 0; i < directoryCount; i++) directories.add(string(bytes, strings + index.getInt()));
        var options = new ArrayList<String>();
        for (int i = 0; i < optionCount; i++) options.add(string(bytes, strings + index.getInt()));
        return new PayloadIndex(new String(hash, StandardCharsets.US_ASCII), directories, files, chunks, options,
                string(bytes, strings + mainClass), beside == 0 ? "" : string(bytes, strings + beside));
    }

    private static String string(byte[] bytes, int start) {
        int end = start;
        while (bytes[end] != 0) end++;
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** Texts one behind the other, each ended by a zero byte. Offset 0 is the empty text. */
    private static final class Strings {

        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Strings() {
            bytes.write(0);
        }

        int add(String text) {
            int offset = bytes.size();
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
            return offset;
        }
    }
}
