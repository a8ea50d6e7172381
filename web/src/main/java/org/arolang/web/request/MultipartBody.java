package org.arolang.web.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** {@code multipart/form-data} ([WEB-83]): RFC 7578 read from bytes in memory. */
final class MultipartBody {

    private static final int HEADER_BLOCK = 16 * 1024;

    private final byte[] body;
    private final byte[] delimiter;
    private final Fields fields = new Fields();
    private final ListValue.Builder files = new ListValue.Builder();
    private int parts;

    private MultipartBody(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @param files what {@code <request: files>} is */
    record Parsed(ObjectValue fields, ListValue files) {}

    static Parsed parse(byte[] body, @Nullable String boundary) throws BadRequest {
        if (boundary == null || boundary.isEmpty() || boundary.length() > 200) throw malformed();
        MultipartBody multipart = new MultipartBody(body, boundary);
        multipart.parse();
        return new Parsed(multipart.fields.build(), multipart.files.build());
    }

    private static BadRequest malformed() {
        return BadRequest.closing("Malformed multipart request body");
    }

    private void parse() throws BadRequest {
        int at = firstDelimiter();
        if (at < 0) throw malformed();
        while (true) {
            if (startsWith(at, "--")) return;
            while (at < body.length && (body[at] == ' ' || body[at] == '\t')) at++;
            if (!startsWith(at, "\r\n")) throw malformed();
            int next = indexOf(delimiter, at); // at may itself begin the next delimiter when the part is empty
            if (next < 0) throw malformed();
            part(at + 2, next);
            at = next + delimiter.length;
        }
    }

    /** The place after the first delimiter, which may stand at the very beginning without a line break before it. */
    private int firstDelimiter() {
        byte[] bare = Arrays.copyOfRange(delimiter, 2, delimiter.length);
        if (body.length >= bare.length && Arrays.equals(body, 0, bare.length, bare, 0, bare.length)) return bare.length;
        int found = indexOf(delimiter, 0);
        return found < 0 ? -1 : found + delimiter.length;
    }

    private void part(int from, int end) throws BadRequest {
        if (++parts > FormBody.MOST_FIELDS || from > end) throw malformed();
        String disposition = null;
        String contentType = null;
        int at = from;
        while (!startsWith(at, "\r\n")) {
            int line = indexOf(new byte[]{'\r', '\n'}, at);
            if (line < 0 || line > end || line - from > HEADER_BLOCK) throw malformed();
            String text = new String(body, at, line - at, StandardCharsets.ISO_8859_1);
            int colon = text.indexOf(':');
            if (colon <= 0) throw malformed();
            String value = text.substring(colon + 1).trim();
            switch (text.substring(0, colon).trim().toLowerCase(Locale.ROOT)) {
                case "content-disposition" -> disposition = value;
                case "content-type" -> contentType = value;
                default -> {
                }
            }
            at = line + 2;
        }
        String name = disposition == null ? null : HeaderParameters.find(disposition, "name");
        if (disposition == null || name == null) throw malformed();
        byte[] bytes = Arrays.copyOfRange(body, Math.min(at + 2, end), end);
        MediaType type = MediaType.of(contentType);
        Binary binary = Binary.of(bytes);
        Object value = binary;
        if (type.type().isEmpty() || type.type().startsWith("text/")) {
            String text = binary.text();
            if (text != null) value = text;
        }
        fields.add(name, value);
        String filename = HeaderParameters.find(disposition, "filename");
        if (filename != null) {
            String last = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
            files.add(ObjectValue.of("name", name, "filename", last, "contentType",
                    contentType == null ? "text/plain" : contentType, "size", (long) bytes.length, "content", value));
        }
    }

    private boolean startsWith(int at, String text) {
        if (at + text.length() > body.length) return false;
        for (int i = 0; i < text.length(); i++) {
            if (body[at + i] != text.charAt(i)) return false;
        }
        return true;
    }

    private int indexOf(byte[] wanted, int from) {
        int last = body.length - wanted.length;
        for (int i = from; i <= last; i++) {
            if (body[i] == wanted[0] && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) return i;
        }
        return -1;
    }
}
