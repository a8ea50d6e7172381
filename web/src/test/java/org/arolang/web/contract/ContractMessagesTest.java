package org.arolang.web.contract;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** [WEB-10] to [WEB-23]: what is read, and what is said of what cannot be. */
class ContractMessagesTest {

    private static final String HEAD = "openapi: 3.1.0\ninfo: {title: T, version: 1.0}\n";

    static Contract read(String yaml) {
        return Contract.read("openapi.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(String yaml) {
        try {
            read(yaml);
        } catch (ContractError error) {
            return error.text();
        }
        throw new AssertionError("no problem found");
    }

    @Test
    void theTutorialsContractLoadsAsPrinted() throws Exception {
        Path file = Path.of("../examples/StatusPost/openapi.yaml");
        Contract contract = Contract.read("openapi.yaml", Files.readAllBytes(file));
        assertThat(contract.operations()).extracting(Operation::title).containsExactly("GET /", "GET /static/{file}", "GET /messages",
                "POST /messages");
        assertThat(contract.paths()).containsExactly("/", "/static/{file}", "/messages");
        assertThat(contract.port()).isEqualTo(-1);
        assertThat(contract.host()).isEqualTo("0.0.0.0");
    }

    @Test
    void firstOfTheThreeFilesCounts(@TempDir Path directory) throws Exception {
        assertThat(Contract.find(directory)).isNull();
        Files.writeString(directory.resolve("openapi.json"), "{\"openapi\":\"3.0.0\",\"info\":{\"title\":\"J\",\"version\":\"1\"}}");
        assertThat(Contract.find(directory).title()).isEqualTo("J");
        Files.writeString(directory.resolve("openapi.yml"), "\uFEFF" + HEAD);
        assertThat(Contract.find(directory).title()).isEqualTo("T");
    }

    @Test
    void problemsOfTheText() {
        assertThatThrownBy(() -> Contract.read("openapi.yaml", new byte[]{'a', (byte) 0xff}))
                .hasMessage("OpenAPI file has invalid encoding (expected UTF-8)");
        assertThat(problem("")).isEqualTo("OpenAPI document is empty");
        assertThat(problem("# nothing\n")).isEqualTo("OpenAPI document is empty");
        assertThat(problem("openapi: [")).startsWith("Failed to parse OpenAPI specification: ").contains("line ").contains("column ");
        assertThat(problem("- a")).isEqualTo("Failed to parse OpenAPI specification: Type mismatch for object at ");
        assertThat(problem("a: 1\na: 2")).isEqualTo("Failed to parse OpenAPI specification: duplicate key a at line 2, column 1");
        assertThatThrownBy(() -> Contract.read("openapi.json", "{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("Failed to parse OpenAPI specification: Duplicate").hasMessageContaining("line 1, column");
        assertThatThrownBy(() -> Contract.read("openapi.json", "{\"a\":".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("Failed to parse OpenAPI specification: ");
    }

    @Test
    void aliasesAreBounded() {
        StringBuilder bomb = new StringBuilder(HEAD + "x-a: &a [1,2,3,4,5,6,7,8,9,10]\n");
        for (char c = 'b'; c <= 'g'; c++) {
            bomb.append("x-").append(c).append(": &").append(c).append(" [");
            for (int i = 0; i < 10; i++) bomb.append('*').append((char) (c - 1)).append(i < 9 ? ", " : "]\n");
        }
        assertThat(problem(bomb.toString())).contains("aliases expand to more than 100000 nodes");
        assertThat(problem(HEAD + "x-a: &a [*a]\n")).startsWith("Failed to parse OpenAPI specification: ");
        assertThat(read(HEAD + "x-a: &a {b: 1}\nx-c: *a\n").operations()).isEmpty();
    }

    @Test
    void requiredParts() {
        assertThat(problem("info: {title: a, version: b}")).isEqualTo("Failed to parse OpenAPI specification: Missing key 'openapi' at ");
        assertThat(problem("openapi: 2.0")).isEqualTo("Unsupported OpenAPI version: 2.0");
        assertThat(problem("openapi: 3.0.0")).isEqualTo("Failed to parse OpenAPI specification: Missing key 'info' at ");
        assertThat(problem("openapi: 3.0.0\ninfo: {title: a}"))
                .isEqualTo("Failed to parse OpenAPI specification: Missing key 'version' at info");
        assertThat(problem(HEAD + "paths: 3")).isEqualTo("Failed to parse OpenAPI specification: Type mismatch for object at paths");
        assertThat(problem(HEAD + "paths: {/a: {get: {operationId: x, parameters: 1}}}"))
                .isEqualTo("Failed to parse OpenAPI specification: Type mismatch for array at paths./a.get.parameters");
        assertThat(problem(HEAD + "paths: {/a: {get: {operationId: x, parameters: [{in: query}]}}}"))
                .isEqualTo("Failed to parse OpenAPI specification: Missing key 'name' at paths./a.get.parameters.0");
    }

    @Test
    void operationIds() {
        assertThat(problem(HEAD + "paths: {/a: {get: {}}}")).isEqualTo("Missing operationId for GET /a");
        assertThat(problem(HEAD + "paths: {/a: {get: {operationId: ''}}}")).isEqualTo("Missing operationId for GET /a");
        assertThat(problem(HEAD + "paths: {/a: {get: {operationId: x}}, /b: {post: {operationId: x}}}"))
                .isEqualTo("Duplicate operationId 'x' found:\n  - GET /a\n  - POST /b");
        assertThat(problem(HEAD + "paths: {/a: {get: {operationId: hook}}}\nwebhooks: {hook: {post: {}}}"))
                .isEqualTo("Duplicate operationId 'hook' found:\n  - GET /a\n  - POST /hook");
    }

    @Test
    void references() {
        assertThat(problem(HEAD + "components: {schemas: {B: {$ref: '#/components/schemas/X'}, A: {type: string}}}"))
                .isEqualTo("Invalid schema reference: #/components/schemas/X\nAvailable schemas: A, B");
        assertThat(problem(HEAD + "paths: {/a: {get: {operationId: x, requestBody: {content: {a/b: {schema: {items: {$ref: q.yaml}}}}}}}}"))
                .isEqualTo("Invalid schema reference: q.yaml");
        assertThat(problem(HEAD + "paths: {/a: {get: {operationId: x, parameters: [{$ref: '#/components/parameters/P'}]}}}"
                + "\ncomponents: {parameters: {Q: {name: q, in: query}}}"))
                .isEqualTo("Invalid parameter reference: #/components/parameters/P\nAvailable parameters: Q");
        assertThat(problem(HEAD + "components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}"))
                .startsWith("Invalid schema reference: ");
    }

    @Test
    void leniency() {
        Contract contract = read("""
            openapi: 3.0.3
            info: {title: 12, version: 2026-01-01}
            x-own: [1]
            servers: [{url: 'https://{host}:{port}/base', variables: {host: {default: api.example}, port: {default: 9443}}}]
            paths:
              x-ext: 1
              /a:
                servers: []
                summary: s
                parameters:
                  - {name: q, in: query, schema: {type: string}}
                  - {name: r, in: query}
                get:
                  operationId: a
                  x-y: z
                  parameters: [{name: q, in: query, schema: {type: integer, default: 3}}]
                  requestBody: {$ref: '#/components/requestBodies/B'}
                  callbacks: {c: {}}
                  responses: {200: {}, '4XX': {$ref: '#/components/responses/R'}}
            components:
              requestBodies: {B: {required: true, content: {application/json: {}}}}
              responses: {R: {description: d}}
            """);
        Operation operation = contract.operations().getFirst();
        assertThat(contract.title()).isEqualTo("12");
        assertThat(contract.port()).isEqualTo(9443);
        assertThat(contract.host()).isEqualTo("api.example");
        assertThat(operation.bodyRequired()).isTrue();
        assertThat(operation.parameters()).extracting(Parameter::name).containsExactly("q", "r");
        assertThat(operation.parameters().getFirst().defaultValue()).isEqualTo(3L);
        assertThat(operation.responses().of(404)).isNotSameAs(Responses.Facts.UNDECLARED);
    }

    @Test
    void webhooksAndMissingHandlers() {
        Contract contract = read(HEAD + """
            paths:
              /tides:
                get: {operationId: listTides}
                post: {operationId: addTide}
              /ws:
                get: {operationId: gate, responses: {'101': {description: up}}}
            webhooks:
              parcelMoved: {post: {}}
            """);
        assertThat(contract.missingHandlers(_ -> true)).isNull();
        assertThat(contract.missingHandlers(name -> name.equals("listTides"))).isEqualTo("""
            Missing ARO feature set handlers for the following operations:
              - POST /tides requires feature set named 'addTide'
              - POST /parcelMoved requires feature set named 'parcelMoved'

            Create feature sets with names matching the operationIds in your OpenAPI contract.""");
    }

    @Test
    void shapesOfResponses() {
        Contract contract = read(HEAD + """
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    200: {content: {application/json: {schema: {$ref: '#/components/schemas/L'}}}}
                    201: {content: {text/html: {}}}
                    202: {content: {text/html: {}, application/json: {schema: {type: string}}}}
                    203: {content: {application/vnd.x+json: {schema: {type: [array, 'null']}}}}
                    205: {content: {'*/*': {schema: {type: [array, object]}}}}
                    206: {content: {application/json: {schema: {anyOf: [{type: array}, {type: integer}]}}}}
                    207: {content: {application/json: {schema: {allOf: [{description: x}, {type: array}]}}}}
                    208: {content: {application/json: {schema: {oneOf: [{type: number}, {type: boolean}]}}}}
                    default: {content: {image/png: {}}}
            components: {schemas: {L: {items: {type: string}}}}
            """);
        Responses responses = contract.operations().getFirst().responses();
        assertThat(responses.of(200).shape()).isEqualTo(Responses.Shape.ARRAY);
        assertThat(responses.of(201).rawType()).isEqualTo("text/html; charset=utf-8");
        assertThat(responses.of(202).rawType()).isNull();
        assertThat(responses.of(202).scalars()).containsExactly("string");
        assertThat(responses.of(203).shape()).isEqualTo(Responses.Shape.ARRAY);
        assertThat(responses.of(205).shape()).isEqualTo(Responses.Shape.OBJECT);
        assertThat(responses.of(206).shape()).isEqualTo(Responses.Shape.OBJECT);
        assertThat(responses.of(207).shape()).isEqualTo(Responses.Shape.ARRAY);
        assertThat(responses.of(208).scalars()).containsExactly("boolean", "number");
        assertThat(responses.of(500).rawType()).isEqualTo("image/png");
    }
}
