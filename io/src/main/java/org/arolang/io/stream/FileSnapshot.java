package org.arolang.io.stream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The content that a file has now, to be read later and more than once: whatever is appended to the file afterwards or takes its place
 * does not show. The file is closed when nobody can read it any more. Thread-safe.
 */
final class FileSnapshot {

    private final FileChannel channel;
    private final long size;

    private FileSnapshot(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    static FileSnapshot of(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new FileSnapshot(channel, channel.size());
    }

    /** Reads the content from its start. Closing the result is not needed. */
    InputStream open() {
        return new Content(channel, size);
    }

    private static final class Content extends InputStream {

        private final FileChannel channel;
        private final long size;
        private long position;

        Content(FileChannel channel, long size) {
            this.channel = channel;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int most = (int) Math.min(length, size - position);
            if (most <= 0) {
                return length == 0 ? 0 : -1;
            }
            int count = channel.read(ByteBuffer.wrap(bytes, from, most), position);
            position += Math.max(count, 0);
            return count;
        }
    }
}
