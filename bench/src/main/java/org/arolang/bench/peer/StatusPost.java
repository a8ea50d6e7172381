package org.arolang.bench.peer;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * StatusPost on bare Vert.x, one instance per event loop.
 *
 * <p>Arguments: the directory of StatusPost and, if not one per processor, the number of event loops. The port is that of
 * the environment's {@code ARO_HTTP_PORT}, else 8080.
 */
public final class StatusPost extends VerticleBase {

    private static final int COMPRESSIBLE = 1024;
    private static final int BODY_LIMIT = 1024 * 1024;
    private static final int QUEUE_LIMIT = 1024 * 1024;

    private static final CharSequence NOSNIFF_NAME = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence ACCEPT_ENCODING = HttpHeaders.createOptimized("Accept-Encoding");
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final byte[] NO_MESSAGE = "{\"error\":\"Bad Request\",\"message\":\"The field message is missing.\"}".getBytes(UTF_8);

    /** What all event loops share. */
    private record Application(
            int port, Page page, Map<String, StaticFile> files, Board board, List<StatusPost> instances) {}

    private final Application application;

    /** The visitors of this event loop. Concurrent, because closing one changes the set that is being walked. */
    private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();

    private CharSequence date = "";

    private StatusPost(Application application) {
        this.application = application;
    }

    public static void main(String[] arguments) throws IOException {
        Path templates = Path.of(arguments[0]).resolve("templates");
        Path files = templates.resolve("static");
        var application = new Application(
                Integer.parseInt(System.getenv().getOrDefault("ARO_HTTP_PORT", "8080")),
                Page.load(templates.resolve("index.html")),
                Map.of(
                        "/static/style.css",
                        StaticFile.load(files.resolve("style.css"), "text/css; charset=utf-8"),
                        "/static/app.js",
                        StaticFile.load(files.resolve("app.js"), "text/javascript; charset=utf-8")),
                new Board(),
                new CopyOnWriteArrayList<>());
        int loops = arguments.length > 1
                ? Integer.parseInt(arguments[1])
                : Runtime.getRuntime().availableProcessors();
        // Broadcasts from one event loop are tasks for the other. Netty lets tasks keep a loop from its sockets for one
        // second, which is then the latency of a busy board; this is the least that can be set.
        System.setProperty("io.netty.eventLoop.maxTaskProcessingQuantumMs", "100");
        Vertx vertx = Vertx.vertx();
        vertx.deployVerticle(() -> new StatusPost(application), new DeploymentOptions().setInstances(loops))
                .onFailure(failure -> {
                    System.err.println(failure.getMessage());
                    System.exit(1);
                });
    }

    @Override
    public Future<?> start() {
        application.instances.add(this);
        date = StaticFile.httpDate(Instant.now());
        vertx.setPeriodic(1000, _ -> date = StaticFile.httpDate(Instant.now()));
        var options = new HttpServerOptions()
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
        return vertx.createHttpServer(options)
                .requestHandler(this::handle)
                .webSocketHandshakeHandler(handshake -> {
                    if (handshake.path().equals("/ws")) {
                        handshake.accept();
                    } else {
                        handshake.reject(404);
                    }
                })
                .webSocketHandler(this::connect)
                .listen(application.port);
    }

    private void handle(HttpServerRequest request) {
        HttpMethod method = request.method();
        boolean isRead = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        String path = request.path();
        if (path == null) {
            fail(request, 400);
        } else if (path.equals("/")) {
            if (isRead) {
                send(request, 200, HTML, application.page.render(application.board.recent()));
            } else {
                fail(request, 405);
            }
        } else if (path.equals("/messages")) {
            if (isRead) {
                send(request, 200, JSON, Buffer.buffer(Message.toJson(application.board.recent())));
            } else if (method.equals(HttpMethod.POST)) {
                receive(request);
            } else {
                fail(request, 405);
            }
        } else if (application.files.get(path) instanceof StaticFile file) {
            if (isRead) {
                send(request, file);
            } else {
                fail(request, 405);
            }
        } else {
            fail(request, 404);
        }
    }

    // --- posts ---------------------------------------------------------------------------------------------------

    private void receive(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.length() > 7 || Integer.parseInt(length) > BODY_LIMIT) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            fail(request, 413);
            return;
        }
        request.body().onSuccess(body -> post(request, body));
    }

    private void post(HttpServerRequest request, Buffer body) {
        String text = field(request, body);
        if (text == null) {
            send(request, 400, JSON, Buffer.buffer(NO_MESSAGE));
            return;
        }
        Message message = Message.of(text);
        byte[] json = message.toJson();
        application.board.store(message);
        broadcast(new String(json, UTF_8));
        send(request, 201, JSON, Buffer.buffer(json));
    }

    private static @Nullable String field(HttpServerRequest request, Buffer body) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            return null;
        }
        List<String> values = new QueryStringDecoder(body.toString(UTF_8), false).parameters().get("message");
        return values == null ? null : values.getFirst();
    }

    // --- visitors ------------------------------------------------------------------------------------------------

    private void connect(ServerWebSocket socket) {
        System.out.println("WebSocket client connected");
        socket.setWriteQueueMaxSize(QUEUE_LIMIT);
        sockets.add(socket);
        socket.closeHandler(_ -> {
            sockets.remove(socket);
            System.out.println("WebSocket client disconnected");
        });
    }

    private void broadcast(String text) {
        for (StatusPost instance : application.instances) {
            if (instance == this) {
                sendToVisitors(text);
            } else {
                instance.context.runOnContext(_ -> instance.sendToVisitors(text));
            }
        }
    }

    private void sendToVisitors(String text) {
        for (ServerWebSocket socket : sockets) {
            if (socket.writeQueueFull()) {
                socket.close((short) 1013);
            } else {
                socket.writeTextMessage(text);
            }
        }
    }

    // --- responses -----------------------------------------------------------------------------------------------

    private void send(HttpServerRequest request, StaticFile file) {
        HttpServerResponse response = request.response()
                .putHeader(HttpHeaders.ETAG, file.tag())
                .putHeader(HttpHeaders.LAST_MODIFIED, file.lastModified())
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        if (file.isUnchanged(
                request.getHeader(HttpHeaders.IF_NONE_MATCH), request.getHeader(HttpHeaders.IF_MODIFIED_SINCE))) {
            addCommonHeaders(response.setStatusCode(304).putHeader(HttpHeaders.VARY, ACCEPT_ENCODING))
                    .end();
        } else {
            send(request, 200, file.type(), Buffer.buffer(file.body()));
        }
    }

    private void send(HttpServerRequest request, int status, CharSequence type, Buffer body) {
        HttpServerResponse response = addCommonHeaders(request.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type));
        if (body.length() > COMPRESSIBLE) {
            response.putHeader(HttpHeaders.VARY, ACCEPT_ENCODING);
            String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
            if (accepted != null && accepted.contains("gzip")) {
                response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
                body = compress(body);
            }
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
            response.end();
        } else {
            response.end(body);
        }
    }

    private void fail(HttpServerRequest request, int status) {
        addCommonHeaders(request.response().setStatusCode(status)).end();
    }

    private HttpServerResponse addCommonHeaders(HttpServerResponse response) {
        return response.putHeader(HttpHeaders.DATE, date).putHeader(NOSNIFF_NAME, NOSNIFF);
    }

    private static Buffer compress(Buffer body) {
        var out = new ByteArrayOutputStream(body.length() / 2);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(out.toByteArray());
    }
}
