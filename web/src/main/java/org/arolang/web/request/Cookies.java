package org.arolang.web.request;

import java.util.HashMap;
import java.util.Map;
import org.arolang.web.routing.PercentDecoding;
import org.jspecify.annotations.Nullable;

/** Reads {@code Cookie} headers ([WEB-74]). */
final class Cookies {

    private Cookies() {}

    static Map<String, String> of(@Nullable String header) {
        Map<String, String> cookies = new HashMap<>();
        if (header == null) return cookies;
        for (String pair : header.split(";")) {
            int equals = pair.indexOf('=');
            if (equals < 0) continue;
            String name = pair.substring(0, equals).trim();
            String value = pair.substring(equals + 1).trim();
            String decoded = PercentDecoding.strict(value);
            if (!name.isEmpty()) cookies.put(name, decoded == null ? value : decoded);
        }
        return cookies;
    }
}
