package org.arolang.web.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.arolang.runtime.Failure;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * The options of a Start statement ([WEB-32]).
 *
 * @param port the explicit port, or -1
 * @param webSocketPath the path that WebSockets are enabled at, or null
 * @param timeout seconds a handler may run, 0 for any time
 * @param origins what origins of WebSocket handshakes are allowed besides the server's own; null when the option was not given
 * @param cors null when it is off
 */
record ServerOptions(
        int port,
        @Nullable String webSocketPath,
        String host,
        boolean validation,
        int maxBody,
        int maxUpload,
        int maxConnections,
        int maxMessage,
        double timeout,
        @Nullable Set<String> origins,
        @Nullable Cors cors,
        boolean compress,
        long staticMaxAge) {

    static final int MIB = 1024 * 1024;

    static final ServerOptions DEFAULT = read(ObjectValue.EMPTY, -1, _ -> {});

    /**
     * @param explicitPort a port given otherwise than as an option, or -1
     * @param warnings takes the text of each warning
     * @throws Failure {@code Invalid value '<v>' for <key>}
     */
    static ServerOptions read(ObjectValue options, int explicitPort, Consumer<String> warnings) {
        Reader reader = new Reader(options);
        for (String key : options.keys()) {
            if (!KEYS.contains(key)) warnings.accept("unknown http-server option '" + key + "'");
        }
        Object port = options.get("port");
        return new ServerOptions(port == null ? explicitPort : port(port), reader.path("websocket"), reader.text("host", "0.0.0.0"),
                reader.flag("validation", false), reader.count("max-body", MIB), reader.count("max-upload", 10 * MIB),
                reader.count("max-connections", 10_000), reader.count("max-message", MIB), reader.seconds("timeout"),
                reader.texts("origins"), reader.cors(), reader.flag("compress", true), (long) reader.wholeSeconds("static-max-age"));
    }

    private static final Set<String> KEYS = Set.of("port", "websocket", "host", "validation", "max-body", "max-upload", "max-connections",
            "max-message", "timeout", "origins", "cors", "compress", "static-max-age");

    /** A port as a program gives it: integer or numeric text, 0 to 65535 ([WEB-31]). */
    static int port(Object value) {
        long number = -1;
        if (value instanceof Long integer) {
            number = integer;
        } else if (text(value) instanceof String text && text.strip().matches("\\d{1,9}")) {
            number = Long.parseLong(text.strip());
        }
        if (number < 0 || number > 65535) throw invalid(value, "port");
        return (int) number;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : value instanceof MarkedText marked ? marked.text() : null;
    }

    private static Failure invalid(Object value, String key) {
        return new Failure("Invalid value '" + Text.of(value) + "' for " + key);
    }

    /** Cross-origin requests ([WEB-46]). */
    record Cors(boolean any, Set<String> origins, boolean credentials, long maxAge) {

        boolean allows(String origin) {
            return any || origins.contains(origin);
        }
    }

    private record Reader(ObjectValue options) {

        @Nullable
        String path(String key) {
            Object value = options.get(key);
            if (value == null) return null;
            String path = ServerOptions.text(value);
            if (path == null || path.isBlank()) throw invalid(value, key);
            return path.startsWith("/") ? path : "/" + path;
        }

        String text(String key, String otherwise) {
            Object value = options.get(key);
            if (value == null) return otherwise;
            String text = ServerOptions.text(value);
            if (text == null || text.isBlank()) throw invalid(value, key);
            return text;
        }

        boolean flag(String key, boolean otherwise) {
            Object value = options.get(key);
            if (value == null) return otherwise;
            if (value instanceof Boolean flag) return flag;
            throw invalid(value, key);
        }

        int count(String key, int otherwise) {
            Object value = options.get(key);
            if (value == null) return otherwise;
            if (value instanceof Long number && number > 0 && number <= Integer.MAX_VALUE - 16) return number.intValue();
            throw invalid(value, key);
        }

        double seconds(String key) {
            Object value = options.get(key);
            if (value == null) return 0;
            double seconds = value instanceof Long whole ? whole : value instanceof Double number ? number : -1;
            if (!(seconds >= 0 && seconds < 1e9)) throw invalid(value, key);
            return seconds;
        }

        double wholeSeconds(String key) {
            Object value = options.get(key);
            if (value instanceof Double) throw invalid(value, key);
            return seconds(key);
        }

        @Nullable
        Set<String> texts(String key) {
            Object value = options.get(key);
            return value == null ? null : Set.copyOf(list(value, key));
        }

        private static List<String> list(Object value, String key) {
            List<String> texts = new ArrayList<>();
            for (Object item : value instanceof ListValue list ? list : ListValue.of(value)) {
                String text = ServerOptions.text(item);
                if (text == null || text.isEmpty()) throw invalid(value, key);
                texts.add(text);
            }
            return texts;
        }

        @Nullable
        Cors cors() {
            Object value = options.get("cors");
            if (value == null) return null;
            Object origins = value;
            boolean credentials = false;
            long maxAge = 600;
            if (value instanceof ObjectValue object) {
                origins = object.get("origins");
                Reader inner = new Reader(object);
                credentials = inner.flag("credentials", false);
                if (object.has("max-age")) maxAge = (long) inner.wholeSeconds("max-age");
                if (origins == null) throw invalid(value, "cors");
            }
            Set<String> allowed = Set.copyOf(list(origins, "cors"));
            boolean any = allowed.contains("*");
            if (any && credentials) throw invalid(value, "cors");
            return new Cors(any, allowed, credentials, maxAge);
        }
    }

    /** The port to listen at ([WEB-31]). */
    int effectivePort(Map<String, String> environment, int contractPort) {
        String variable = environment.get("ARO_HTTP_PORT");
        if (variable != null && variable.strip().matches("[+-]?\\d{1,9}")) return port(variable.strip());
        return port >= 0 ? port : contractPort >= 0 ? contractPort : 8080;
    }
}
