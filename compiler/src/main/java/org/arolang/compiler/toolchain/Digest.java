package org.arolang.compiler.toolchain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over several things; each is preceded by its length, so that no two lists of things give the same. */
public final class Digest {

    private final MessageDigest digest = sha256();

    public Digest add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, bytes.length));
        digest.update(bytes);
        return this;
    }

    public Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 64 characters, lower case. The digest is used up. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The plain SHA-256 of a file. */
    public static String ofFile(Path file) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        try (var channel = FileChannel.open(file)) {
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
