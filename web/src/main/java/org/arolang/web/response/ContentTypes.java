package org.arolang.web.response;

import io.vertx.core.http.HttpHeaders;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Content types by extension or origin ([WEB-150]), and which of them are worth compressing ([WEB-158]). */
public final class ContentTypes {

    /** Wire JSON ([WEB-152]). */
    public static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    static final CharSequence BYTES = HttpHeaders.createOptimized("application/octet-stream");

    private static final Map<String, CharSequence> BY_EXTENSION = new HashMap<>();

    static {
        put(HTML, "html", "htm");
        put("text/css; charset=utf-8", "css");
        put("text/javascript; charset=utf-8", "js", "mjs");
        put("application/json; charset=utf-8", "json", "map");
        put("application/xml; charset=utf-8", "xml");
        put("text/plain; charset=utf-8", "txt");
        put("text/markdown; charset=utf-8", "md");
        put("text/csv; charset=utf-8", "csv");
        put("image/svg+xml", "svg");
        put("image/png", "png");
        put("image/gif", "gif");
        put("image/webp", "webp");
        put("image/jpeg", "jpg", "jpeg");
        put("image/x-icon", "ico");
        put("font/woff", "woff");
        put("font/woff2", "woff2");
        put("font/ttf", "ttf");
        put("application/vnd.ms-fontobject", "eot");
        put("application/pdf", "pdf");
        put("application/wasm", "wasm");
        put("application/manifest+json", "webmanifest");
        put("text/plain; version=0.0.4; charset=utf-8", "prometheus");
    }

    private ContentTypes() {}

    private static void put(CharSequence type, String... extensions) {
        CharSequence optimized = type.equals(HTML) ? type : HttpHeaders.createOptimized(type.toString());
        for (String extension : extensions) BY_EXTENSION.put(extension, optimized);
    }

    /** The type of an origin's kind, or null. */
    static @Nullable CharSequence ofKind(String kind) {
        return BY_EXTENSION.get(kind);
    }

    /** The type of a literal last path segment by its extension, or null. */
    static @Nullable CharSequence ofSegment(String segment, boolean markup) {
        int dot = segment.lastIndexOf('.');
        if (dot < 0) return null;
        String extension = segment.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (extension.equals("prometheus")) return null;
        boolean active = extension.equals("html") || extension.equals("htm") || extension.equals("svg");
        return active && !markup ? null : BY_EXTENSION.get(extension);
    }

    /** Whether bodies of this type are compressed ([WEB-158]). */
    public static boolean isCompressible(CharSequence type) {
        if (type.equals(JSON) || type.equals(HTML)) return true;
        String text = type.toString();
        int semicolon = text.indexOf(';');
        String bare = (semicolon < 0 ? text : text.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
        if (bare.equals("text/event-stream")) return false;
        return bare.startsWith("text/") || bare.endsWith("+json") || bare.endsWith("+xml") || bare.equals("application/json")
                || bare.equals("application/javascript") || bare.equals("application/xml") || bare.equals("application/wasm");
    }
}
