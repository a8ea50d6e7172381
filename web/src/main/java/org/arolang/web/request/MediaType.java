package org.arolang.web.request;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of a {@code Content-Type}.
 *
 * @param type lower case, without parameters; empty when there is no such header
 * @param header as received
 */
public record MediaType(String type, String header) {

    public static final MediaType NONE = new MediaType("", "");

    public static MediaType of(@Nullable String header) {
        if (header == null || header.isBlank()) return NONE;
        int semicolon = header.indexOf(';');
        String bare = (semicolon < 0 ? header : header.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
        return new MediaType(bare, header);
    }

    public boolean isMultipart() {
        return type.equals("multipart/form-data");
    }

    boolean isJson() {
        return type.equals("application/json") || type.endsWith("+json");
    }

    boolean isForm() {
        return type.equals("application/x-www-form-urlencoded");
    }

    /** A parameter's value, quotes removed; null when there is none. */
    @Nullable
    String parameter(String name) {
        return HeaderParameters.find(header, name);
    }
}
