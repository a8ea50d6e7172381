package org.arolang.web.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.arolang.runtime.Failure;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** The bytes of events on a stream ([WEB-229]). */
final class StreamEvent {

    private StreamEvent() {}

    static ByteBuf ping() {
        return bytes(": ping\n\n");
    }

    /**
     * @param options {@code event}, {@code id} and {@code retry}, or null
     * @throws Failure when an option cannot be sent
     */
    static ByteBuf of(Object payload, @Nullable ObjectValue options) {
        StringBuilder event = new StringBuilder();
        line(event, "id", options);
        line(event, "event", options);
        line(event, "retry", options);
        String text = payload instanceof Binary binary && binary.text() == null
                ? Base64.getEncoder().encodeToString(binary.bytes())
                : new String(Frame.payload(payload), StandardCharsets.UTF_8);
        for (String line : text.split("\r\n|\r|\n", -1)) event.append("data: ").append(line).append('\n');
        return bytes(event.append('\n').toString());
    }

    private static void line(StringBuilder event, String key, @Nullable ObjectValue options) {
        Object value = options == null ? null : options.get(key);
        if (value == null || value == Null.NULL) return;
        String text = Text.of(value);
        boolean number = !key.equals("retry") || text.matches("\\d{1,18}");
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || !number) {
            throw new Failure("Invalid value '" + text + "' for " + key);
        }
        event.append(key).append(": ").append(text).append('\n');
    }

    private static ByteBuf bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return PooledByteBufAllocator.DEFAULT.directBuffer(bytes.length).writeBytes(bytes);
    }
}
