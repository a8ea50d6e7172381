package org.arolang.runtime.value;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Ids that are unique and sort by the time they were made ([DEC-20]), also when the clock is set back. Thread-safe.
 */
public final class Ids {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private static final Sequence CREATION = new Sequence(32, 16);
    private static final Sequence UUID = new Sequence(42, 20);

    private Ids() {}

    /** 19 lower-case hex digits: 11 for the millisecond and 8 that grow within it ([DATA-43]). */
    public static String typedCreation() {
        long millis;
        long count;
        CREATION.lock.lock();
        try {
            CREATION.advance(System.currentTimeMillis());
            millis = CREATION.millis;
            count = CREATION.count;
        } finally {
            CREATION.lock.unlock();
        }
        char[] id = new char[19];
        hex(id, 0, 11, millis);
        hex(id, 11, 8, count);
        return new String(id);
    }

    /** A UUID of version 7, lower-case. */
    public static String uuid7() {
        long millis;
        long count;
        long random;
        UUID.lock.lock();
        try {
            UUID.advance(System.currentTimeMillis());
            millis = UUID.millis;
            count = UUID.count;
            random = UUID.random();
        } finally {
            UUID.lock.unlock();
        }
        char[] id = new char[36];
        hex(id, 0, 8, millis >>> 16);
        id[8] = '-';
        hex(id, 9, 4, millis);
        id[13] = '-';
        hex(id, 14, 4, 0x7000 | count >>> 30);
        id[18] = '-';
        hex(id, 19, 4, 0x8000 | count >>> 16 & 0x3FFF);
        id[23] = '-';
        hex(id, 24, 4, count);
        hex(id, 28, 8, random);
        return new String(id);
    }

    private static void hex(char[] into, int from, int digits, long number) {
        for (int i = from + digits - 1; i >= from; i--) {
            into[i] = HEX[(int) (number & 15)];
            number >>>= 4;
        }
    }

    /** A millisecond and a count within it that starts at random and grows by random steps. Guarded by its lock. */
    private static final class Sequence {

        private final ReentrantLock lock = new ReentrantLock();
        private final int bits;
        private final int stepBits;
        private final Entropy entropy = new Entropy();
        private long millis;
        private long count;

        Sequence(int bits, int stepBits) {
            this.bits = bits;
            this.stepBits = stepBits;
        }

        void advance(long now) {
            if (now > millis) {
                millis = now;
                count = random() >>> 65 - bits;
                return;
            }
            count += 1 + (random() >>> 64 - stepBits);
            if (count >>> bits != 0) {
                millis++;
                count = random() >>> 65 - bits;
            }
        }

        long random() {
            return entropy.next();
        }
    }
}
