package org.arolang.web.server;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Service;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.contract.Contract;
import org.arolang.web.contract.Operation;
import org.arolang.web.socket.EventStreams;
import org.arolang.web.socket.SocketDestination;
import org.arolang.web.socket.StreamDestination;
import org.arolang.web.socket.Times;
import org.arolang.web.socket.WebSockets;
import org.jspecify.annotations.Nullable;

/** {@code <http-server>}: what Start and Stop do with it ([WEB-30] to [WEB-36], [WEB-260]). Thread-safe. */
public final class HttpService implements Service {

    private final Application application;
    private final @Nullable Contract contract;
    private final Times times;
    private final WebSockets sockets;
    private final EventStreams streams;
    private volatile @Nullable Running running;
    private boolean toldDisabled;

    /** A started server and the event loops it runs on. */
    private record Running(Server server, Vertx vertx) {}

    private HttpService(Application application, @Nullable Contract contract, Times times) {
        this.application = application;
        this.contract = contract;
        this.times = times;
        this.sockets = new WebSockets(application, times);
        this.streams = new EventStreams(times, contract == null
                ? Set.of()
                : contract.operations().stream().filter(Operation::isEventStream).map(Operation::id).collect(Collectors.toSet()));
    }

    /**
     * Makes the HTTP server known to an application, which must not run yet: as a service, and as the destination of statements that
     * speak to WebSockets and event streams.
     *
     * @param contract null when the application has none
     */
    public static HttpService register(Application application, @Nullable Contract contract) {
        return register(application, contract, Times.DEFAULT);
    }

    /** Does the same with other times. */
    public static HttpService register(Application application, @Nullable Contract contract, Times times) {
        HttpService service = new HttpService(application, contract, times);
        application.services().register(service);
        application.destinations().register(new SocketDestination(application, service.sockets));
        application.destinations().register(new StreamDestination(service.streams));
        if (application.contract() instanceof ContractHandles handles) handles.serving(service::port);
        return service;
    }

    @Override
    public Set<String> names() {
        return new LinkedHashSet<>(List.of("http-server", "httpserver", "server"));
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** The port the server listens at, or -1. */
    public int port() {
        Running now = running;
        return now == null ? -1 : now.server.port();
    }

    @Override
    public synchronized Object start(Activation activation, Request request) {
        ObjectValue given = request.options();
        ServerOptions options = ServerOptions.read(given == null ? ObjectValue.EMPTY : given, explicitPort(request),
                application.diagnostics()::warn);
        int port = options.effectivePort(application.options().environment(), contract == null ? -1 : contract.port());
        Running already = running;
        if (already != null) throw failed(port, "already running on port " + already.server.port(), null);
        if (contract == null && options.webSocketPath() == null) {
            if (!toldDisabled) application.diagnostics().notice("No openapi.yaml found - HTTP server disabled");
            toldDisabled = true;
            return result(port);
        }
        Server server = new Server(application, contract, options, port, sockets, streams, times);
        if (server.handshake().isEnabled()) sockets.enable();
        Vertx vertx = EventLoops.start();
        DeploymentOptions deployment = new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        try {
            await(vertx.deployVerticle(() -> new ServerLoop(server), deployment));
        } catch (ExecutionException e) {
            vertx.close();
            sockets.disable();
            throw failed(port, reason(e.getCause()), e.getCause());
        }
        running = new Running(server, vertx);
        application.services().sourceStarted();
        String webSockets = options.webSocketPath() == null ? "" : " (WebSocket enabled on " + options.webSocketPath() + ")";
        application.diagnostics().notice("HTTP Server started on port " + server.port() + webSockets);
        application.logs().happened("http.server.started", () -> ObjectValue.of("port", (long) server.port()));
        return result(server.port());
    }

    private static ObjectValue result(int port) {
        return ObjectValue.of("port", (long) port, "type", "http-server", "serverType", "http-server", "success", true);
    }

    private static Failure failed(int port, String reason, @Nullable Throwable cause) {
        return new Failure("Failed to start http-server on port " + port + ": " + reason, cause);
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof BindException) {
            String message = String.valueOf(cause.getMessage());
            return message.contains("in use") ? "Address already in use" : message;
        }
        return cause == null || cause.getMessage() == null ? "unknown reason" : cause.getMessage();
    }

    /** The port of {@code with 9123}, {@code on <port: 9123>}, {@code on <port> with 9123}, or -1 ([WEB-30]). */
    private static int explicitPort(Request request) {
        if (request.with() instanceof Long port) return ServerOptions.port(port);
        if (request.value() instanceof Long port) return ServerOptions.port(port);
        Noun object = request.object();
        if (object != null && object.name().toLowerCase(Locale.ROOT).equals("port")) {
            if (object.hasQualifier()) return ServerOptions.port(object.raw());
            if (request.with() instanceof String || request.with() instanceof MarkedText) return ServerOptions.port(request.with());
        }
        return -1;
    }

    @Override
    public Object stop(@Nullable Activation activation, Request request) {
        Running stopping;
        synchronized (this) {
            stopping = running;
            running = null;
        }
        if (stopping != null) {
            new Shutdown(stopping.server, stopping.vertx, activation).run();
            application.services().sourceStopped();
            application.diagnostics().notice("HTTP Server stopped");
            application.logs().happened("http.server.stopped",
                    () -> ObjectValue.of("port", (long) stopping.server.port()));
        }
        return ObjectValue.of("type", "http-server", "serverType", "http-server", "success", true);
    }

    /** Waits for Vert.x, which never takes long here. */
    static <T> T await(io.vertx.core.Future<T> future) throws ExecutionException {
        Future<T> waiting = future.toCompletionStage().toCompletableFuture();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return waiting.get(30, TimeUnit.SECONDS);
                } catch (InterruptedException _) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    throw new ExecutionException(e);
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
