package org.arolang.web.request;

import java.nio.charset.StandardCharsets;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.contract.Contract;
import org.arolang.web.contract.Operation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** [WEB-70], [WEB-74], [WEB-80] to [WEB-83]. */
class BodiesTest {

    private final Contract contract = Contract.read("openapi.yaml",
            """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /a:
                    post:
                      operationId: a
                      requestBody:
                        content:
                          application/json: {schema: {type: object, properties: {n: {type: number}, i: {type: integer}, l: {type: array, items: {type: number}}}}}
                          application/x-www-form-urlencoded: {schema: {type: object, properties: {n: {type: number}, i: {type: integer}}}}
                  /b: {post: {operationId: b, requestBody: {required: true, content: {application/json: {}}}}}
                  /c: {post: {operationId: c}}
                """.getBytes(
                    StandardCharsets.UTF_8));

    private Object parse(int operation, String type, String body) throws BadRequest {
        Operation target = contract.operations().get(operation);
        return Body.parse(body.getBytes(StandardCharsets.UTF_8), MediaType.of(type), target, contract.schemas()).value();
    }

    @Test
    void json() throws Exception {
        assertThat(parse(0, "application/json; charset=utf-8", "{\"a\":3,\"b\":3.0,\"c\":1e2}"))
                .isEqualTo(ObjectValue.of("a", 3L, "b", 3.0, "c", 100.0));
        assertThat(parse(0, "APPLICATION/Vnd.x+JSON", "[true]")).isEqualTo(ListValue.of(true));
        assertThat(Json.text(parse(0, "application/json", "{\"a\":true,\"b\":null,\"a\":1}"))).isEqualTo("{\"a\":1,\"b\":null}");
        assertThat(parse(0, "application/json", "{\"n\":2,\"i\":2.0,\"l\":[1,2.5]}"))
                .isEqualTo(ObjectValue.of("n", 2.0, "i", 2L, "l", ListValue.of(1.0, 2.5)));
        assertThat(parse(0, "application/json", "{\"n\":\"x\",\"i\":2.5}")).isEqualTo(ObjectValue.of("n", "x", "i", 2.5));
        for (String bad : new String[]{"{\"a\":", "nope", "[".repeat(513) + "]".repeat(513), "{} x"}) {
            assertThatThrownBy(() -> parse(0, "application/json", bad)).hasMessage("Malformed JSON request body");
        }
        assertThatThrownBy(() -> Body.parse(new byte[]{'"', (byte) 0xff, '"'}, MediaType.of("application/json"),
                contract.operations().getFirst(), contract.schemas())).hasMessage("Malformed JSON request body");
    }

    @Test
    void otherTypesStayText() throws Exception {
        assertThat(parse(2, "text/plain", "{\"a\":1}")).isEqualTo("{\"a\":1}");
        assertThat(parse(0, "", "[1]")).isEqualTo("[1]");
        assertThat(parse(1, "", "[1]")).isEqualTo(ListValue.of(1L));
        assertThat(parse(0, "application/json", "")).isEqualTo("");
        assertThatThrownBy(() -> parse(1, "application/json", "")).hasMessage("Request body is required");
        assertThat(Body.parse(new byte[]{(byte) 0xff}, MediaType.NONE, contract.operations().getFirst(), contract.schemas()).value())
                .isEqualTo(Binary.of(new byte[]{(byte) 0xff}));
    }

    /** Nothing is guessed out of text where the contract declares something else. */
    @Test
    void undeclaredTextIsRefused() {
        for (String type : new String[]{"text/plain", "application/octet-stream"}) {
            assertThatThrownBy(() -> parse(0, type, "n=1")).hasMessage("Content-Type '" + type
                    + "' is not supported. Supported types: application/json, application/x-www-form-urlencoded");
        }
    }

    @Test
    void forms() throws Exception {
        String form = "application/x-www-form-urlencoded";
        assertThat(Json.text(parse(0, form, "tag=a&tag=b&flag&n=x+y%21")))
                .isEqualTo("{\"flag\":\"\",\"n\":\"x y!\",\"tag\":[\"a\",\"b\"]}");
        assertThat(Json.text(parse(0, form, "=x&&%ZZ=%4&e=%E4%BD%A0&b==c"))).isEqualTo("{\"%ZZ\":\"%4\",\"b\":\"=c\",\"e\":\"\u4f60\"}");
        assertThat(parse(0, form, "n=2&i=3")).isEqualTo(ObjectValue.of("n", 2.0, "i", 3L));
        assertThat(parse(0, form, "n=x&i=2.5")).isEqualTo(ObjectValue.of("n", "x", "i", "2.5"));
        assertThatThrownBy(() -> parse(0, form, "a&".repeat(1001))).hasMessage("Malformed form request body");
        assertThat(((ObjectValue) parse(0, form, "a&".repeat(1000))).keys()).containsExactly("a");
    }

    private static String part(String headers, String content) {
        return "--XX\r\n" + headers + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void multipart() throws Exception {
        String body = "preamble\r\n" + part("Content-Disposition: form-data; name=\"title\"", "a\r\nb")
                + part("content-disposition: form-data; name=\"f\"; filename=\"C:\\\\dir\\\\x.png\"\r\nContent-Type: image/png", "\u0001")
                + part("Content-Disposition: form-data; name=t", "1") + part("Content-Disposition: form-data; name=t", "")
                + "--XX--\r\nepilogue";
        Body parsed = Body.parse(body.getBytes(StandardCharsets.UTF_8), MediaType.of("multipart/form-data; boundary=\"XX\""),
                contract.operations().getFirst(), contract.schemas());
        assertThat(parsed.value()).isEqualTo(
                ObjectValue.of("title", "a\r\nb", "f", Binary.of(new byte[]{1}), "t", ListValue.of("1", "")));
        assertThat(parsed.files()).isEqualTo(ListValue.of(ObjectValue.of("name", "f", "filename", "x.png", "contentType", "image/png",
                "size", 1L, "content", Binary.of(new byte[]{1}))));
    }

    @Test
    void malformedMultipart() {
        String type = "multipart/form-data; boundary=XX";
        String good = part("Content-Disposition: form-data; name=\"a\"", "1");
        for (String[] bad : new String[][]{{"multipart/form-data", good + "--XX--"}, {type, good}, {type, "x"},
            {type, part("Content-Disposition: form-data", "1") + "--XX--"}, {type, part("nonsense", "1") + "--XX--"},
            {type, good.repeat(1001) + "--XX--"}, {type, "--XX\r\nContent-Disposition: form-data; name=a"}}) {
            assertThatThrownBy(() -> parse(0, bad[0], bad[1])).as(bad[1]).hasMessage("Malformed multipart request body");
        }
    }

    @Test
    void queriesAndCookies() {
        QueryString query = QueryString.of("a=1&a=2&b=x+y%21&c&=d&e=%zz&f=%C3%BC");
        assertThat(query.last("a")).isEqualTo("2");
        assertThat(query.all("a")).containsExactly("1", "2");
        assertThat(query.last("b")).isEqualTo("x y!");
        assertThat(query.last("c")).isEmpty();
        assertThat(query.last("e")).isEqualTo("%zz");
        assertThat(query.last("f")).isEqualTo("\u00fc");
        assertThat(query.size()).isEqualTo(6);
        assertThat(Cookies.of("a=1; b = x%20y ;c;d=%zz; a=2")).containsOnly(java.util.Map.entry("a", "2"), java.util.Map.entry("b", "x y"),
                java.util.Map.entry("d", "%zz"));
    }
}
