package org.arolang.runtime.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at bytes that should be UTF-8. */
public final class Utf8 {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;

    private Utf8() {}

    /** Whether the bytes are well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. */
    public static boolean isWellFormed(byte[] bytes) {
        int length = bytes.length;
        int i = 0;
        while (i < length) {
            if (i + 8 <= length && ((long) EIGHT.get(bytes, i) & NOT_ASCII) == 0) {
                i += 8;
                continue;
            }
            int lead = bytes[i];
            if (lead >= 0) {
                i++;
                continue;
            }
            int more = more(bytes, i, length);
            if (more == 0) return false;
            i += more + 1;
        }
        return true;
    }

    /** How many bytes follow the lead byte of the well-formed sequence at {@code i}; 0 when there is none. */
    private static int more(byte[] bytes, int i, int length) {
        int lead = bytes[i] & 0xFF;
        int count = lead >= 0xC2 && lead < 0xE0 ? 1 : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xF0 && lead < 0xF5 ? 3 : 0;
        if (count == 0 || i + count >= length) return 0;
        int second = bytes[i + 1] & 0xFF;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) return 0;
        for (int k = 2; k <= count; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) return 0;
        }
        return count;
    }
}
