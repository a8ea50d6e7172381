package org.arolang.runtime.value;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Secure random numbers, taken from the system in portions. The first one must not cost what loading Java's security providers costs
 * (50 ms): where the system offers its generator as a file, that is read. Not thread-safe.
 */
final class Entropy {

    private static final String SYSTEM_SOURCE = "/dev/urandom";

    private final byte[] pool = new byte[4096];
    private int used = pool.length;
    private @Nullable SecureRandom fallback;

    long next() {
        if (used == pool.length) refill();
        long number = 0;
        for (int i = 0; i < 8; i++) number = number << 8 | pool[used++] & 0xFF;
        return number;
    }

    private void refill() {
        if (fallback == null) {
            try (InputStream source = new FileInputStream(SYSTEM_SOURCE)) {
                if (source.readNBytes(pool, 0, pool.length) == pool.length) {
                    used = 0;
                    return;
                }
            } catch (IOException _) {
                // No such file here: Java's own source it is.
            }
            fallback = new SecureRandom();
        }
        fallback.nextBytes(pool);
        used = 0;
    }
}
