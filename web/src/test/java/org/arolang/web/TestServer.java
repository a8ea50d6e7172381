package org.arolang.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Body;
import org.arolang.runtime.execution.Console;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.FeatureSetCode.Effects;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.execution.Service;
import org.arolang.runtime.execution.Site;
import org.arolang.runtime.execution.StatementFailure;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.contract.Contract;
import org.arolang.web.contract.Operation;
import org.arolang.web.request.Parameters;
import org.arolang.web.request.RequestHead;
import org.arolang.web.request.RequestTrigger;
import org.arolang.web.server.HttpService;
import org.arolang.web.socket.Times;
import org.jspecify.annotations.Nullable;

/** A server with fake feature sets, on a free port, and a client for it. */
public final class TestServer implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public final Application application;
    public final HttpService service;
    public final Activation activation;
    private final ByteArrayOutputStream errors;
    private int port = -1;

    private TestServer(Application application, HttpService service, Activation activation, ByteArrayOutputStream errors) {
        this.application = application;
        this.service = service;
        this.activation = activation;
        this.errors = errors;
    }

    /** Collects a contract and feature sets. */
    public static final class Builder {
        private final List<FeatureSetCode> codes = new ArrayList<>();
        private @Nullable String contract;
        private ObjectValue options = ObjectValue.EMPTY;
        private Times times = Times.DEFAULT;

        public Builder contract(@Nullable String paths) {
            contract = paths == null ? null : "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n" + paths;
            return this;
        }

        public Builder options(Object... keysAndValues) {
            options = ObjectValue.of(keysAndValues);
            return this;
        }

        public Builder times(Times other) {
            times = other;
            return this;
        }

        /** A feature set that cannot wait. */
        public Builder on(String operation, Function<Activation, @Nullable Object> value) {
            return on(operation, "OK", value);
        }

        public Builder on(String operation, String status, Function<Activation, @Nullable Object> value) {
            return add(operation, "Test", new FeatureSetKind.Operation(operation), activation -> activation
                    .respond(new Response(status, null, value.apply(activation), List.of())), false);
        }

        /** A feature set that may wait, and so runs on a virtual thread. */
        public Builder waiting(String operation, Function<Activation, @Nullable Object> value) {
            return add(operation, "Test", new FeatureSetKind.Operation(operation),
                    activation -> activation.respond(new Response("OK", null, value.apply(activation), List.of())), true);
        }

        public Builder add(String name, String activity, FeatureSetKind kind, Body body, boolean waits) {
            codes.add(new FeatureSetCode(name, activity, kind, null, body, null, List.of(),
                    new Effects(waits, Set.of(), Set.of(), Set.of(), Set.of()), false));
            return this;
        }

        public TestServer build() {
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            Application application = Application.builder(Options.of(Path.of(".")).withEnvironment(Map.of()))
                    .console(new Console(new ByteArrayOutputStream(), errors)).build();
            Contract read = contract == null ? null : Contract.read("openapi.yaml", contract.getBytes(StandardCharsets.UTF_8));
            FeatureSetCode start = new FeatureSetCode("Application-Start", "Test", new FeatureSetKind.EntryPoint(), null, _ -> {}, null,
                    List.of(), Effects.NONE, false);
            codes.add(start);
            HttpService service = HttpService.register(application, read, times);
            application.install(codes);
            return new TestServer(application, service, new Activation(application, start, Trigger.NONE, null), errors);
        }

        public TestServer start() {
            TestServer server = build();
            server.start(options.has("port") ? options : options.with("port", 0L));
            return server;
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Starts it with these options. */
    public Object start(ObjectValue options) {
        Object result = service.start(activation, new Service.Request("http-server", "with", null, options, null));
        port = service.port();
        return result;
    }

    public void stop() {
        stop(activation);
    }

    /** Stops it from a statement of {@code execution}. */
    public void stop(Activation execution) {
        service.stop(execution, new Service.Request("http-server", "with", null, ObjectValue.EMPTY, null));
    }

    /** The execution of a feature set that answers a request. */
    public Activation inside() {
        RequestHead head = new RequestHead("GET", "/", "/", io.vertx.core.MultiMap.caseInsensitiveMultiMap(), "");
        Operation any = Contract.read("openapi.yaml",
                "openapi: 3.0.0\ninfo: {title: a, version: b}\npaths: {/: {get: {operationId: a}}}\n".getBytes(StandardCharsets.UTF_8))
                .operations().getFirst();
        return new Activation(application, activation.code(), new RequestTrigger(head, new Parameters(any), new String[0],
                org.arolang.web.request.Body.EMPTY, ObjectValue.EMPTY), null);
    }

    @Override
    public void close() {
        stop();
    }

    public int port() {
        return port;
    }

    /** What has been written to standard error. */
    public String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    // --- failing statements --------------------------------------------------------------------------------------

    /** A statement that fails. */
    public static StatementFailure failing(String sentence, boolean readsRequest, String object, Failure failure) {
        Site site = new Site(new SourceFile("a.aro", "x\n"), new Span(0, 1), sentence, sentence, readsRequest, object, List.of());
        return new StatementFailure(site, failure, site.span(), List.of());
    }

    // --- client --------------------------------------------------------------------------------------------------

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public HttpResponse<String> post(String path, String type, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = type;
        return send("POST", path, body, all);
    }

    public HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20)).version(HttpClient.Version.HTTP_1_1)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Sends bytes as they are and reads until the server closes. */
    public String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
