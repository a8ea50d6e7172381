package org.arolang.web.server;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Outcome;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.contract.Operation;
import org.arolang.web.request.BadRequest;
import org.arolang.web.request.Body;
import org.arolang.web.request.Credentials;
import org.arolang.web.request.MediaType;
import org.arolang.web.request.RequestHead;
import org.arolang.web.request.RequestTrigger;
import org.arolang.web.response.Answer;
import org.arolang.web.response.FailureAnswer;
import org.arolang.web.response.Rendering;
import org.arolang.web.response.StatusCodes;
import org.arolang.web.routing.RouteTable;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, step by step in the order of [WEB-47]. Used on its event loop; a feature set that may wait runs on a
 * virtual thread and its answer comes back to the loop.
 */
final class Exchange {

    private final ServerLoop loop;
    private final Server server;
    private final Connection connection;
    private final HttpServerRequest request;
    private boolean answered;
    private long timer = -1;
    private String streamName = "";

    Exchange(ServerLoop loop, Connection connection, HttpServerRequest request) {
        this.loop = loop;
        this.server = loop.server();
        this.connection = connection;
        this.request = request;
    }

    /** Answers a request that could not be read. */
    void refuse(Answer answer) {
        answered = true;
        connection.reject(answer);
    }

    /** Answers, whatever happens. */
    void handle() {
        connection.begin();
        try {
            begin();
        } catch (RuntimeException thrown) {
            internal(thrown);
        }
    }

    private void internal(Throwable thrown) {
        server.application().diagnostics().error("Internal error in a request: " + thrown);
        answer(Answer.error(500, "Internal server error"));
    }

    /** Limits, upgrade, route. */
    private void begin() {
        if (connection.isRefused()) {
            answer(Answer.error(503, "Too many connections").header("Retry-After", "1").closing());
            return;
        }
        if (connection.hasTooManyHeaders()) {
            answer(Answer.error(431, "Request header fields too large").closing());
            return;
        }
        MediaType type = MediaType.NONE;
        boolean hasBody = false;
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (length != null || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            type = MediaType.of(request.headers().get(HttpHeaders.CONTENT_TYPE));
            hasBody = length == null || !length.equals("0");
            if (length != null && exceeds(length, bodyLimit(type))) {
                answer(tooLarge(type));
                return;
            }
        }
        String url = originForm(request.uri());
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String method = request.method().name();
        if (server.handshake().isOne(request, path)) {
            upgrade(path);
            return;
        }
        route(method, url, path, type, hasBody);
    }

    /** The path and query of a target in absolute form; every other target as it is. */
    private static String originForm(String target) {
        if (target.startsWith("/") || !target.startsWith("http://") && !target.startsWith("https://")) return target;
        int slash = target.indexOf('/', target.indexOf("//") + 2);
        return slash < 0 ? "/" : target.substring(slash);
    }

    private void upgrade(String path) {
        Answer refusal = server.handshake().refusal(request);
        if (refusal != null) {
            answer(refusal);
            return;
        }
        answered = true;
        server.handshake().accept(loop, connection, request, path);
    }

    private void route(String method, String url, String path, MediaType type, boolean hasBody) {
        RouteTable<Endpoint> routes = server.routes();
        RouteTable.Match<Endpoint> match = routes.findLiteral(method, path);
        if (match == null) {
            if (path.equals("*") && method.equals("OPTIONS")) {
                answer(Answer.empty(204));
                return;
            }
            if (method.equals("CONNECT")) {
                answer(Answer.errorAt(404, path));
                return;
            }
            String[] segments = RouteTable.segments(path);
            if (segments == null || !path.startsWith("/")) {
                answer(Answer.error(400, "Malformed request path"));
                return;
            }
            match = routes.find(method, segments);
            if (match == null && method.equals("HEAD"))
                match = routes.find("GET", segments);
            if (match == null) {
                unrouted(method, path, routes.methods(segments));
                return;
            }
        }
        Endpoint endpoint = match.target();
        streamName = endpoint.operation().id();
        if (endpoint.code() == null) {
            Operation operation = endpoint.operation();
            answer(Answer.json(501, ObjectValue.of("error", StatusCodes.reason(501), "operationId", operation.id())));
            return;
        }
        RequestHead head = new RequestHead(method, url, path, request.headers(), connection.remoteAddress());
        accept(new Call(endpoint, match.values(), head, type, endpoint.code()), hasBody);
    }

    /** No operation for this method: options, 405 or 404. */
    private void unrouted(String method, String path, Set<String> methods) {
        if (methods.isEmpty()) {
            answer(Answer.errorAt(404, path));
        } else if (method.equals("OPTIONS")) {
            answer(preflight(Answer.empty(204).header("Allow", String.join(", ", methods)), methods));
        } else {
            answer(Answer.errorAt(405, path).header("Allow", String.join(", ", methods)));
        }
    }

    private Answer preflight(Answer answer, Set<String> methods) {
        ServerOptions.Cors cors = loop.options().cors();
        String origin = request.headers().get("Origin");
        if (cors == null || origin == null || !cors.allows(origin) || !request.headers().contains("Access-Control-Request-Method")) {
            return answer;
        }
        answer.header("Access-Control-Allow-Methods", String.join(", ", methods));
        String wanted = request.headers().get("Access-Control-Request-Headers");
        if (wanted != null) answer.header("Access-Control-Allow-Headers", wanted);
        return answer.header("Access-Control-Max-Age", Long.toString(cors.maxAge()));
    }

    /** What a routed request is made of. */
    private record Call(
            Endpoint endpoint,
            String[] pathValues,
            RequestHead head,
            MediaType type,
            FeatureSetCode code) {}

    /** Security, parameters, then the body. */
    private void accept(Call call, boolean hasBody) {
        Operation operation = call.endpoint().operation();
        ObjectValue credentials = Credentials.find(operation.security(), call.head());
        if (credentials == null) {
            answer(Answer.error(401, "Authentication required").header("WWW-Authenticate", Credentials.challenge(operation.security())));
            return;
        }
        try {
            call.endpoint().parameters().check(call.head(), call.pathValues());
            if (hasBody) {
                receive(call, credentials);
            } else {
                run(call, credentials, Body.parse(new byte[0], call.type(), operation, server.schemas()));
            }
        } catch (BadRequest bad) {
            answer(bad);
        }
    }

    // --- body ----------------------------------------------------------------------------------------------------

    private int bodyLimit(MediaType type) {
        return type.isMultipart() ? loop.options().maxUpload() : loop.options().maxBody();
    }

    private Answer tooLarge(MediaType type) {
        return Answer.error(413, "Request body exceeds " + bodyLimit(type) + " bytes").closing();
    }

    private static boolean exceeds(String length, int limit) {
        String digits = length.strip();
        return digits.length() > 10 || !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && Long.parseLong(digits) > limit;
    }

    private void receive(Call call, ObjectValue credentials) {
        connection.receiving(this);
        int limit = bodyLimit(call.type());
        Collector collector = new Collector();
        request.handler(chunk -> {
            if (answered) return;
            if (collector.size() + chunk.length() > limit) {
                answer(tooLarge(call.type()));
            } else {
                collector.add(chunk);
            }
        });
        request.endHandler(_ -> {
            connection.received();
            if (answered) return;
            if (connection.isMalformed()) {
                answer(Answer.error(400, "Malformed request").closing());
                return;
            }
            try {
                run(call, credentials, Body.parse(collector.bytes(), call.type(), call.endpoint().operation(), server.schemas()));
            } catch (BadRequest bad) {
                answer(bad);
            } catch (RuntimeException thrown) {
                internal(thrown);
            }
        });
        request.exceptionHandler(_ -> abandoned());
        if (request.version() == HttpVersion.HTTP_1_1 && "100-continue".equalsIgnoreCase(request.headers().get(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
    }

    /** The chunks of a body. */
    private static final class Collector {
        private byte @Nullable [] first;
        private @Nullable ByteArrayOutputStream more;
        private int size;

        int size() {
            return size;
        }

        void add(Buffer chunk) {
            size += chunk.length();
            if (first == null) {
                first = chunk.getBytes();
                return;
            }
            if (more == null) {
                more = new ByteArrayOutputStream(first.length + chunk.length() * 2);
                more.writeBytes(first);
            }
            more.writeBytes(chunk.getBytes());
        }

        byte[] bytes() {
            return more != null ? more.toByteArray() : first != null ? first : new byte[0];
        }
    }

    // --- running -------------------------------------------------------------------------------------------------

    private void run(Call call, ObjectValue credentials, Body body) throws BadRequest {
        Operation operation = call.endpoint().operation();
        Body accepted = body;
        if (loop.options().validation()) {
            RequestValidation.Result result = server.validation().check(call.endpoint(), call.head(), call.pathValues(), call.type(), body);
            if (result.refusal() != null) {
                answer(result.refusal());
                return;
            }
            accepted = result.body();
        }
        if (call.endpoint().deprecates()) {
            server.deprecations().note(operation, call.endpoint().parameters(), call.head(), call.pathValues());
        }
        RequestTrigger trigger = new RequestTrigger(call.head(), call.endpoint().parameters(), call.pathValues(), accepted, credentials);
        server.observed().request(trigger, call.head(), operation, accepted);
        double timeout = loop.options().timeout();
        if (!call.endpoint().mayWait() && timeout == 0) {
            answer(perform(call, trigger));
            return;
        }
        if (timeout > 0) {
            timer = loop.vertx().setTimer(Math.max(1, (long) (timeout * 1000)),
                    _ -> answer(Answer.error(503, "Request timed out").closing()));
        }
        Thread.ofVirtual().name(call.code().name()).start(() -> {
            Answer answer = perform(call, trigger);
            try {
                loop.context().runOnContext(_ -> answer(answer));
            } catch (RejectedExecutionException _) {
                // The server has stopped meanwhile and with it the connection.
            }
        });
    }

    /** Runs the feature set, on whichever thread. */
    private Answer perform(Call call, RequestTrigger trigger) {
        Operation operation = call.endpoint().operation();
        long start = System.nanoTime();
        Answer answer;
        try {
            answer = switch (server.application().executor().run(call.code(), trigger, null)) {
                case Outcome.Completed completed -> rendered(completed.response(), operation);
                case Outcome.Failed failed -> FailureAnswer.of(failed.failure());
            };
        } catch (Throwable thrown) {
            server.application().diagnostics().error("Internal error in operation '" + operation.id() + "': " + thrown);
            answer = Answer.error(500, "Internal server error");
        }
        if (operation.deprecated()) answer.header("Deprecation", "true");
        server.observed().response(trigger, answer.status(), System.nanoTime() - start);
        return answer;
    }

    private Answer rendered(Response response, Operation operation) {
        int code = StatusCodes.of(response.status());
        if (code == 0) {
            server.warnOnce("unknown status '" + response.status() + "', responding 200");
            code = 200;
        }
        if (operation.isEventStream() && code / 100 == 2) return Answer.stream(response.value());
        try {
            Answer answer = Rendering.of(response, code, operation);
            server.contractCheck().check(operation, response, answer);
            return answer;
        } catch (Failure failure) {
            server.application().diagnostics()
                    .notice("[ERROR] Cannot answer operation '" + operation.id() + "'.\n  Cause: " + failure.text());
            return Answer.error(500, "Internal server error");
        }
    }

    // --- answering -----------------------------------------------------------------------------------------------

    private void answer(BadRequest bad) {
        Answer answer = Answer.error(bad.status(), bad.text());
        answer(bad.closes() ? answer.closing() : answer);
    }

    /** Sends the answer; only the first one counts. */
    void answer(Answer answer) {
        if (answered) return;
        answered = true;
        if (timer >= 0) loop.vertx().cancelTimer(timer);
        if (!connection.channel().isActive()) {
            connection.end(this);
            return;
        }
        if (answer.isStream() && !request.method().equals(HttpMethod.HEAD)) {
            ByteBuf head = loop.raw(answer, corsHeaders());
            Handshake.takeOver(connection,
                    () -> server.streams().open(connection.channel(), head, streamName, answer.streamValue()));
            return;
        }
        boolean closing = answer.closes() || server.isStopping();
        if (answer.closes()) connection.linger();
        Future<Void> written = AnswerWriter.write(loop, request, answer, closing);
        connection.end(this);
        if (answer.closes()) written.onComplete(_ -> connection.close());
    }

    /** The client is gone before its request was complete. */
    private void abandoned() {
        if (answered) return;
        answered = true;
        connection.end(this);
    }

    private MultiMap corsHeaders() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        AnswerWriter.cors(loop.options().cors(), request, headers);
        return headers;
    }
}
