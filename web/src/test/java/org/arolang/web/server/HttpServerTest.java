package org.arolang.web.server;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.runtime.Failure;
import org.arolang.runtime.InvalidData;
import org.arolang.runtime.Missing;
import org.arolang.runtime.Thrown;
import org.arolang.runtime.Violation;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Origin;
import org.arolang.web.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Requests and responses over the wire: [WEB-43] to [WEB-52], [WEB-66] to [WEB-76], [WEB-130] to [WEB-170]. */
class HttpServerTest {

    private static Object property(Activation activation, ContextName name, String property) {
        Object value = activation.context(name) instanceof Handle handle ? handle.property(property)
                : ((ObjectValue) activation.context(name)).get(property);
        return value == null ? Null.NULL : value;
    }

    private static final String MOONS = """
        paths:
          /moons: {get: {operationId: list}, post: {operationId: add}}
          /moons/{id}: {get: {operationId: one}}
          /moons/first: {get: {operationId: first}}
        """;

    @Test
    void routing() {
        try (TestServer server = TestServer.builder().contract(MOONS).on("list", _ -> ListValue.of("a")).on("add", _ -> 1L)
                .on("one", a -> ObjectValue.of("n", property(a, ContextName.PATH_PARAMETERS, "id"))).on("first", _ -> "first").start()) {
            assertThat(server.get("/moons/first").body()).isEqualTo("{\"value\":\"first\"}");
            assertThat(server.get("/moons/J%C3%BCrgen").body()).isEqualTo("{\"n\":\"J\u00fcrgen\"}");
            assertThat(server.get("/moons/9/").body()).isEqualTo("{\"n\":\"9\"}");
            assertThat(server.get("/moons/%2e%2e%2Fx").body()).isEqualTo("{\"n\":\"../x\"}");
            HttpResponse<String> nowhere = server.get("/nowhere?x=1");
            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(nowhere.body()).isEqualTo("{\"error\":\"Not Found\",\"path\":\"/nowhere\"}");
            assertThat(nowhere.headers().firstValue("content-type")).hasValue("application/json");
            HttpResponse<String> wrong = server.send("PUT", "/moons", "{}");
            assertThat(wrong.statusCode()).isEqualTo(405);
            assertThat(wrong.body()).isEqualTo("{\"error\":\"Method Not Allowed\",\"path\":\"/moons\"}");
            assertThat(wrong.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS, POST");
            HttpResponse<String> options = server.send("OPTIONS", "/moons", null);
            assertThat(options.statusCode()).isEqualTo(204);
            assertThat(options.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS, POST");
            assertThat(options.headers().firstValue("content-length")).isEmpty();
            HttpResponse<String> head = server.send("HEAD", "/moons", null);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("content-length")).hasValue("14");
            assertThat(head.body()).isEmpty();
            assertThat(server.send("BREW", "/moons", null).statusCode()).isEqualTo(405);
            assertThat(server.send("TRACE", "/none", null).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void everyResponseHasItsHeadersAndNoServerHeader() throws Exception {
        try (TestServer server = TestServer.builder().contract(MOONS).on("list", _ -> "x").on("add", _ -> 1L).on("one", _ -> 1L)
                .on("first", _ -> 1L).start()) {
            String raw = server.raw("GET /moons HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(raw.toLowerCase()).startsWith("http/1.1 200 ok\r\n")
                    .contains("\r\ndate: ", "\r\nx-content-type-options: nosniff\r\n",
                            "\r\ncontent-length: 13\r\n", "\r\ncontent-type: application/json\r\n")
                    .doesNotContain("\r\nserver:");
            assertThat(server.raw("GET /moons HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.0 200").endsWith("{\"value\":\"x\"}");
            assertThat(server.raw("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 204 ")
                    .doesNotContainIgnoringCase("allow:");
            for (String path : List.of("/moons/%zz", "/moons/%ff", "/moons/%00", "/%", "x")) {
                assertThat(server.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).as(path)
                        .startsWith("HTTP/1.1 400 ")
                        .endsWith("{\"error\":\"Bad Request\",\"message\":\"Malformed request path\"}");
            }
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        try (TestServer server = TestServer.builder().contract("paths: {'/{n}': {get: {operationId: wait}}}\n").waiting("wait", a -> {
            Object n = property(a, ContextName.PATH_PARAMETERS, "n");
            sleep(n.equals("1") ? 300 : 5);
            return ObjectValue.of("n", n);
        }).start()) {
            String raw = server.raw("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\n\r\nGET /3 HTTP/1.1\r\nHost: x\r\n"
                    + "Connection: close\r\n\r\n");
            assertThat(raw.indexOf("{\"n\":\"1\"}")).isPositive().isLessThan(raw.indexOf("{\"n\":\"2\"}"));
            assertThat(raw.indexOf("{\"n\":\"2\"}")).isLessThan(raw.indexOf("{\"n\":\"3\"}"));
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void waitingFeatureSetsOverlap() {
        try (TestServer server = TestServer.builder().contract("paths: {/a: {get: {operationId: a}}}\n").waiting("a", _ -> {
            sleep(500);
            return ObjectValue.of("virtual", Thread.currentThread().isVirtual());
        }).start()) {
            long start = System.nanoTime();
            List<CompletableFuture<String>> all = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(
                            _ -> CompletableFuture.supplyAsync(() -> server.get("/a").body(), command -> Thread.ofVirtual().start(command)))
                    .toList();
            all.forEach(one -> assertThat(one.join()).isEqualTo("{\"virtual\":true}"));
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(4));
        }
    }

    // --- request data --------------------------------------------------------------------------------------------

    private static final String SEARCH = """
        paths:
          /s/{n}:
            get:
              operationId: s
              parameters:
                - {name: n, in: path, required: true, schema: {type: integer}}
                - {name: limit, in: query, schema: {type: integer, default: 5}}
                - {name: word, in: query, schema: {type: string, default: 7}}
                - {name: ids, in: query, schema: {type: array, items: {type: string}}}
                - {name: nums, in: query, explode: false, schema: {type: array, items: {type: number}}}
                - {name: pipe, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}
                - {name: on, in: query, schema: {type: boolean}}
                - {name: empty, in: query, allowEmptyValue: true, schema: {type: string, default: d}}
                - {name: X-Token, in: header, required: true, schema: {type: string}}
                - {name: theme, in: cookie, schema: {type: string, default: dark}}
        """;

    private static Object echo(Activation a) {
        return ObjectValue.of("path", a.context(ContextName.PATH_PARAMETERS), "query", a.context(ContextName.QUERY_PARAMETERS), "headers",
                a.context(ContextName.HEADER_PARAMETERS), "cookies", a.context(ContextName.COOKIE_PARAMETERS), "none",
                property(a, ContextName.QUERY_PARAMETERS, "none"), "agent", property(a, ContextName.HEADERS, "USER-agent"));
    }

    @Test
    void parametersArriveTyped() {
        try (TestServer server = TestServer.builder().contract(SEARCH).on("s", HttpServerTest::echo).start()) {
            assertThat(server.get("/s/4?ids=1&ids=2&nums=1,2.5&pipe=a|b|&on=TRUE&limit=&empty=&q=1&q=2".replace("|", "%7C"), "x-token", "t",
                    "User-Agent", "me").body()).isEqualTo(
                            "{\"agent\":\"me\",\"cookies\":{\"theme\":\"dark\"},\"headers\":{\"x-token\":\"t\"},\"none\":\"\",\"path\":{\"n\":4},"
                                    + "\"query\":{\"empty\":\"\",\"ids\":[\"1\",\"2\"],\"limit\":5,\"nums\":[1,2.5],\"on\":true,\"pipe\":[\"a\",\"b\",\"\"],\"q\":\"2\",\"word\":\"7\"}}");
            assertThat(server.get("/s/4").body())
                    .isEqualTo("{\"error\":\"Bad Request\",\"message\":\"Required header 'X-Token' is missing\"}");
            assertThat(server.get("/s/x", "X-Token", "t").body())
                    .isEqualTo("{\"error\":\"Bad Request\",\"message\":\"Path parameter 'n' must be an integer\"}");
            assertThat(server.get("/s/1?limit=x", "X-Token", "t").body())
                    .isEqualTo("{\"error\":\"Bad Request\",\"message\":\"Query parameter 'limit' must be an integer\"}");
            assertThat(server.get("/s/1?nums=1,b", "X-Token", "t").body())
                    .isEqualTo("{\"error\":\"Bad Request\",\"message\":\"Query parameter 'nums' must be a number\"}");
            assertThat(server.get("/s/1?on=1", "X-Token", "t").body())
                    .isEqualTo("{\"error\":\"Bad Request\",\"message\":\"Query parameter 'on' must be true or false\"}");
        }
    }

    @Test
    void theRequestObject() {
        try (TestServer server = TestServer.builder().contract("paths: {'/a/{p}': {post: {operationId: a}}}\n")
                .on("a", a -> ObjectValue.of("m", property(a, ContextName.REQUEST, "method"), "path",
                        property(a, ContextName.REQUEST, "path"),
                        "url", property(a, ContextName.REQUEST, "url"), "body", property(a, ContextName.REQUEST, "body"), "q",
                        property(a, ContextName.REQUEST, "query"), "ip", property(a, ContextName.REQUEST, "remoteAddress"), "id",
                        property(a, ContextName.REQUEST, "id").equals(property(a, ContextName.REQUEST, "id")), "security",
                        property(a, ContextName.REQUEST, "security"), "other", property(a, ContextName.REQUEST, "other"), "event",
                        a.context(ContextName.EVENT) == null))
                .start()) {
            assertThat(server.post("/a/b%20c?x=1", "text/plain", "hi").body()).isEqualTo(
                    "{\"body\":\"hi\",\"event\":true,\"id\":true,\"ip\":\"127.0.0.1\",\"m\":\"POST\",\"other\":null,\"path\":\"/a/b%20c\","
                            + "\"q\":{\"x\":\"1\"},\"security\":{},\"url\":\"/a/b%20c?x=1\"}");
        }
    }

    @Test
    void security() {
        String contract = """
            security: [{key: []}]
            paths:
              /k: {get: {operationId: k}}
              /p: {get: {operationId: p, security: []}}
              /b: {get: {operationId: b, security: [{bearer: []}, {basic: [], key: []}]}}
              /n: {get: {operationId: n, security: [{unknown: []}]}}
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key}
                bearer: {type: http, scheme: bearer}
                basic: {type: http, scheme: basic}
            """;
        try (TestServer server = TestServer.builder().contract(contract).on("k", a -> property(a, ContextName.REQUEST, "security"))
                .on("p", a -> property(a, ContextName.REQUEST, "security")).on("b", a -> property(a, ContextName.REQUEST, "security"))
                .on("n", _ -> 1L)
                .start()) {
            HttpResponse<String> without = server.get("/k");
            assertThat(without.statusCode()).isEqualTo(401);
            assertThat(without.headers().firstValue("www-authenticate")).hasValue("ApiKey");
            assertThat(without.body()).isEqualTo("{\"error\":\"Unauthorized\",\"message\":\"Authentication required\"}");
            assertThat(server.get("/k", "x-key", "s3").body()).isEqualTo("{\"key\":\"s3\"}");
            assertThat(server.get("/p").body()).isEqualTo("{}");
            assertThat(server.get("/b", "Authorization", "bEARER tok").body()).isEqualTo("{\"bearer\":\"tok\"}");
            assertThat(server.get("/b", "Authorization", "Basic dTpwOnE=", "X-Key", "k").body())
                    .isEqualTo("{\"basic\":{\"password\":\"p:q\",\"username\":\"u\"},\"key\":\"k\"}");
            assertThat(server.get("/b", "Authorization", "Basic dTpwOnE=").statusCode()).isEqualTo(401);
            assertThat(server.get("/b", "Authorization", "Basic ???", "X-Key", "k").headers().firstValue("www-authenticate"))
                    .hasValue("Bearer");
            assertThat(server.get("/n").statusCode()).isEqualTo(401);
            assertThat(server.send("OPTIONS", "/k", null).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void cors() {
        TestServer.Builder builder = TestServer.builder().contract(MOONS).on("list", _ -> 1L).on("add", _ -> 1L).on("one", _ -> 1L)
                .on("first", _ -> 1L);
        try (TestServer server = builder.options("cors", "https://a.example").start()) {
            HttpResponse<String> allowed = server.get("/moons", "Origin", "https://a.example");
            assertThat(allowed.headers().firstValue("access-control-allow-origin")).hasValue("https://a.example");
            assertThat(allowed.headers().firstValue("vary")).hasValue("Origin");
            assertThat(server.get("/none", "Origin", "https://a.example").headers().firstValue("access-control-allow-origin")).isPresent();
            assertThat(server.get("/moons", "Origin", "https://b.example").headers().firstValue("access-control-allow-origin")).isEmpty();
            HttpResponse<String> preflight = server.send("OPTIONS", "/moons", null, "Origin", "https://a.example",
                    "Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "x-y");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("access-control-allow-methods")).hasValue("GET, HEAD, OPTIONS, POST");
            assertThat(preflight.headers().firstValue("access-control-allow-headers")).hasValue("x-y");
            assertThat(preflight.headers().firstValue("access-control-max-age")).hasValue("600");
        }
        try (TestServer server = TestServer.builder().contract(MOONS).on("list", _ -> 1L).on("add", _ -> 1L).on("one", _ -> 1L)
                .on("first", _ -> 1L).start()) {
            assertThat(server.get("/moons", "Origin", "https://a.example").headers().map().keySet())
                    .noneMatch(k -> k.startsWith("access-control"));
        }
    }

    @Test
    void validation() {
        String contract = """
            paths:
              /t:
                post:
                  operationId: t
                  parameters: [{name: p, in: query, schema: {type: integer, maximum: 3}}]
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Trip'}}}}
            components:
              schemas:
                Trip: {type: object, required: [from], properties: {from: {type: string}, seats: {type: integer, minimum: 1, default: 2}}}
            """;
        try (TestServer server = TestServer.builder().contract(contract).on("t", a -> a.context(ContextName.BODY))
                .options("validation", true).start()) {
            HttpResponse<String> bad = server.post("/t?p=4", "application/json", "{\"seats\":0}");
            assertThat(bad.statusCode()).isEqualTo(422);
            assertThat(bad.body())
                    .isEqualTo("{\"error\":\"Unprocessable Entity\",\"violations\":[{\"message\":\"is required\",\"path\":\"/from\"},"
                            + "{\"message\":\"must be at least 1\",\"path\":\"/seats\"},{\"message\":\"must be at most 3\",\"path\":\"query.p\"}]}");
            assertThat(server.post("/t", "application/json", "{\"from\":\"x\"}").body()).isEqualTo("{\"from\":\"x\",\"seats\":2}");
            assertThat(server.post("/t", "text/csv; a=b", "x").body()).isEqualTo(
                    "{\"error\":\"Unsupported Media Type\",\"message\":\"Content-Type 'text/csv; a=b' is not supported. Supported types: application/json\"}");
        }
        try (TestServer server = TestServer.builder().contract(contract).on("t", a -> a.context(ContextName.BODY)).start()) {
            assertThat(server.post("/t?p=4", "application/json", "{\"seats\":0}").body()).isEqualTo("{\"seats\":0}");
        }
    }

    // --- responses -----------------------------------------------------------------------------------------------

    private static final String ONE = "paths: {/x: {get: {operationId: x%s}}}\n";

    private static HttpResponse<String> returned(String responses, String status, Object value, String... headers) {
        try (TestServer server = TestServer.builder().contract(ONE.formatted(responses)).on("x", status, _ -> value).start()) {
            return server.get("/x", headers);
        }
    }

    @Test
    void bodies() {
        String array = ", responses: {'200': {content: {application/json: {schema: {type: array}}}}}";
        assertThat(returned("", "OK", ListValue.of("a", "b")).body()).isEqualTo("{\"data\":[\"a\",\"b\"]}");
        assertThat(returned(array, "OK", ListValue.of("a")).body()).isEqualTo("[\"a\"]");
        assertThat(returned(array, "Accepted", ListValue.EMPTY).body()).isEqualTo("{\"data\":[]}");
        assertThat(returned("", "OK", "[1]").body()).isEqualTo("{\"value\":\"[1]\"}");
        assertThat(returned("", "Accepted", 3.5).statusCode()).isEqualTo(202);
        assertThat(returned("", "OK", Null.NULL).body()).isEqualTo("{\"value\":null}");
        assertThat(returned("", "ok", ObjectValue.EMPTY).body()).isEqualTo("{}");
        assertThat(returned(", responses: {'200': {content: {application/json: {schema: {type: integer}}}}}", "OK", 4L).body())
                .isEqualTo("4");
        assertThat(returned("", "OK", Instant.EPOCH).body()).isEqualTo("{\"value\":\"1970-01-01T00:00:00Z\"}");
        HttpResponse<String> none = returned("", "NoContent", ObjectValue.of("a", 1L));
        assertThat(none.statusCode()).isEqualTo(204);
        assertThat(none.headers().firstValue("content-type")).isEmpty();
        assertThat(none.headers().firstValue("content-length")).isEmpty();
        assertThat(returned("", "reset-content", 1L).headers().firstValue("content-length")).hasValue("0");
        HttpResponse<String> found = returned("", "Found", ObjectValue.of("location", "/l\u00fc"));
        assertThat(found.statusCode()).isEqualTo(302);
        assertThat(found.headers().firstValue("location")).hasValue("/l%C3%BC");
        assertThat(found.body()).isEmpty();
        assertThat(returned("", "Found", ObjectValue.of("location", "a\r\nb")).statusCode()).isEqualTo(500);
        assertThat(returned("", "Unprocessable_Content", 1L).statusCode()).isEqualTo(422);
    }

    @Test
    void withoutValue() {
        try (TestServer server = TestServer.builder()
                .contract("paths: {/a: {get: {operationId: a}}, /b: {get: {operationId: b}}, /c: {get: {operationId: c}}}\n")
                .add("a", "T", new FeatureSetKind.Operation("a"), x -> x.respond(new Response("Created", "ticket", null, List.of())), false)
                .add("b", "T", new FeatureSetKind.Operation("b"), x -> x.respond(new Response("Whatever", null, null, List.of())), false)
                .add("c", "T", new FeatureSetKind.Operation("c"), _ -> {}, false).start()) {
            assertThat(server.get("/a").body()).isEqualTo("{\"reason\":\"ticket\",\"status\":\"Created\"}");
            assertThat(server.get("/a").statusCode()).isEqualTo(201);
            assertThat(server.get("/b").body()).isEqualTo("{\"status\":\"Whatever\"}");
            server.get("/b");
            assertThat(server.errors()).containsOnlyOnce("[WARN] unknown status 'Whatever', responding 200");
            assertThat(server.get("/c").body()).isEqualTo("{\"reason\":\"success\",\"status\":\"OK\"}");
        }
    }

    @Test
    void contentTypes() {
        MarkedText page = MarkedText.of("<p>", new Origin("html", Origin.Maker.TEMPLATE, null));
        assertThat(returned("", "OK", page).headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(returned("", "OK", page).body()).isEqualTo("<p>");
        assertThat(returned("", "OK", ObjectValue.of("page", page)).body()).isEqualTo("{\"page\":\"<p>\"}");
        assertThat(returned("", "OK", "<!DOCTYPE html>").headers().firstValue("content-type")).hasValue("application/json");
        HttpResponse<String> declared = returned(", responses: {'200': {content: {text/html: {}}}}", "OK", "<b>");
        assertThat(declared.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(declared.body()).isEqualTo("<b>");
        assertThat(
                returned("", "OK", MarkedText.of("x", new Origin("xhtml", Origin.Maker.FILE, null))).headers().firstValue("content-type"))
                .hasValue("text/html; charset=utf-8");
        assertThat(returned("", "OK", MarkedText.of("x", new Origin("prometheus", Origin.Maker.NONE, null))).headers()
                .firstValue("content-type"))
                .hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(returned("", "OK", Binary.of(new byte[]{1})).headers().firstValue("content-type")).hasValue("application/octet-stream");
        assertThat(returned("", "OK", Binary.of(new byte[]{1}, new Origin("png", Origin.Maker.FILE, null))).headers()
                .firstValue("content-type"))
                .hasValue("image/png");
        try (TestServer server = TestServer.builder().contract(
                "paths: {/robots.txt: {get: {operationId: r}}, /x.svg: {get: {operationId: s}}, '/p/{n}.html': {get: {operationId: p}}}\n")
                .on("r", _ -> "User-agent: *").on("s", _ -> "<svg>").on("p", _ -> "<b>").start()) {
            assertThat(server.get("/robots.txt").headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
            assertThat(server.get("/robots.txt").body()).isEqualTo("User-agent: *");
            assertThat(server.get("/x.svg").body()).isEqualTo("{\"value\":\"<svg>\"}");
            assertThat(server.get("/p/x.html").body()).isEqualTo("{\"value\":\"<b>\"}");
        }
    }

    @Test
    void contractHeadersAndContractCheck() {
        String responses = ", responses: {'200': {headers: {Cache-Control: {schema: {default: 'max-age=5'}}, X-N: {schema: {const: 4}}, "
                + "Content-Type: {schema: {const: x}}}, content: {application/json: {schema: {type: object, required: [a]}}}}}";
        try (TestServer server = TestServer.builder().contract(ONE.formatted(responses)).on("x", _ -> ObjectValue.of("b", 1L)).start()) {
            HttpResponse<String> response = server.get("/x");
            assertThat(response.headers().firstValue("cache-control")).hasValue("max-age=5");
            assertThat(response.headers().firstValue("x-n")).hasValue("4");
            assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
            assertThat(response.headers().firstValue("x-contract-violation")).hasValue("true");
            assertThat(response.body()).isEqualTo("{\"b\":1}");
            assertThat(server.errors())
                    .contains("[CONTRACT VIOLATION] Response for operation 'x' (status 200) does not match schema: /a: is required\n");
        }
        assertThat(returned(", responses: {'200': {content: {application/json: {schema: {type: string}}}}}", "OK", 3L).headers()
                .firstValue("x-contract-violation")).isPresent();
        assertThat(returned(", responses: {'200': {content: {application/json: {schema: {type: string}}}}}", "OK", "a").headers()
                .firstValue("x-contract-violation")).isEmpty();
    }

    @Test
    void cacheValidatorsAndCompression() {
        byte[] css = "body { color: red }\n".repeat(100).getBytes();
        Origin origin = new Origin("css", Origin.Maker.FILE,
                new Origin.FileFacts(Path.of("s.css"), css.length, Instant.ofEpochSecond(1_000_000_000, 5), null));
        try (TestServer server = TestServer.builder().contract(ONE.formatted("")).on("x", _ -> MarkedText.ofUtf8(css, origin)).start()) {
            HttpResponse<String> first = server.get("/x");
            String etag = first.headers().firstValue("etag").orElseThrow();
            assertThat(etag).matches("W/\"[0-9a-f]{16}\"");
            assertThat(first.headers().firstValue("last-modified")).hasValue("Sun, 09 Sep 2001 01:46:40 GMT");
            assertThat(first.headers().firstValue("cache-control")).hasValue("no-cache");
            assertThat(first.headers().firstValue("vary")).hasValue("Accept-Encoding");
            HttpResponse<String> again = server.get("/x", "If-None-Match", "\"x\", " + etag.substring(2));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("etag")).hasValue(etag);
            assertThat(again.headers().firstValue("vary")).hasValue("Accept-Encoding");
            assertThat(again.headers().firstValue("content-type")).isEmpty();
            assertThat(server.get("/x", "If-None-Match", "\"x\"", "If-Modified-Since", "Sun, 09 Sep 2001 01:46:40 GMT").statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/x", "If-Modified-Since", "Sun, 09 Sep 2001 01:46:40 GMT").statusCode()).isEqualTo(304);
            assertThat(server.get("/x", "If-Modified-Since", "Sun, 09 Sep 2001 01:46:39 GMT").statusCode()).isEqualTo(200);
            HttpResponse<String> zipped = server.get("/x", "Accept-Encoding", "br, gzip;q=0.5");
            assertThat(zipped.headers().firstValue("content-encoding")).hasValue("gzip");
            assertThat(Integer.parseInt(zipped.headers().firstValue("content-length").orElseThrow())).isLessThan(300);
            assertThat(server.get("/x", "Accept-Encoding", "gzip;q=0, *").headers().firstValue("content-encoding")).isEmpty();
            assertThat(server.get("/x", "Accept-Encoding", "*").headers().firstValue("content-encoding")).isPresent();
            assertThat(server.send("HEAD", "/x", null).headers().firstValue("content-length")).hasValue("" + css.length);
        }
        try (TestServer server = TestServer.builder().contract(ONE.formatted("")).on("x", _ -> "y".repeat(2000)).options("compress", false)
                .start()) {
            assertThat(server.get("/x", "Accept-Encoding", "gzip").headers().firstValue("content-encoding")).isEmpty();
        }
    }

    @Test
    void gzipIsReadable() throws Exception {
        String text = "abc\u00e4".repeat(1000);
        try (TestServer server = TestServer.builder().contract(ONE.formatted("")).on("x", _ -> text).start()) {
            java.net.http.HttpResponse<java.io.InputStream> response = java.net.http.HttpClient.newHttpClient().send(
                    java.net.http.HttpRequest.newBuilder(server.uri("/x")).header("Accept-Encoding", "gzip").build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            String body = new String(new java.util.zip.GZIPInputStream(response.body()).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(body).isEqualTo("{\"value\":\"" + text + "\"}");
        }
    }

    @Test
    void failures() {
        TestServer.Builder builder = TestServer.builder();
        StringBuilder paths = new StringBuilder("paths:\n");
        Object[][] failing = {
            {"seat", 409, "{\"error\":\"Conflict\",\"message\":\"seat\"}", new Thrown("Conflict", "x", "seat"), false, ""},
            {"odd", 500, "{\"error\":\"Internal Server Error\",\"message\":\"Cannot do it.\"}", new Thrown("OddThing", "x", "seat"), false,
                ""},
            {"ok", 500, "{\"error\":\"Internal Server Error\",\"message\":\"Cannot do it.\"}", new Thrown("OK", "x", "seat"), false, ""},
            {"missing", 400, "{\"error\":\"Bad Request\",\"message\":\"Cannot do it.\"}", new Missing("secret"), true, "body"},
            {"other", 500, "{\"error\":\"Internal Server Error\",\"message\":\"Cannot do it.\"}", new Missing("secret"), false, "cart"},
            {"invalid", 422, "{\"error\":\"Unprocessable Entity\",\"violations\":[{\"message\":\"is required\",\"path\":\"/a\"}]}",
                new InvalidData(List.of(new Violation("/a", "is required"))), false, ""},
            {"template", 404, "{\"error\":\"Not Found\",\"message\":\"Cannot do it.\"}", new Failure("Template not found: gone.html"),
                false, "template"},
            {"plain", 500, "{\"error\":\"Internal Server Error\",\"message\":\"Cannot do it.\"}", new Failure("secret"), false, ""}};
        for (Object[] row : failing) {
            paths.append("  /").append(row[0]).append(": {get: {operationId: ").append(row[0]).append("}}\n");
            builder.add((String) row[0], "T", new FeatureSetKind.Operation((String) row[0]), _ -> {
                throw TestServer.failing("Cannot do it.", (Boolean) row[4], (String) row[5], (Failure) row[3]);
            }, false);
        }
        paths.append("  /bug: {get: {operationId: bug}}\n");
        builder.add("bug", "T", new FeatureSetKind.Operation("bug"), _ -> {
            throw new IllegalStateException("internal detail");
        }, false);
        try (TestServer server = builder.contract(paths.toString()).start()) {
            for (Object[] row : failing) {
                HttpResponse<String> response = server.get("/" + row[0]);
                assertThat(response.statusCode()).as("%s", row[0]).isEqualTo(row[1]);
                assertThat(response.body()).isEqualTo(row[2]);
            }
            assertThat(server.get("/bug").body()).isEqualTo("{\"error\":\"Internal Server Error\",\"message\":\"Internal server error\"}");
            assertThat(server.errors()).contains("[ERROR] [plain: T] Cannot do it.", "Cause: secret");
        }
    }

    @Test
    void deprecation() {
        try (TestServer server = TestServer.builder()
                .contract(ONE.formatted(", deprecated: true, parameters: [{name: q, in: query, deprecated: true}]")).on("x", _ -> 1L)
                .start()) {
            assertThat(server.get("/x").headers().firstValue("deprecation")).hasValue("true");
            assertThat(server.errors()).doesNotContain("Parameter");
            server.get("/x?q=1");
            server.get("/x?q=1");
            assertThat(server.errors()).containsOnlyOnce("[DEPRECATION WARNING] Operation 'x' is deprecated\n")
                    .containsOnlyOnce("[DEPRECATION WARNING] Parameter 'q' on operation 'x' is deprecated\n");
        }
    }

    @Test
    void upgradeEndpointWithoutFeatureSet() {
        try (TestServer server = TestServer.builder().contract(ONE.formatted(", responses: {'101': {}}")).start()) {
            HttpResponse<String> response = server.get("/x");
            assertThat(response.statusCode()).isEqualTo(501);
            assertThat(response.body()).isEqualTo("{\"error\":\"Not Implemented\",\"operationId\":\"x\"}");
        }
    }

    // --- starting and stopping -----------------------------------------------------------------------------------

    @Test
    void startAndStop() {
        try (TestServer server = TestServer.builder().contract(ONE.formatted("")).on("x", _ -> 1L).build()) {
            assertThat(server.start(ObjectValue.of("port", 0L, "websocket", "live", "odd", 1L))).satisfies(result -> {
                ObjectValue object = (ObjectValue) result;
                assertThat(object.get("port")).isEqualTo((long) server.port());
                assertThat(object.get("success")).isEqualTo(true);
            });
            assertThat(server.errors()).isEqualTo("[WARN] unknown http-server option 'odd'\nHTTP Server started on port " + server.port()
                    + " (WebSocket enabled on /live)\n");
            assertThat(server.application.services().eventSources()).isEqualTo(1);
            assertThatThrownBy(() -> server.start(ObjectValue.of("port", 0L)))
                    .hasMessage("Failed to start http-server on port 0: already running on port " + server.port());
            int port = server.port();
            try (TestServer second = TestServer.builder().contract(ONE.formatted("")).on("x", _ -> 1L).build()) {
                assertThatThrownBy(() -> second.start(ObjectValue.of("port", (long) port)))
                        .hasMessage("Failed to start http-server on port " + port + ": Address already in use");
                assertThat(second.start(ObjectValue.of("port", 0L))).isNotNull();
            }
            server.stop();
            server.stop();
            assertThat(server.errors()).endsWith("HTTP Server stopped\n").containsOnlyOnce("HTTP Server stopped");
            assertThat(server.application.services().eventSources()).isZero();
            server.start(ObjectValue.of("port", (long) port));
            assertThat(server.get("/x").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void optionsAreChecked() {
        try (TestServer server = TestServer.builder().contract(ONE.formatted("")).on("x", _ -> 1L).build()) {
            for (Object[] bad : new Object[][]{{"port", 70000L}, {"port", "x"}, {"port", -1L}, {"websocket", 1L}, {"validation", "yes"},
                {"max-body", 0L},
                {"max-message", "1"}, {"timeout", -1L}, {"origins", 4L}, {"compress", 1L}, {"static-max-age", 1.5}, {"host", 1L}}) {
                assertThatThrownBy(() -> server.start(ObjectValue.of(bad))).as(Arrays.toString(bad)).isInstanceOf(Failure.class)
                        .hasMessage("Invalid value '" + org.arolang.runtime.value.Text.of(bad[1]) + "' for " + bad[0]);
            }
            assertThatThrownBy(() -> server.start(ObjectValue.of("cors", ObjectValue.of("origins", "*", "credentials", true))))
                    .hasMessageStartingWith("Invalid value ");
        }
    }

    @Test
    void withoutContract() {
        try (TestServer server = TestServer.builder().contract(null).build()) {
            server.start(ObjectValue.EMPTY);
            server.start(ObjectValue.EMPTY);
            assertThat(server.errors()).isEqualTo("No openapi.yaml found - HTTP server disabled\n");
            assertThat(server.service.isRunning()).isFalse();
            server.start(ObjectValue.of("port", 0L, "websocket", "/ws"));
            assertThat(server.get("/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aRequestMayStopTheServer() throws Exception {
        TestServer[] holder = new TestServer[1];
        try (TestServer server = TestServer.builder().contract(ONE.formatted("")).waiting("x", _ -> {
            long start = System.nanoTime();
            holder[0].stop(holder[0].inside());
            return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        }).start()) {
            holder[0] = server;
            assertThat(server.get("/x").body()).isEqualTo("{\"value\":0}");
            sleep(200);
            assertThatThrownBy(server::connect).isInstanceOf(java.net.ConnectException.class);
        }
    }

    @Test
    void targetsInOtherForms() throws Exception {
        try (TestServer server = TestServer.builder().contract(ONE.formatted("")).on("x", a -> property(a, ContextName.REQUEST, "url"))
                .start()) {
            assertThat(server.raw("GET http://h:1/x?a=1 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                    .endsWith("{\"value\":\"/x?a=1\"}");
            assertThat(server.raw("CONNECT h:1 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void secretsAreHiddenFromListeners() {
        List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (TestServer server = TestServer.builder().contract(ONE.formatted("")).on("x", _ -> 1L).start()) {
            server.application.logs().add((type, payload) -> seen.add(type + " " + payload));
            server.get("/x", "Authorization", "Bearer s3cret", "X-A", "b");
            assertThat(seen).anyMatch(line -> line.startsWith("http.request ") && line.contains("***"))
                    .anyMatch(line -> line.startsWith("http.response "))
                    .noneMatch(line -> line.contains("s3cret"));
        }
    }

    @Test
    void stoppingAnswersWhatIsAccepted() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        try (TestServer server = TestServer.builder().contract(ONE.formatted("")).waiting("x", _ -> {
            running.countDown();
            sleep(400);
            return "done";
        }).start()) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> server.get("/x"));
            running.await();
            long start = System.nanoTime();
            server.stop();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(200L, 2500L);
            assertThat(answer.get(5, TimeUnit.SECONDS).body()).isEqualTo("{\"value\":\"done\"}");
            assertThat(answer.get().headers().firstValue("connection")).hasValue("close");
            assertThatThrownBy(server::connect).isInstanceOf(java.net.ConnectException.class);
        }
    }
}
