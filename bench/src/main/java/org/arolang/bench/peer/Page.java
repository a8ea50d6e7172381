package org.arolang.bench.peer;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The page, split where the template has its blocks; the parts are UTF-8. */
record Page(byte[] beforeLoop, byte[] beforeTime, byte[] beforeText, byte[] afterText, byte[] afterLoop) {

    private static final List<String> BLOCKS = List.of(
            "{{ for each <msg> in <recent-messages> { }}",
            "{{ <msg: createdAt> | date: \"dd.MM.yyyy HH:mm\" }}",
            "{{ <msg: message> }}",
            "{{ } }}");

    static Page load(Path file) throws IOException {
        String text = Files.readString(file);
        var parts = new byte[BLOCKS.size()][];
        int position = 0;
        for (int i = 0; i < parts.length; i++) {
            String block = BLOCKS.get(i);
            int begin = text.indexOf(block, position);
            if (begin < 0) {
                throw new IOException(file + " has no " + block);
            }
            parts[i] = text.substring(position, begin).getBytes(UTF_8);
            position = begin + block.length();
        }
        return new Page(parts[0], parts[1], parts[2], parts[3], text.substring(position).getBytes(UTF_8));
    }

    Buffer render(List<Message> messages) {
        Buffer out = Buffer.buffer(8192).appendBytes(beforeLoop);
        for (Message message : messages) {
            out.appendBytes(beforeTime)
                    .appendBytes(date(message.createdAt()))
                    .appendBytes(beforeText)
                    .appendBytes(escaped(message.text()).getBytes(UTF_8))
                    .appendBytes(afterText);
        }
        return out.appendBytes(afterLoop);
    }

    /** From {@code 2031-04-05T06:07:08Z} to {@code 05.04.2031 06:07}. */
    private static byte[] date(String iso) {
        return new StringBuilder(16)
                .append(iso, 8, 10)
                .append('.')
                .append(iso, 5, 7)
                .append('.')
                .append(iso, 0, 4)
                .append(' ')
                .append(iso, 11, 16)
                .toString()
                .getBytes(UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder out = null;
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> null;
            };
            if (entity != null) {
                out = out == null ? new StringBuilder(text.length() + 32) : out;
                out.append(text, done, i).append(entity);
                done = i + 1;
            }
        }
        return out == null ? text : out.append(text, done, text.length()).toString();
    }
}
