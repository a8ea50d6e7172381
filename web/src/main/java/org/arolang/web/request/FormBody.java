package org.arolang.web.request;

import java.nio.charset.StandardCharsets;
import org.arolang.runtime.value.ObjectValue;

/** {@code application/x-www-form-urlencoded} ([WEB-82]). */
final class FormBody {

    /** Fields of a form, parts of a multipart body ([WEB-60]). */
    static final int MOST_FIELDS = 1000;

    private FormBody() {}

    static ObjectValue parse(byte[] body) throws BadRequest {
        // Latin-1 keeps each byte a character; the decoding makes UTF-8 of them.
        QueryString pairs = QueryString.of(new String(body, StandardCharsets.ISO_8859_1), MOST_FIELDS);
        if (pairs.size() > MOST_FIELDS) throw BadRequest.closing("Malformed form request body");
        Fields fields = new Fields();
        for (int i = 0; i < pairs.size(); i++) fields.add(pairs.name(i), pairs.value(i));
        return fields.build();
    }
}
