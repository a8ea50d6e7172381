package org.arolang.web.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as HTTP writes them. */
final class Clock {

    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Clock() {}

    static String http(Instant instant) {
        return HTTP.format(instant);
    }

    /** The time of an HTTP date, or null when it is none. */
    static @Nullable Instant parse(String date) {
        try {
            return HTTP.parse(date.strip(), Instant::from);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
