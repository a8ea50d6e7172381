package org.arolang.web.server;

import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.arolang.runtime.execution.ContractFacts;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.contract.Contract;
import org.jspecify.annotations.Nullable;

/** {@code <contract>} and {@code <http-server>} ([VAL-250], [WEB-34]). Thread-safe. */
public final class ContractHandles implements ContractFacts {

    private final Contract contract;
    private final Map<String, String> environment;
    private volatile IntSupplier actualPort = () -> -1;

    /** @param environment the process's variables, for {@code ARO_HTTP_PORT} */
    public ContractHandles(Contract contract, Map<String, String> environment) {
        this.contract = contract;
        this.environment = Map.copyOf(environment);
    }

    /** Says how to learn the port of the running server. */
    void serving(IntSupplier port) {
        actualPort = port;
    }

    @Override
    public Handle contract() {
        return new PropertyHandle("Contract", () -> ObjectValue.of("http-server", server().properties()),
                Map.of("httpServer", "http-server"),
                this);
    }

    @Override
    public Handle httpServer() {
        return server();
    }

    private Handle server() {
        return new PropertyHandle("HTTPServer", this::facts,
                Map.of("host", "hostname", "route-count", "routeCount"), null);
    }

    private ObjectValue facts() {
        List<String> paths = contract.paths();
        return ObjectValue.of("port", (long) port(), "hostname", contract.host(), "routes", ListValue.copyOf(paths), "routeCount",
                (long) paths.size());
    }

    private int port() {
        int port = actualPort.getAsInt();
        return port >= 0 ? port : ServerOptions.DEFAULT.effectivePort(environment, contract.port());
    }

    /**
     * @param aliases further names of properties
     * @param owner where {@code http-server} comes from as a handle, or null
     */
    private record PropertyHandle(
            String kindName, Supplier<ObjectValue> facts, Map<String, String> aliases, @Nullable ContractHandles owner)
            implements
                Handle {

        @Override
        public ObjectValue properties() {
            return facts.get();
        }

        @Override
        public @Nullable Object property(String name) {
            String key = aliases.getOrDefault(name, name);
            return owner != null && key.equals("http-server") ? owner.server() : facts.get().get(key);
        }
    }
}
