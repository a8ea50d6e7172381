package org.arolang.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.TestServer;
import org.junit.jupiter.api.Test;

class FirstSliceTest {

    @Test
    void answersGetAndPostOfJson() {
        try (TestServer server = TestServer.builder().contract("""
                paths:
                  /moons:
                    get: {operationId: list}
                    post: {operationId: add}
                """).on("list", _ -> ObjectValue.of("name", "Io")).waiting("add", a -> a.context(ContextName.BODY)).start()) {
            HttpResponse<String> list = server.get("/moons");
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.body()).isEqualTo("{\"name\":\"Io\"}");
            System.out.println(list.headers().map());
            HttpResponse<String> add = server.post("/moons", "application/json", "{\"a\":[1,2.0]}");
            assertThat(add.body()).isEqualTo("{\"a\":[1,2]}");
            assertThat(server.send("DELETE", "/moons", null).headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS, POST");
            System.out.println(server.errors());
        }
    }
}
