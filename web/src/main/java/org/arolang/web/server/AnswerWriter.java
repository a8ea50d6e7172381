package org.arolang.web.server;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import org.arolang.runtime.value.Origin;
import org.arolang.web.contract.Responses;
import org.arolang.web.response.Answer;
import org.arolang.web.response.ContentTypes;
import org.arolang.web.response.StatusCodes;
import org.jspecify.annotations.Nullable;

/** Writes answers: the headers that every response has, cache validators, compression, CORS ([WEB-46], [WEB-152] to [WEB-158]). */
final class AnswerWriter {

    private static final CharSequence NOSNIFF_NAME = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence ZERO = HttpHeaders.createOptimized("0");

    private AnswerWriter() {}

    /** @param found whether the request was routed to an operation, whose static content has validators */
    static Future<Void> write(ServerLoop loop, HttpServerRequest request, Answer answer, boolean closing) {
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        Vary vary = new Vary();
        cors(loop.options().cors(), request, headers);
        if (loop.options().cors() != null && !loop.options().cors().any()) vary.add("Origin");
        headers.set(HttpHeaders.DATE, loop.date());
        headers.set(NOSNIFF_NAME, NOSNIFF);
        for (Responses.Header header : answer.headers()) {
            if (header.name().equalsIgnoreCase("Vary")) {
                vary.add(header.value());
            } else {
                headers.set(header.name(), header.value());
            }
        }
        if (closing) headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        int status = answer.status();
        boolean head = request.method().equals(HttpMethod.HEAD);
        boolean isRead = head || request.method().equals(HttpMethod.GET);
        Origin.FileFacts file = status == 200 && isRead ? answer.file() : null;
        if (file != null && validators(loop, request, answer, file, headers)) status = 304;
        if (status != 200) response.setStatusCode(status).setStatusMessage(StatusCodes.reason(status));

        byte[] body = answer.body();
        int length = answer.length();
        CharSequence type = answer.contentType();
        if (type != null) {
            if (length > Compression.SMALLEST && loop.options().compress() && ContentTypes.isCompressible(type)) {
                vary.add("Accept-Encoding");
                if (status != 304 && status != 206 && !answer.has("Content-Encoding") && Compression.isAccepted(request.headers())) {
                    byte[] zipped = file == null
                            ? loop.compression().gzip(body, length)
                            : loop.server().staticFacts().gzip(file, answer, loop.compression());
                    if (zipped != null) {
                        headers.set(HttpHeaders.CONTENT_ENCODING, GZIP);
                        body = zipped;
                        length = zipped.length;
                    }
                }
            }
            if (status != 304) headers.set(HttpHeaders.CONTENT_TYPE, type);
        }
        vary.into(headers);
        return end(response, head, status, body, length);
    }

    private static Future<Void> end(HttpServerResponse response, boolean head, int status, byte[] body, int length) {
        if (StatusCodes.isBodyless(status)) {
            if (status == 205) response.headers().set(HttpHeaders.CONTENT_LENGTH, ZERO);
            return response.end();
        }
        if (head) {
            response.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(length));
            return response.end();
        }
        return length == 0 ? response.end() : response.end(BufferInternal.buffer(Unpooled.wrappedBuffer(body, 0, length)));
    }

    /** Sets the validators of [WEB-157] that the contract does not; true when the client's copy is still good. */
    private static boolean validators(
            ServerLoop loop, HttpServerRequest request, Answer answer, Origin.FileFacts file, MultiMap headers) {
        StaticFacts.Facts facts = loop.server().staticFacts().of(file, answer);
        if (!answer.has("ETag")) headers.set(HttpHeaders.ETAG, facts.etag());
        if (!answer.has("Last-Modified")) headers.set(HttpHeaders.LAST_MODIFIED, facts.lastModified());
        if (!answer.has("Cache-Control")) {
            long age = loop.options().staticMaxAge();
            headers.set(HttpHeaders.CACHE_CONTROL, age > 0 ? "public, max-age=" + age : "no-cache");
        }
        MultiMap asked = request.headers();
        return StaticFacts.isFresh(facts, asked.get(HttpHeaders.IF_NONE_MATCH), asked.get(HttpHeaders.IF_MODIFIED_SINCE));
    }

    static void cors(ServerOptions.@Nullable Cors cors, HttpServerRequest request, MultiMap headers) {
        if (cors == null) return;
        String origin = request.headers().get("Origin");
        if (origin == null || !cors.allows(origin)) return;
        headers.set("Access-Control-Allow-Origin", cors.any() ? "*" : origin);
        if (cors.credentials()) headers.set("Access-Control-Allow-Credentials", "true");
    }

    /** Collects the names of a {@code Vary} header. */
    private static final class Vary {
        private @Nullable String names;

        void add(String name) {
            names = names == null ? name : names.contains(name) ? names : names + ", " + name;
        }

        void into(MultiMap headers) {
            if (names != null) headers.set(HttpHeaders.VARY, names);
        }
    }
}
