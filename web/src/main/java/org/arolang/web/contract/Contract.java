package org.arolang.web.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.arolang.web.routing.RouteTable;
import org.jspecify.annotations.Nullable;

/** An application's contract: its {@code openapi.yaml}, read, checked and resolved once. Immutable and thread-safe. */
public final class Contract {

    /** The files looked for, the first hit wins ([WEB-10]). */
    public static final List<String> FILE_NAMES = List.of("openapi.yaml", "openapi.yml", "openapi.json");

    private final String title;
    private final String serverUrl;
    private final List<Operation> operations;
    private final RouteTable<Operation> routes;
    private final ContractSchemas schemas;

    Contract(String title, String serverUrl, List<Operation> operations, Map<String, @Nullable Object> document, References references) {
        this.title = title;
        this.serverUrl = serverUrl;
        this.operations = operations;
        RouteTable.Builder<Operation> table = new RouteTable.Builder<>();
        for (Operation operation : operations) table.add(operation.method(), operation.template(), operation);
        this.routes = table.build();
        this.schemas = new ContractSchemas(document, references);
    }

    /**
     * Reads the contract of an application, or returns null when there is none.
     *
     * @throws ContractError when it is not a valid contract
     * @throws UncheckedIOException when the file cannot be read
     */
    public static @Nullable Contract find(Path directory) {
        for (String name : FILE_NAMES) {
            Path file = directory.resolve(name);
            if (!Files.isRegularFile(file)) continue;
            try {
                return read(name, Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return null;
    }

    /**
     * Reads a contract from the content of a file, for instance an embedded one.
     *
     * @param fileName decides between JSON ({@code .json}) and YAML
     */
    public static Contract read(String fileName, byte[] content) {
        return ContractReader.read(Document.read(content, fileName.endsWith(".json")));
    }

    public String title() {
        return title;
    }

    /** Operations of paths and webhooks in document order. */
    public List<Operation> operations() {
        return operations;
    }

    public RouteTable<Operation> routes() {
        return routes;
    }

    /** The schemas of {@code components.schemas} and the schema check. */
    public ContractSchemas schemas() {
        return schemas;
    }

    /** The port in {@code servers[0].url}, or -1 ([WEB-16]). */
    public int port() {
        URI uri = serverUri();
        return uri == null ? -1 : uri.getPort();
    }

    /** The host in {@code servers[0].url}, else {@code 0.0.0.0}. */
    public String host() {
        URI uri = serverUri();
        return uri == null || uri.getHost() == null ? "0.0.0.0" : uri.getHost();
    }

    private @Nullable URI serverUri() {
        try {
            return serverUrl.isEmpty() ? null : new URI(serverUrl);
        } catch (URISyntaxException _) {
            return null;
        }
    }

    /** The distinct path templates in document order ([WEB-34]). */
    public List<String> paths() {
        return operations.stream().map(operation -> operation.template().text()).distinct().toList();
    }

    /**
     * The text of [WEB-21] when operations have no feature set, else null.
     *
     * @param featureSets whether a feature set of this name exists
     */
    public @Nullable String missingHandlers(Predicate<String> featureSets) {
        StringBuilder missing = new StringBuilder();
        for (Operation operation : operations) {
            if (operation.isUpgrade() || featureSets.test(operation.id())) continue;
            missing.append("\n  - ").append(operation.title()).append(" requires feature set named '").append(operation.id()).append('\'');
        }
        return missing.isEmpty()
                ? null
                : "Missing ARO feature set handlers for the following operations:" + missing
                        + "\n\nCreate feature sets with names matching the operationIds in your OpenAPI contract.";
    }
}
