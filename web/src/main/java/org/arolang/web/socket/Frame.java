package org.arolang.web.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.MarkedText;

/** Bytes of WebSocket frames as a server sends them (RFC 6455, unmasked), and payloads of messages ([WEB-211]). */
final class Frame {

    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private Frame() {}

    /** A message's payload: text as it is, binary as bytes, a date as its ISO text, everything else as wire JSON. */
    static byte[] payload(Object value) {
        return switch (value) {
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case MarkedText text -> text.utf8();
            case Binary binary -> binary.bytes();
            case Instant date -> DateTimeFormatter.ISO_INSTANT.format(date.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS))
                    .getBytes(StandardCharsets.UTF_8);
            case Handle handle -> Json.utf8(handle.properties());
            default -> Json.utf8(value);
        };
    }

    /** The frame of a whole message, ready for any number of connections. */
    static ByteBuf message(Object value) {
        return of(value instanceof Binary ? BINARY : TEXT, payload(value));
    }

    /** One final frame; the buffer is direct, so that no connection copies it. */
    static ByteBuf of(int opcode, byte[] payload) {
        int length = payload.length;
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.directBuffer(length + 10);
        frame.writeByte(0x80 | opcode);
        if (length < 126) {
            frame.writeByte(length);
        } else if (length < 65536) {
            frame.writeByte(126).writeShort(length);
        } else {
            frame.writeByte(127).writeLong(length);
        }
        return frame.writeBytes(payload);
    }

    static ByteBuf close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[2 + text.length];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(text, 0, payload, 2, text.length);
        return of(CLOSE, payload);
    }
}
