package org.arolang.web.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.arolang.web.contract.Responses;
import org.arolang.web.response.Answer;
import org.arolang.web.response.StatusCodes;
import org.arolang.web.socket.Times;
import org.jspecify.annotations.Nullable;

/** The part of a server that lives on one event loop: its connections, its clock, its time-outs. */
final class ServerLoop extends VerticleBase {

    private static final int REQUEST_LINE = 8 * 1024;
    private static final int HEADER_BLOCK = 16 * 1024;

    private final Server server;
    private final Set<Connection> connections = new LinkedHashSet<>();
    private final Compression compression = new Compression();
    private @Nullable HttpServer http;
    private CharSequence date = "";
    private long now = System.nanoTime();
    private volatile int busy;

    private static final VarHandle BUSY;

    static {
        try {
            BUSY = MethodHandles.lookup().findVarHandle(ServerLoop.class, "busy", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    ServerLoop(Server server) {
        this.server = server;
    }

    @Override
    public Future<?> start() {
        tick();
        vertx.setPeriodic(times().sweep().toMillis(), _ -> tick());
        HttpServerOptions options = new HttpServerOptions().setHost(server.options().host()).setPort(server.requestedPort())
                .setMaxInitialLineLength(REQUEST_LINE).setMaxHeaderSize(HEADER_BLOCK).setHttp2ClearTextEnabled(false)
                .setPerFrameWebSocketCompressionSupported(false).setPerMessageWebSocketCompressionSupported(false).setAcceptBacklog(1024)
                .setTcpKeepAlive(true);
        http = vertx.createHttpServer(options).connectionHandler(this::opened).requestHandler(this::received)
                .invalidRequestHandler(this::refused);
        return http.listen().onSuccess(listening -> server.listening(this, listening.actualPort()));
    }

    Server server() {
        return server;
    }

    ServerOptions options() {
        return server.options();
    }

    Times times() {
        return server.times();
    }

    Context context() {
        return context;
    }

    Vertx vertx() {
        return vertx;
    }

    Compression compression() {
        return compression;
    }

    CharSequence date() {
        return date;
    }

    /** The time as of the last sweep: exact enough for time-outs and free of charge. */
    long now() {
        return now;
    }

    /** Counts connections with an unanswered request; on the loop only, so that no atomic operation is needed. */
    void busy(int change) {
        BUSY.setRelease(this, (int) BUSY.get(this) + change);
    }

    int busy() {
        return busy;
    }

    boolean isStopping() {
        return server.isStopping();
    }

    private void tick() {
        date = HttpHeaders.createOptimized(Clock.http(Instant.now()));
        now = System.nanoTime();
        for (Connection connection : new ArrayList<>(connections)) connection.sweep(now);
        EventLoop loop = ((ContextInternal) context).nettyEventLoop();
        server.sockets().sweep(loop, now);
        server.streams().sweep(loop, now);
    }

    // --- connections ---------------------------------------------------------------------------------------------

    private void opened(HttpConnection http) {
        Channel channel = ((ConnectionBase) http).channel();
        int open = server.connectionOpened();
        Connection connection = new Connection(this, channel, open > options().maxConnections());
        connections.add(connection);
        // Those beyond the limit wait for their answer; so many of them that they are a danger themselves do not get one.
        if (open > options().maxConnections() + Server.REFUSED_AT_ONCE) channel.close();
    }

    void closed(Connection connection) {
        if (connections.remove(connection)) server.connectionClosed();
    }

    /** Connections whose clients have not taken all of their answers. */
    int writing() {
        int writing = 0;
        for (Connection connection : connections) writing += !connection.isUpgraded() && connection.pending() > 0 ? 1 : 0;
        return writing;
    }

    /** Closes all connections at once. */
    void abortAll() {
        for (Connection connection : new ArrayList<>(connections)) connection.abort();
    }

    /** Closes connections that have nothing to answer. */
    void closeIdle() {
        for (Connection connection : new ArrayList<>(connections)) {
            if (!connection.isBusy() && !connection.isUpgraded()) connection.channel().close();
        }
    }

    /** Closes the listening socket and, as soon as they have nothing to answer, the connections. */
    void stopListening(long seconds) {
        HttpServer listening = http;
        if (listening != null) listening.shutdown(seconds, TimeUnit.SECONDS);
    }

    // --- requests ------------------------------------------------------------------------------------------------

    private void received(HttpServerRequest request) {
        Connection connection = Connection.of(((ConnectionBase) request.connection()).channel());
        new Exchange(this, connection, request).handle();
    }

    private void refused(HttpServerRequest request) {
        Connection connection = Connection.of(((ConnectionBase) request.connection()).channel());
        new Exchange(this, connection, request).refuse(Connection.refusal(request.decoderResult()));
    }

    /** An answer as bytes, for a connection that has no request to answer. */
    ByteBuf raw(Answer answer) {
        return raw(answer, MultiMap.caseInsensitiveMultiMap());
    }

    /** The same, for a stream without its length. */
    ByteBuf raw(Answer answer, MultiMap more) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(' ').append(StatusCodes.reason(answer.status()));
        head.append("\r\nDate: ").append(date).append("\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n");
        if (answer.contentType() != null) head.append("Content-Type: ").append(answer.contentType()).append("\r\n");
        for (Responses.Header header : answer.headers()) head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        more.forEach(header -> head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n"));
        if (!answer.isStream()) head.append("Content-Length: ").append(answer.length()).append("\r\n");
        head.append("\r\n");
        return Unpooled.wrappedBuffer(Unpooled.copiedBuffer(head, StandardCharsets.ISO_8859_1),
                Unpooled.wrappedBuffer(answer.body(), 0, answer.length()));
    }
}
