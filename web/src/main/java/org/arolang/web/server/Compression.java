package org.arolang.web.server;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** gzip ([WEB-158]). One for each event loop, used on it only. */
final class Compression {

    static final int SMALLEST = 1024;

    private static final int LEVEL = 5;
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

    private @Nullable Deflater deflater;

    /** Whether the client takes gzip: named or by {@code *}, and not with {@code q=0}. */
    static boolean isAccepted(MultiMap headers) {
        String accept = headers.get("Accept-Encoding");
        if (accept == null) return false;
        if (accept.equals("gzip") || accept.startsWith("gzip, ")) return true;
        Boolean named = null;
        boolean any = false;
        for (String item : accept.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = item.split(";");
            String coding = parts[0].trim();
            boolean wanted = true;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].trim();
                if (parameter.startsWith("q=")) wanted = !parameter.substring(2).matches("0(\\.0*)?");
            }
            if (coding.equals("gzip") || coding.equals("x-gzip")) named = wanted;
            if (coding.equals("*")) any = wanted;
        }
        return named == null ? any : named;
    }

    /** The compressed bytes, or null when they would not be fewer. */
    byte @Nullable [] gzip(byte[] bytes, int length) {
        Deflater zip = deflater;
        if (zip == null) {
            zip = new Deflater(LEVEL, true);
            deflater = zip;
        }
        zip.reset();
        zip.setInput(bytes, 0, length);
        zip.finish();
        byte[] out = new byte[length];
        System.arraycopy(HEAD, 0, out, 0, HEAD.length);
        int size = HEAD.length;
        while (!zip.finished()) {
            int room = out.length - 8 - size;
            if (room <= 0) return null;
            size += zip.deflate(out, size, room);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        size = little(out, size, (int) crc.getValue());
        size = little(out, size, length);
        return Arrays.copyOf(out, size);
    }

    private static int little(byte[] out, int at, int value) {
        for (int i = 0; i < 4; i++) out[at++] = (byte) (value >>> 8 * i);
        return at;
    }
}
