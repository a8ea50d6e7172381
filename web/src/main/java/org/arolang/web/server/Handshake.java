package org.arolang.web.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.arolang.web.contract.Contract;
import org.arolang.web.contract.Operation;
import org.arolang.web.response.Answer;
import org.arolang.web.socket.WebSockets;
import org.jspecify.annotations.Nullable;

/** WebSocket handshakes ([WEB-190], [DEC-26]), and taking a channel out of HTTP's hands. */
final class Handshake {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Set<String> paths = new HashSet<>();
    private final WebSockets sockets;
    private final ServerOptions options;

    Handshake(WebSockets sockets, ServerOptions options, @Nullable Contract contract) {
        this.sockets = sockets;
        this.options = options;
        if (options.webSocketPath() != null) paths.add(options.webSocketPath());
        if (contract != null) {
            for (Operation operation : contract.operations()) {
                if (operation.isUpgrade() && operation.method().equals("GET")) paths.add(operation.template().text());
            }
        }
    }

    /** Whether there are WebSockets at all. */
    boolean isEnabled() {
        return !paths.isEmpty();
    }

    /** Whether a request wants to be a WebSocket on one of the paths. */
    boolean isOne(HttpServerRequest request, String path) {
        return !paths.isEmpty() && request.method().equals(HttpMethod.GET) && paths.contains(path)
                && contains(request.headers(), "Upgrade", "websocket");
    }

    /** Why a handshake is refused, or null. */
    @Nullable
    Answer refusal(HttpServerRequest request) {
        MultiMap headers = request.headers();
        if (request.version() != HttpVersion.HTTP_1_1 || !contains(headers, "Connection", "upgrade")) return malformed();
        String version = headers.get("Sec-WebSocket-Version");
        if (version == null) return malformed();
        if (!version.strip().equals("13")) {
            return Answer.error(426, "Unsupported WebSocket version").header("Sec-WebSocket-Version", "13");
        }
        List<String> keys = headers.getAll("Sec-WebSocket-Key");
        if (keys.size() != 1 || !isKey(keys.getFirst().strip())) return malformed();
        return isAllowed(headers.get("Origin"), headers.get("Host")) ? null : Answer.error(403, "Origin not allowed");
    }

    private static Answer malformed() {
        return Answer.error(400, "Malformed WebSocket handshake");
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == 16;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** No origin, the server's own, or one of the options'. */
    private boolean isAllowed(@Nullable String origin, @Nullable String host) {
        if (origin == null) return true;
        Set<String> allowed = options.origins();
        if (allowed != null && (allowed.contains("*") || allowed.contains(origin))) return true;
        try {
            URI uri = new URI(origin);
            if (uri.getHost() == null || host == null) return false;
            int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
            URI asked = new URI("http://" + host.strip());
            int port = uri.getPort() < 0 ? standard : uri.getPort();
            int askedPort = asked.getPort() < 0 ? standard : asked.getPort();
            return uri.getHost().equalsIgnoreCase(asked.getHost()) && port == askedPort;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean contains(MultiMap headers, String name, String token) {
        for (String value : headers.getAll(name)) {
            for (String item : value.split(",")) {
                if (item.strip().equalsIgnoreCase(token)) return true;
            }
        }
        return false;
    }

    /** Answers with 101 and makes the channel a WebSocket. */
    void accept(ServerLoop loop, Connection connection, HttpServerRequest request, String path) {
        String key = request.headers().get("Sec-WebSocket-Key").strip();
        ByteBuf head = Unpooled.copiedBuffer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\nDate: " + loop.date() + "\r\n\r\n", StandardCharsets.ISO_8859_1);
        takeOver(connection, () -> {
            Channel channel = connection.channel();
            channel.pipeline().firstContext().writeAndFlush(head);
            sockets.open(channel, path, connection.remoteAddress(), options.maxMessage());
        });
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Takes a channel away from HTTP once the request on it has been read to its end, which the decoder, now at work, has yet to tell.
     *
     * @param opening puts the new handlers in place
     */
    static void takeOver(Connection connection, Runnable opening) {
        Channel channel = connection.channel();
        connection.upgrade();
        channel.eventLoop().execute(() -> {
            if (!channel.isActive()) return;
            ChannelPipeline pipeline = channel.pipeline();
            pipeline.remove("httpEncoder");
            opening.run();
            pipeline.remove("httpDecoder"); // Hands what it has read too much to the new handlers.
            channel.config().setAutoRead(true);
        });
    }
}
