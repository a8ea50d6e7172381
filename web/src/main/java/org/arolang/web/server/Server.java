package org.arolang.web.server;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.web.contract.Contract;
import org.arolang.web.contract.ContractSchemas;
import org.arolang.web.contract.Operation;
import org.arolang.web.routing.RouteTable;
import org.arolang.web.socket.EventStreams;
import org.arolang.web.socket.Times;
import org.arolang.web.socket.WebSockets;
import org.jspecify.annotations.Nullable;

/** A running server: what all its event loops share. Thread-safe. */
final class Server {

    /** Connections beyond the limit that may wait for their 503 at once. */
    static final int REFUSED_AT_ONCE = 1000;

    private final Application application;
    private final ServerOptions options;
    private final int requestedPort;
    private final Times times;
    private final RouteTable<Endpoint> routes;
    private final ContractSchemas schemas;
    private final StaticFacts staticFacts = new StaticFacts();
    private final Deprecations deprecations;
    private final Observed observed;
    private final ContractCheck contractCheck;
    private final RequestValidation validation;
    private final WebSockets sockets;
    private final Handshake handshake;
    private final EventStreams streams;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<ServerLoop> loops = new CopyOnWriteArrayList<>();
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private volatile int port = -1;
    private volatile boolean stopping;

    Server(Application application, @Nullable Contract contract, ServerOptions options, int port, WebSockets sockets, EventStreams streams,
            Times times) {
        this.application = application;
        this.options = options;
        this.requestedPort = port;
        this.times = times;
        this.sockets = sockets;
        this.streams = streams;
        this.handshake = new Handshake(sockets, options, contract);
        this.schemas = contract == null ? ContractSchemas.NONE : contract.schemas();
        this.deprecations = new Deprecations(application.diagnostics());
        this.observed = new Observed(application.logs());
        this.contractCheck = new ContractCheck(schemas, application.diagnostics());
        this.validation = new RequestValidation(schemas);
        RouteTable.Builder<Endpoint> table = new RouteTable.Builder<>();
        if (contract != null) {
            for (Operation operation : contract.operations()) {
                FeatureSetCode code = application.operationNamed(operation.id());
                boolean mayWait = code == null || application.executor().mayWait(code);
                table.add(operation.method(), operation.template(), Endpoint.of(operation, code, mayWait));
            }
        }
        this.routes = table.build();
    }

    Application application() {
        return application;
    }

    ServerOptions options() {
        return options;
    }

    Times times() {
        return times;
    }

    int requestedPort() {
        return requestedPort;
    }

    /** The port it listens at, once it does. */
    int port() {
        return port;
    }

    RouteTable<Endpoint> routes() {
        return routes;
    }

    ContractSchemas schemas() {
        return schemas;
    }

    StaticFacts staticFacts() {
        return staticFacts;
    }

    Deprecations deprecations() {
        return deprecations;
    }

    Observed observed() {
        return observed;
    }

    ContractCheck contractCheck() {
        return contractCheck;
    }

    RequestValidation validation() {
        return validation;
    }

    WebSockets sockets() {
        return sockets;
    }

    Handshake handshake() {
        return handshake;
    }

    EventStreams streams() {
        return streams;
    }

    List<ServerLoop> loops() {
        return loops;
    }

    boolean isStopping() {
        return stopping;
    }

    void stopping() {
        stopping = true;
    }

    void listening(ServerLoop loop, int actualPort) {
        port = actualPort;
        loops.add(loop);
    }

    int connectionOpened() {
        return connections.incrementAndGet();
    }

    void connectionClosed() {
        connections.decrementAndGet();
    }

    int openConnections() {
        return connections.get();
    }

    /** Shows a warning the first time. */
    void warnOnce(String text) {
        if (warned.size() < 1000 && warned.add(text)) application.diagnostics().warn(text);
    }

    /** How many connections have a request that has not been answered. */
    int busy() {
        int busy = 0;
        for (ServerLoop loop : loops) busy += loop.busy();
        return busy;
    }
}
